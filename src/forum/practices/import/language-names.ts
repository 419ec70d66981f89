import type { Locale } from '#vocab/language.ts';
import { foldHeader } from './fold-header.ts';

const languages = new Map<string, Locale>(
  Object.entries({
    en: 'en, english, anglais, inglés, الإنجليزية, إنجليزي',
    fr: 'fr, french, français, francés, الفرنسية, فرنسي',
    es: 'es, spanish, espagnol, español, castellano, الإسبانية, إسباني',
    ar: 'ar, arabic, arabe, árabe, العربية, عربي',
  }).flatMap(([code, names]) => names.split(',').map((name) => [foldHeader(name), code as Locale] as const)),
);

/** The language named by its code or by its name in any of the four languages. */
export const languageNamed = (text: string): Locale | undefined => languages.get(foldHeader(text));
