import { LOCALES, type Locale } from '#vocab/language.ts';
import { decodeList } from '../exchange.ts';
import { type SaidTranslations, TRANSLATED, type Translation } from '../model.ts';
import { type Cells, type Refuse, textOf } from './cell-values.ts';
import { languageNamed } from './language-names.ts';

const NOTHING = Object.fromEntries(TRANSLATED.map((field) => [field, ''])) as Translation;

/**
 * What a row says of translations: a text for each column such as "title.fr" that the file has. Where it also has the column
 * `translations`, that names all languages there are: a language in neither is taken out. Undefined where it has neither.
 * `titled` is what becomes of a name.
 */
export function saidTranslations(
  cells: Cells,
  refuse: Refuse,
  titled: (text: string) => string = (text) => text,
): SaidTranslations | undefined {
  const said: SaidTranslations = {};
  for (const locale of LOCALES) {
    const texts = TRANSLATED.flatMap((field) => {
      const cell = cells[`${field}.${locale}`];
      if (cell === undefined) return [];
      return [[field, field === 'title' ? titled(textOf(cell)) : textOf(cell)]];
    });
    if (texts.length > 0) said[locale] = Object.fromEntries(texts) as Partial<Translation>;
  }
  if (cells.translations === undefined) return Object.keys(said).length > 0 ? said : undefined;
  const named = languagesIn(cells, refuse);
  for (const locale of LOCALES) if (!said[locale] && !named.has(locale)) said[locale] = NOTHING;
  return said;
}

function languagesIn({ translations: cell }: Cells, refuse: Refuse): Set<Locale> {
  const names = Array.isArray(cell) ? cell : decodeList(textOf(cell).replace(/[,\n]/g, ';'));
  return new Set(
    names.flatMap((name) => {
      const locale = languageNamed(name);
      if (locale === undefined) refuse('translations', name, { key: 'import.unknown-language' });
      return locale ?? [];
    }),
  );
}
