import type { MessageKey, MessageValues } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import { MAX_TEXT } from '#forum/practices/index.ts';
import type { FindingRequest } from './find.ts';
import { FOUND_KINDS, isFoundKind } from './model.ts';

/** How many of each kind are shown beside the others, how many of one kind on a page, and how many at most. */
export const FIRST_FEW = 4;
export const FOUND_PER_PAGE = 20;
export const MOST_FOUND_PER_PAGE = 100;

// Control characters, and the sign that stands for bytes that were no UTF-8.
const UNREADABLE = /[\p{Cc}\ufffd]/u;

/**
 * Reads the parameters of an address: `q`, `kind`, `page`, and where it is `sized` `perPage`. What cannot be read is named among the complaints
 * and nothing of it is ignored; empty ones, as a form sends them, say nothing.
 */
export function parseFinding(
  parameters: Iterable<[name: string, value: string]>,
  { sized }: { sized: boolean },
): { request: FindingRequest; complaints: Complaint[] } {
  const request: FindingRequest = { q: '', kind: null, page: 1, perPage: 0 };
  const complaints: Complaint[] = [];
  const once = new Set<string>();
  const complain = (name: string, key: MessageKey, values: MessageValues = {}) =>
    complaints.push({ name: shown(name), notice: { key, values: { name: shown(name), ...values } } });
  for (const [name, raw] of parameters) {
    const value = raw.trim();
    if (!['q', 'kind', 'page', ...(sized ? ['perPage'] : [])].includes(name))
      complain(name, 'problems.unknown-parameter');
    else if (UNREADABLE.test(value)) complain(name, 'problems.unreadable-text');
    else if (value === '') continue;
    else if (once.has(name)) complain(name, 'problems.given-twice');
    else {
      once.add(name);
      if (name === 'q') {
        if (value.length <= MAX_TEXT) request.q = value;
        else complain(name, 'problems.text-too-long', { count: value.length, most: MAX_TEXT });
      } else if (name === 'kind') {
        if (isFoundKind(value)) request.kind = value;
        else complain(name, 'finding.no-such-kind', { value: shown(value), known: FOUND_KINDS.join(', ') });
      } else {
        const most = name === 'page' ? 999_999 : MOST_FOUND_PER_PAGE;
        if (/^[1-9]\d{0,5}$/.test(value) && Number(value) <= most) request[name as 'page' | 'perPage'] = Number(value);
        else complain(name, 'problems.not-a-number', { most, value: shown(value) });
      }
    }
  }
  request.perPage ||= request.kind === null ? FIRST_FEW : FOUND_PER_PAGE;
  return { request, complaints };
}

/** As much of what was sent as is said back. */
const shown = (text: string): string => text.replace(/\p{Cc}/gu, ' ').slice(0, 80);

/** A search as the query of an address; the first page goes without saying. */
export function findingQuery({ q, kind, page }: Pick<FindingRequest, 'q' | 'kind' | 'page'>): string {
  return new URLSearchParams([
    ...(q ? [['q', q]] : []),
    ...(kind ? [['kind', kind]] : []),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]).toString();
}
