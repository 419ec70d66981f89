import type { Locale } from '#vocab/language.ts';
import { type MessageKey, type Notice, say, translate } from '#platform/languages.ts';
import { type Complaint, problemResponse } from '#platform/problem.ts';

/** Statuses with which the API refuses what a program sent. */
const TITLES = {
  400: 'api.problem-bad',
  401: 'api.problem-who',
  403: 'api.problem-scope',
  404: 'problems.not-found',
  405: 'api.problem-method',
  409: 'api.problem-not-now',
  411: 'api.problem-length',
  412: 'api.problem-conflict',
  413: 'api.problem-large',
  415: 'api.problem-type',
  428: 'api.problem-version',
  429: 'api.problem-often',
} as const satisfies Record<number, MessageKey>;
export type Refusing = keyof typeof TITLES;

/** A problem document: what was refused and what to do, in the caller's language, with members of its own. */
export function refusal(
  locale: Locale,
  status: Refusing,
  notice: Notice,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const detail = say(locale, notice);
  const problem = { type: 'about:blank', title: translate(locale, TITLES[status]), status, detail, ...more };
  return problemResponse(problem, headers);
}

/** Complaints as members of a problem document: each names a field as the caller wrote it. */
export function errorsOf(locale: Locale, complaints: readonly Complaint[]): { name: string; detail: string }[] {
  return complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) }));
}

/** What was sent cannot be read: each thing by its name. */
export function unreadable(locale: Locale, complaints: readonly Complaint[]): Response {
  return refusal(locale, 400, { key: 'api.unreadable-body' }, { errors: errorsOf(locale, complaints) });
}

/** There is no such draft, or none for the caller: the answer is the same. */
export function noDraft(locale: Locale): Response {
  return refusal(locale, 404, { key: 'drafts.not-here' });
}
