import { error, redirect } from '@sveltejs/kit';
import { type MessageKey, say, translate } from '#platform/languages.ts';
import { VISITOR } from '#platform/context.ts';
import { problemResponse, type ProblemDocument } from '#platform/problem.ts';
import { practiceToKeep, withdrawalAt } from '#forum/drafts/index.ts';
import { type Practice, practiceAt } from '#forum/practices/index.ts';
import { dateText, practiceHref } from './views.ts';

/**
 * The practice at an address; null where there never was one. Where it has moved, whoever asks is sent on for good: `pathOf`
 * is the path for the last part of its address, encoded.
 */
export async function practiceHere(
  { ctx, prefix }: App.Locals,
  url: URL,
  slug: string,
  pathOf: (slug: string) => string,
): Promise<Practice | null> {
  const practice = await practiceAt(ctx.db, slug);
  if (practice && practice.slug !== slug)
    redirect(308, `${prefix}${pathOf(encodeURIComponent(practice.slug))}${url.search}`);
  return practice;
}

/** What is said at an address at which no practice can be read: that there is none, or that it was withdrawn, and when. */
async function absence(
  { ctx }: App.Locals,
  slug: string,
): Promise<Omit<ProblemDocument, 'status'> & { status: 404 | 410; detail: string }> {
  const { locale } = ctx;
  // The same is said to everybody who asks: what is for those who keep it stands on a page of theirs.
  const withdrawn = await withdrawalAt({ ...ctx, actor: VISITOR }, slug);
  const [status, title, detail] = (
    withdrawn === null
      ? [404, 'problems.not-found', { key: 'problems.practice-not-found', values: { slug: slug.slice(0, 80) } }]
      : [410, 'problems.practice-withdrawn', WITHDRAWN(dateText(withdrawn.at, locale), withdrawn.why)]
  ) satisfies [404 | 410, MessageKey, Parameters<typeof say>[1]];
  return { type: 'about:blank', status, title: translate(locale, title), detail: say(locale, detail) };
}

const WITHDRAWN = (when: string, why: string | null) =>
  why === null
    ? { key: 'problems.practice-withdrawn-detail' as const, values: { when } }
    : { key: 'problems.practice-withdrawn-why' as const, values: { when, why } };

/** The page at an address at which no practice can be read. Whoever keeps one that was withdrawn is led to where it can be published again. */
export async function noPracticePage(locals: App.Locals, slug: string): Promise<never> {
  const { ctx, prefix } = locals;
  const kept = await practiceToKeep(ctx, slug);
  if (kept) redirect(303, `${practiceHref({ locale: ctx.locale, prefix }, kept.slug)}/keep`);
  const { status, title, detail } = await absence(locals, slug);
  error(status, { message: title, detail });
}

/** What programs are answered there. */
export async function noPracticeAnswer(locals: App.Locals, slug: string): Promise<Response> {
  return problemResponse(await absence(locals, slug));
}
