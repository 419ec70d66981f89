import { type Locale, LOCALES } from './language.ts';
import { COUNTRY_ADJECTIVES } from './place-data/adjectives.ts';

/** An adjective of a country in every form of a language, hyphens as spaces: "kényan", "kényane", "kényans", "kényanes". */
export interface CountryAdjective {
  code: string;
  language: Locale;
  forms: string[];
}

/** Feminine endings by those of the masculine; the first that fits. Then the plurals are made. */
const FEMININES: Partial<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  fr: [
    [/ien$/, 'ienne'],
    [/éen$/, 'éenne'],
    [/on$/, 'onne'],
    [/turc$/, 'turque'],
    [/grec$/, 'grecque'],
    [/[ei]$/, '$&'],
    [/$/, 'e'],
  ],
  es: [
    [/o$/, 'a'],
    [/és$/, 'esa'],
    [/án$/, 'ana'],
    [/ón$/, 'ona'],
    [/ol$/, 'ola'],
    [/$/, ''],
  ],
  ar: [[/$/, 'ة']],
};

const PLURALS: Record<Locale, (form: string) => string[]> = {
  en: (form) => (/(?:ese|ish|ch|swiss|seychellois|beninois)$/.test(form) ? [] : [`${form}s`]),
  fr: (form) => (form.endsWith('s') ? [] : [`${form}s`]),
  es: (form) =>
    /[aeoé]$/.test(form)
      ? [`${form}s`]
      : form.endsWith('í')
        ? [`${form}es`, `${form}s`]
        : [
            `${form
              .replace(/é(?=s$)/, 'e')
              .replace(/á(?=n$)/, 'a')
              .replace(/ó(?=n$)/, 'o')}es`,
          ],
  ar: (form) => (form.endsWith('ة') ? [] : [`${form}ون`, `${form}ين`, `${form}ات`]),
};

/** The adjectives of countries, of which each language has one or more for nearly every country. */
export const ADJECTIVES_OF_COUNTRIES: readonly CountryAdjective[] = COUNTRY_ADJECTIVES.trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', ...words] = line.split(' ');
    return LOCALES.flatMap((language, at) =>
      (words[at] ?? '-') === '-'
        ? []
        : words[at]!.split('/').map((word) => ({
            code,
            language,
            forms: formsOf(word.replaceAll('-', ' '), language),
          })),
    );
  });

function formsOf(masculine: string, language: Locale): string[] {
  const [ending, feminine] = FEMININES[language]?.find(([pattern]) => pattern.test(masculine)) ?? [/$/, ''];
  const singular = [...new Set([masculine, masculine.replace(ending, feminine)])];
  return [...new Set(singular.flatMap((form) => [form, ...PLURALS[language](form)]))];
}
