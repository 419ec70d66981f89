import { isLocale, type Locale } from '#vocab/language.ts';
import { type DraftForm, type FormField, TEXT_FIELDS, TRANSLATION_FIELDS } from './form.ts';
import { ARABIC_BEFORE, LOOKED_AT } from './hint-words.ts';
import type { Check } from './model.ts';

/** Something in a draft that a curator may want to look at before saying that a check holds. Nothing is hindered by it. */
export interface Hint {
  check: Check;
  field: FormField;
  /** The words that are meant, as they stand in the field, and where; null where what is meant is that nothing stands there. */
  found: { words: string; at: number } | null;
}

/** What is not required and helps others to learn from a practice. */
export const HELPFUL = [
  'kind',
  'start',
  'stakeholders',
  'gcm',
  'themes',
  'partners',
  'results',
  'lessons',
  'costs',
  'needs',
] as const;

/** Texts that are addresses: numbers in them are no telephone numbers, words no wording. */
export const ADDRESSES: readonly FormField[] = ['links', 'evaluations'];
/** Fields in which words are the writer's own. */
export const WRITTEN = [...TEXT_FIELDS, ...TRANSLATION_FIELDS].filter(
  (field) => !ADDRESSES.includes(field) && !['kind', 'language', 'start', 'end', 'sdgMore'].includes(field),
);

/** Everything in a draft worth a second look, by check, in the order of the form. */
export function hintsOf(form: DraftForm): Hint[] {
  const wording = (check: 'balanced' | 'non-binding') =>
    WRITTEN.flatMap((field) =>
      wordsFound(form[field], LOOKED_AT[check][languageOf(form, field)], languageOf(form, field)).map(at(check, field)),
    );
  return [
    ...HELPFUL.filter((field) => form[field].length === 0 && !(field === 'start' && form.ongoing.length > 0)).map(
      (field): Hint => ({ check: 'complete', field, found: null }),
    ),
    ...(blank(form.links) && blank(form.evaluations)
      ? [{ check: 'sourced', field: 'links', found: null } satisfies Hint]
      : []),
    ...wording('balanced'),
    ...WRITTEN.flatMap((field) => personalData(form[field]).map(at('personal-data', field))),
    ...ADDRESSES.flatMap((field) => emails(String(form[field])).map(at('personal-data', field))),
    ...wording('non-binding'),
  ];
}

const blank = (text: string): boolean => text.trim() === '';
const at =
  (check: Check, field: FormField) =>
  (found: Found): Hint => ({ check, field, found });

type Found = { words: string; at: number };

/** The language a field is written in: that of the form, or of the translation. */
function languageOf(form: DraftForm, field: FormField): Locale {
  const own = field.split('.')[1];
  if (isLocale(own)) return own;
  return isLocale(form.language) ? form.language : 'en';
}

const compiled = new Map<readonly string[], RegExp>();

/** Where one of these words stands in a text, as a whole word, whatever its accents and capitals. */
export function wordsFound(text: string, patterns: readonly string[], language: Locale): Found[] {
  let pattern = compiled.get(patterns);
  if (!pattern) {
    const before = language === 'ar' ? ARABIC_BEFORE : '';
    pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${before}(?:${patterns.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
    compiled.set(patterns, pattern);
  }
  return Array.from(folded(text).matchAll(pattern), ({ 0: { length }, index }) => ({
    words: text.slice(index, index + length),
    at: index,
  }));
}

/** A text without accents and capitals and with one apostrophe, of the same length: what stands somewhere in it stands there in the text. */
function folded(text: string): string {
  return Array.from(text, (sign) => {
    if (/[’ʼ]/.test(sign)) return "'";
    if (/\s/.test(sign)) return ' ';
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === sign.length ? plain : sign;
  }).join('');
}

/** Data of persons in a text, of which one can be sure: e-mail addresses and telephone numbers. Names are left to people. */
export function personalData(text: string): Found[] {
  return [...emails(text), ...telephones(text)].sort((one, other) => one.at - other.at);
}

function emails(text: string): Found[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu), found);
}

/**
 * A telephone number: in international form, or after a word that says so; seven to fifteen digits (ITU-T E.164), in the digits
 * of Europe or of Arabic.
 */
function telephones(text: string): Found[] {
  const number = String.raw`[(]?\p{Nd}(?:[ ().\/-]{0,2}\p{Nd}){6,14}(?!\p{Nd})`;
  const said = String.raw`(?<=(?<!\p{L})(?:tel|tél|phone|telephone|téléphone|teléfono|telefono|mobile|móvil|whatsapp|هاتف|جوال|واتساب)[.: ]{1,3})`;
  return Array.from(
    text.matchAll(new RegExp(String.raw`(?<![\p{Nd}\p{L}])(?:\+|00(?=[1-9]))[ ]?${number}|${said}${number}`, 'giu')),
    found,
  );
}

const found = ({ 0: words, index }: RegExpExecArray): Found => ({ words, at: index });
