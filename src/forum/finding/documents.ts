import { countryName } from '#vocab/countries.ts';
import { type Label, labelIn, LOCALES } from '#vocab/language.ts';
import { goalOf } from '#vocab/sdg.ts';
import { gcmWord, sdgWord, type SearchDocument, type SearchText } from '#forum/search/index.ts';
import { type Entry, keyOf } from './model.ts';

/** The text of a file, with the language it is in; empty where nobody said. */
export interface LanguageText {
  language: string;
  text: string;
}

/** An entry as the index sees it: title over what it is about over the rest, as with practices; the only facet is its kind. */
export function documentOf(
  entry: Entry,
  labels: ReadonlyMap<string, Label>,
  texts: readonly LanguageText[] = [],
): SearchDocument<'kind'> {
  const { title, about, names, themes, sdg, gcm, countries, kind } = entry;
  const written: SearchText[] = LOCALES.flatMap((language) => [
    { weight: 6, language, text: title[language] ?? '' },
    { weight: 2, language, text: about[language] ?? '' },
    {
      weight: 1,
      language,
      text: [
        ...themes.flatMap((code) => {
          const label = labels.get(code);
          return label ? [labelIn(label, language)] : [];
        }),
        ...countries.map((code) => countryName(code, language)),
      ].join('\n'),
    },
  ]);
  const codes = [
    ...sdg,
    ...[...new Set(sdg.flatMap((code) => [goalOf(code), code]))].map(sdgWord),
    ...gcm.map(gcmWord),
  ];
  const rest: SearchText[] = [
    { weight: 1, text: names.join('\n') },
    { weight: 1, text: codes.join(' ') },
    ...texts.map(({ language, text }) => ({ weight: 1, text, ...(language && { language }) })),
  ];
  return {
    id: keyOf(entry),
    texts: [...written, ...rest].filter(({ text }) => text !== ''),
    values: { kind: [kind] },
    sortKeys: {},
  };
}
