import { redirect } from '@sveltejs/kit';
import { type Practice, practiceAt } from '#forum/practices/index.ts';

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
