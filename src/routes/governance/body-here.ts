import { error } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type Body, bodyAt, stateOn } from '#forum/governance/index.ts';
import { may } from '#forum/people/index.ts';
import { saidDays } from './day.ts';

/** The body at an address; one that was taken from the pages is there for those alone who may bring it back. */
export async function bodyHere({ ctx }: App.Locals, slug: string): Promise<Body> {
  const body = await bodyAt(ctx.db, slug);
  if (!body || (body.hiddenAt !== null && !may(ctx.actor, 'governance.edit'))) noBody(ctx, slug);
  return body;
}

/** Ends with the page that says there is no body at an address. */
export function noBody({ locale }: { locale: Locale }, slug: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'governance.not-found', { slug: slug.slice(0, 80) }),
  });
}

/** How a body stands on a day, in words; empty where it works and nothing is known of when it began. */
export function stateText(body: Pick<Body, 'from' | 'last' | 'endUnknown'>, day: string, locale: Locale): string {
  const said = saidDays(body, locale);
  switch (stateOn(body, day)) {
    case 'ended':
      return translate(locale, 'governance.state-ended', said);
    case 'not-yet':
      return translate(locale, 'governance.state-not-yet', said);
    case 'unknown':
      return translate(
        locale,
        body.from === null ? 'governance.state-unknown' : 'governance.state-unknown-since',
        said,
      );
    case 'works':
      return body.from === null ? '' : translate(locale, 'governance.state-since', said);
  }
}
