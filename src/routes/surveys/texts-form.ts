import { LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import { textOf } from '../forms.ts';

/** As long as a text of a survey may be, in characters. */
const LONGEST = 2_000;

/** A text in several languages as it was sent: `title.en`, `title.fr` … What was left empty is not there. */
export function textsFrom(form: FormData, name: string): Texts {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const text = textOf(form, `${name}.${locale}`).replace(/\r\n?/g, '\n').trim().slice(0, LONGEST);
      return text === '' ? [] : [[locale, text]];
    }),
  );
}
