import { isLocale, type Locale } from '#vocab/language.ts';
import { translationColumn } from '../exchange.ts';
import { TRANSLATED, type TranslatedField } from '../model.ts';
import { foldHeader } from './fold-header.ts';
import { languageNamed } from './language-names.ts';

/** "Title [fr]", "Summary_es": a code is taken for a language where it stands apart, "en" being a word of French. */
const CODE = /^(.+?)\s*(?:[([]\s*([a-z]{2})\s*[)\]]|[._:/-]\s*([a-z]{2}))$/i;

/**
 * The text and the language that a header names: "title.fr", as our exports have it (exact), "Title (French)", "Résumé en
 * anglais". Null where it names no language, or something that is not translated. `fieldOf` tells what the rest means.
 */
export function translationHeader(
  header: string,
  fieldOf: (header: string) => { field: string } | undefined,
): { field: TranslatedField; locale: Locale; exact: boolean } | null {
  const own = translationColumn(header);
  if (own) return { ...own, exact: true };
  const [rest, locale] = apart(header);
  if (locale === undefined) return null;
  const meant = fieldOf(rest)?.field;
  const field = TRANSLATED.find((known) => known === meant);
  return field ? { field, locale, exact: false } : null;
}

/** The header without the language at its end, and that language. */
function apart(header: string): [rest: string, locale: Locale | undefined] {
  const [, text, inBrackets, behind] = CODE.exec(header) ?? [];
  const code = (inBrackets ?? behind)?.toLowerCase();
  if (text !== undefined && isLocale(code)) return [text, code];
  const words = foldHeader(header).split(' ');
  const name = words.pop()!;
  const locale = name.length > 2 ? languageNamed(name) : undefined;
  return [words.join(' '), words.length > 0 ? locale : undefined];
}
