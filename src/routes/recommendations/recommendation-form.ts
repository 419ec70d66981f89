import { FOLLOW_UPS, type RecommendationForm } from '#forum/observations/index.ts';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { textOf } from '../forms.ts';
import { forumChoices, textsIn, valuesIn } from '../forum/sent.ts';

/** What was typed of a recommendation. */
export function recommendationSent(data: FormData): RecommendationForm {
  return {
    title: textsIn(data, 'title'),
    text: textsIn(data, 'text'),
    themes: valuesIn(data, 'themes').filter(Boolean),
    source: { label: textOf(data, 'source.label'), url: textOf(data, 'source.url') },
    followUp: textOf(data, 'followUp'),
    came: textsIn(data, 'came'),
  };
}

/** What there is to choose from. */
export function recommendationChoices(locale: Locale, carried: readonly string[]) {
  return {
    themes: forumChoices(locale, carried).themes,
    followUps: FOLLOW_UPS.map((value) => ({ value, label: translate(locale, `observations.follow-up-${value}`) })),
  };
}
