import { isTheme } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { toggled, wholeCatalogue } from '#forum/practices/index.ts';
import { isTakenUp, recollect } from '#forum/recollection/index.ts';
import { recurrenceFacts } from '#forum/reports/index.ts';
import type { ThemesComparedView } from '#ui/theme-views.ts';
import { editionYears, sessionLine } from '../../forum/names.ts';
import { facetHref, type Reader, sdgView } from '../../views.ts';
import { columnsOf, rowOf, themeChoices } from '../names.ts';
import type { PageServerLoad } from './$types';

/** Two themes side by side: ?t=labour-mobility&t=remittances. */
export const load: PageServerLoad = async ({ url, locals }): Promise<ThemesComparedView> => {
  const { ctx, prefix, forum } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const asked = url.searchParams.getAll('t').filter(Boolean);
  const unknown = asked.find((code) => !isTheme(code));
  const [one = '', other = ''] = asked.filter(isTheme);
  const empty: ThemesComparedView = {
    chosen: [one, other],
    choices: themeChoices(locale),
    columns: [],
    themes: [],
    common: null,
    problem: null,
  };
  if (unknown !== undefined) {
    locals.status = 400;
    return { ...empty, problem: translate(locale, 'problems.unknown-theme', { value: unknown.slice(0, 80) }) };
  }
  if (asked.length === 0) return empty;
  if (asked.length !== 2 || one === other) {
    locals.status = 400;
    return { ...empty, problem: translate(locale, 'themes.compare-choose') };
  }
  const sources = { db: ctx.db, search: forum.search, now: ctx.now };
  const both = [await recollect(sources, one), await recollect(sources, other)];
  const [first, second] = both as [(typeof both)[0], (typeof both)[0]];
  const editions = first.recurrence.occurrences.map(({ edition }) => edition);
  const years = new Map(editions.map((edition) => [edition.id, editionYears(edition)]));
  const filter = { ...toggled(wholeCatalogue(), 'theme', one), perPage: 1 };
  const crossing = await forum.search.cross(ctx.db, filter, { rows: 'theme', columns: 'theme' }, ctx.now);
  const practices = crossing.pairs.get(other)?.get(one) ?? 0;
  const upBoth = first.recurrence.occurrences.filter(
    (occurrence, at) => isTakenUp(occurrence) && isTakenUp(second.recurrence.occurrences[at]!),
  ).length;
  const seconds = new Set(second.sdg.map(({ code }) => code));
  return {
    ...empty,
    columns: columnsOf(reader, editions),
    themes: both.map(({ theme, recurrence, practices: { total } }) => ({
      row: rowOf(reader, recurrence),
      facts: recurrenceFacts(recurrence, locale),
      practices: {
        label: translate(locale, 'themes.practices-count', { count: total }),
        href: facetHref(reader, 'theme', theme),
      },
    })),
    common: {
      facts: [
        translate(locale, 'themes.common-editions', { count: upBoth }),
        translate(locale, 'themes.common-practices', { count: practices }),
      ],
      sessions: first.chapters.flatMap(({ sessions }) =>
        sessions
          .filter(({ themes }) => themes.includes(other))
          .map((session) => sessionLine(reader, session, years.get(session.edition))),
      ),
      sdg: first.sdg.filter(({ code }) => seconds.has(code)).map(({ code }) => sdgView(reader, code)),
    },
  };
};
