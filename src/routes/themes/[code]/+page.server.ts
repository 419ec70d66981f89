import { gcmLabel } from '#vocab/gcm.ts';
import { themeLabel, themesOffered } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { may } from '#forum/people/index.ts';
import { recollect, type Remembered } from '#forum/recollection/index.ts';
import { describedTheme } from '#forum/themes/index.ts';
import { recurrenceFacts, tallyText } from '#forum/reports/index.ts';
import type { ThemeView } from '#ui/theme-views.ts';
import { editionHref, editionName, sessionHref, sessionLine, written } from '../../forum/names.ts';
import { cardView, facetHref, type Reader, sdgView } from '../../views.ts';
import { columnsOf, recommendationLine, rowOf, themeChoices, themeHere, themeHref } from '../names.ts';
import type { PageServerLoad } from './$types';

/** The whole history of a theme. */
export const load: PageServerLoad = async ({ params, url, locals }): Promise<ThemeView> => {
  const { ctx, prefix, forum } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const code = themeHere(locals, params.code);
  const remembered = await recollect({ db: ctx.db, search: forum.search, now: ctx.now }, code);
  const described = await describedTheme(ctx.db, code);
  const { recurrence } = remembered;
  const href = themeHref(reader, code);
  return {
    code,
    name: themeLabel(code, locale),
    about: written(described?.about ?? {}, locale),
    facts: recurrenceFacts(recurrence, locale),
    isNew: recurrence.isNew,
    retired: !themesOffered().some((theme) => theme.code === code),
    columns: columnsOf(
      reader,
      recurrence.occurrences.map(({ edition }) => edition),
    ),
    row: rowOf(reader, recurrence),
    ...told(reader, remembered),
    choices: themeChoices(locale).filter(({ value }) => value !== code),
    downloads: ['docx', 'pdf', 'csv'].map((format) => ({ format, href: `${href}.${format}` })),
    editHref: may(ctx.actor, 'themes.edit') ? `${href}/edit` : null,
    versionsHref: described ? `${href}/versions` : null,
    done: url.searchParams.has('saved') ? translate(locale, 'editions.saved') : null,
  };
};

/** What is told of a theme below its picture. */
function told(
  reader: Reader,
  { theme, chapters, observations, recommendations, practices, sdg, gcm, related }: Remembered,
): Pick<ThemeView, 'chapters' | 'observations' | 'recommendations' | 'practices' | 'sdg' | 'gcm' | 'related'> {
  const { locale, prefix } = reader;
  return {
    chapters: chapters.map(({ edition, subThemes, sessions }) => ({
      edition: { label: editionName(edition, locale), href: editionHref(reader, edition.slug) },
      calledIt: subThemes.flatMap(({ title }) => written(title, locale) ?? []),
      sessions: sessions.map((session) => sessionLine(reader, session)),
    })),
    observations: observations.map(({ observation, session }) => ({
      text: written(observation.text, locale)!,
      session: { label: written(session.title, locale)!.text, href: sessionHref(reader, session.slug) },
    })),
    recommendations: recommendations.map(({ recommendation, edition }) =>
      recommendationLine(reader, recommendation, edition),
    ),
    practices: {
      total: practices.total,
      cards: practices.first.map((practice) => cardView(reader, practice)),
      href: facetHref(reader, 'theme', theme),
    },
    sdg: sdg.map((one) => ({ sdg: sdgView(reader, one.code), counts: tallyText(one, locale) })),
    gcm: gcm.map((one) => ({
      label: `${one.code} ${gcmLabel(one.code, locale)}`,
      href: `${prefix}/gcm/${one.code}`,
      counts: tallyText(one, locale),
    })),
    related: related.map((one) => ({
      label: themeLabel(one.code, locale),
      href: themeHref(reader, one.code),
      counts: tallyText(one, locale),
    })),
  };
}
