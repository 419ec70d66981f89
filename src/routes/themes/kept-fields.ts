import type { Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { RecommendationContent } from '#forum/observations/index.ts';
import type { ThemeContent } from '#forum/themes/index.ts';
import { type FieldText, inLanguages } from '../forum/kept-versions.ts';

/** What a forum says of a theme, field by field, in words of the reader's language. */
export function themeFields({ label, about, retired }: ThemeContent, locale: Locale): FieldText[] {
  return [
    ...inLanguages('themes.field-label', label, locale),
    ...inLanguages('themes.field-about', about, locale),
    { label: translate(locale, 'themes.retired'), text: translate(locale, retired ? 'site.yes' : 'site.no') },
  ];
}

/** A recommendation field by field, in words of the reader's language. */
export function recommendationFields(content: RecommendationContent, locale: Locale): FieldText[] {
  const { title, text, themes, source, followUp, came } = content;
  return [
    ...inLanguages('observations.field-title', title, locale),
    ...inLanguages('observations.field-recommended', text, locale),
    {
      label: translate(locale, 'observations.field-themes'),
      text: themes.map((code) => themeLabel(code, locale)),
    },
    {
      label: translate(locale, 'observations.field-source'),
      text: [source.label, source.url].filter(Boolean).join(' '),
    },
    {
      label: translate(locale, 'observations.field-follow-up'),
      text: translate(locale, `observations.follow-up-${followUp}`),
    },
    ...inLanguages('observations.field-came', came, locale),
  ];
}
