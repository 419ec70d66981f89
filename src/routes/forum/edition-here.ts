import { error, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { type Edition, editionCalled } from '#forum/editions/index.ts';

/**
 * The edition at an address; null where there is none. Whoever asks for another of its years is sent on: `pathOf` is the path for the last part of its
 * address. Not for good, since years can be mended.
 */
export async function editionHere(
  { ctx, prefix }: App.Locals,
  url: URL,
  asked: string,
  pathOf: (slug: string) => string,
): Promise<Edition | null> {
  const edition = await editionCalled(ctx.db, asked);
  if (edition && edition.slug !== asked)
    redirect(307, `${prefix}${pathOf(encodeURIComponent(edition.slug))}${url.search}`);
  return edition;
}

/** Ends with the page that says there is no edition at an address. */
export function noEdition({ ctx: { locale } }: App.Locals, year: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'editions.edition-not-found', { year: year.slice(0, 40) }),
  });
}
