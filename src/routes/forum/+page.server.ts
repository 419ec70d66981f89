import { translate } from '#platform/languages.ts';
import { allEditions, type Edition } from '#forum/editions/index.ts';
import { may } from '#forum/people/index.ts';
import { sessionCounts } from '#forum/programme/index.ts';
import type { EditionLineView, ForumView } from '#ui/forum-views.ts';
import type { Reader } from '../views.ts';
import { editionHref, editionPlace, editionYears, statesText, troikaView, written } from './names.ts';
import type { PageServerLoad } from './$types';

/** The Forum's whole history, and who leads it now. */
export const load: PageServerLoad = async ({ locals: { ctx, prefix } }): Promise<ForumView> => {
  const reader: Reader = { locale: ctx.locale, prefix };
  const editions = await allEditions(ctx.db);
  const counts = await sessionCounts(ctx.db);
  const present = editions.find(({ stage }) => stage === 'current');
  return {
    editions: editions.map((edition) => lineOf(reader, edition, counts.get(edition.id) ?? 0)),
    troika: present ? troikaView(reader, editions, present.number) : null,
    present: present
      ? { label: translate(ctx.locale, 'editions.to-present'), href: editionHref(reader, present.slug) }
      : null,
    newHref: may(ctx.actor, 'editions.edit') ? `${prefix}/forum/new` : null,
  };
};

function lineOf(reader: Reader, edition: Edition, sessions: number): EditionLineView {
  const { locale } = reader;
  return {
    slug: edition.slug,
    href: editionHref(reader, edition.slug),
    years: editionYears(edition),
    number: translate(locale, 'editions.number', { number: edition.number }),
    chairs: statesText(edition.chairs, locale),
    place: editionPlace(edition, locale),
    theme: written(edition.theme, locale),
    firsts: edition.innovations.flatMap(({ text }) => written(text, locale) ?? []),
    sessions: sessions === 0 ? null : translate(locale, 'editions.sessions-count', { count: sessions }),
    present: edition.stage === 'current',
    planned: edition.stage === 'planned' ? translate(locale, 'editions.stage-planned') : null,
  };
}
