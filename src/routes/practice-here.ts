import { error, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { practiceToKeep } from '#forum/drafts/index.ts';
import { type Practice, practiceAt, withdrawnAt } from '#forum/practices/index.ts';
import { gone, isProgramAddress } from './answers.ts';
import { dateText, practiceHref } from './views.ts';

/**
 * The practice at an address; null where there never was one. Where it has moved, whoever asks is sent on for good: `pathOf`
 * is the path for the last part of its address, encoded. The page of one that was withdrawn says so (410), and leads whoever
 * keeps it to where it can be published again.
 */
export async function practiceHere(
  locals: App.Locals,
  url: URL,
  slug: string,
  pathOf: (slug: string) => string,
): Promise<Practice | null> {
  const { ctx, prefix } = locals;
  const practice = await practiceAt(ctx.db, slug);
  if (practice && practice.slug !== slug)
    redirect(308, `${prefix}${pathOf(encodeURIComponent(practice.slug))}${url.search}`);
  if (!practice && !isProgramAddress(url)) await sayWithdrawn(locals, slug);
  return practice;
}

async function sayWithdrawn({ ctx, prefix }: App.Locals, slug: string): Promise<void> {
  const { locale } = ctx;
  const at = await withdrawnAt(ctx.db, slug);
  if (at === null) return;
  const kept = await practiceToKeep(ctx, slug);
  if (kept) redirect(303, `${practiceHref({ locale, prefix }, kept.slug)}/keep`);
  error(410, {
    message: translate(locale, 'review.withdrawn'),
    detail: translate(locale, 'review.withdrawn-text', { when: dateText(at, locale) }),
  });
}

/** What a program is told at the address of a practice that was withdrawn; null where none was. */
export async function withdrawnAnswer({ ctx }: App.Locals, slug: string): Promise<Response | null> {
  const at = await withdrawnAt(ctx.db, slug);
  return at && gone(ctx.locale, { key: 'review.withdrawn-text', values: { when: dateText(at, ctx.locale) } });
}
