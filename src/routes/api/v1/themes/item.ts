import type { Label } from '#vocab/language.ts';
import { allThemes, themesOffered } from '#vocab/themes.ts';
import type { Occurrence, Recurrence, Remembered } from '#forum/recollection/index.ts';
import { recommendationItem } from '../recommendations/item.ts';

/** A theme with its recurrence, as programs read it. */
export function themeItem({ theme, occurrences, chosen, takenUp, sessions, first, isNew }: Recurrence, origin: string) {
  return {
    code: theme,
    name: nameOf(theme),
    offered: themesOffered().some(({ code }) => code === theme),
    editionsThatSetIt: chosen,
    editionsThatTookItUp: takenUp,
    sessions,
    first: first?.slug ?? null,
    newInPresentEdition: isNew,
    recurrence: occurrences.map(occurrenceItem),
    url: `${origin}/themes/${encodeURIComponent(theme)}`,
  };
}

const nameOf = (code: string): Label => allThemes().find((theme) => theme.code === code)!.label;

function occurrenceItem({ edition, chosen, sessions }: Occurrence) {
  return { edition: edition.slug, number: edition.number, themeOfEdition: chosen, sessions };
}

/** A theme's whole history, as programs read it. What was heard stands in it without a time: with one, a list of speakers would tell who spoke. */
export function recollectionItem(remembered: Remembered, origin: string) {
  const { recurrence, chapters, observations, recommendations, practices, sdg, gcm, related } = remembered;
  return {
    ...themeItem(recurrence, origin),
    chapters: chapters.map(({ edition, subThemes, sessions }) => ({
      edition: edition.slug,
      titles: subThemes.map(({ title }) => title),
      sessions: sessions.map(({ slug, title }) => ({ slug, title })),
    })),
    observations: observations.map(({ observation, session }) => ({ text: observation.text, session: session.slug })),
    recommendations: recommendations.map(({ recommendation, edition }) =>
      recommendationItem(recommendation, edition.slug, origin),
    ),
    practices: { total: practices.total, first: practices.first.map(({ slug }) => slug) },
    sdg,
    gcm,
    related,
  };
}
