import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#vocab/language.ts';
import { AREAS } from './messages/index.ts';

type Areas = typeof AREAS;
/** A message's name: its area and its key, as in "site.search". */
export type MessageKey = {
  [Area in keyof Areas & string]: `${Area}.${keyof Areas[Area]['en'] & string}`;
}[keyof Areas & string];
export type MessageValues = Record<string, string | number>;

/** Something to be said to a person later, in that person's language. */
export interface Notice {
  key: MessageKey;
  values?: MessageValues;
}

const formats = new Map<string, IntlMessageFormat>();

/**
 * The message `key` in `locale` with its values filled in (ICU MessageFormat: plurals and choices are the message's own).
 * A message not translated yet is given in English; `translated` tells which.
 * Throws when a value the message needs is missing: that is a bug, found by the first test that shows the page.
 */
export function translate(locale: Locale, key: MessageKey, values?: MessageValues): string {
  const [text, spoken] = lookUp(locale, key);
  const cached = `${spoken} ${key}`;
  let format = formats.get(cached);
  if (!format) {
    format = new IntlMessageFormat(text, spoken, undefined, { ignoreTag: true });
    formats.set(cached, format);
  }
  return String(format.format(values));
}

/** Whether `key` has a text of its own in `locale`. */
export function translated(locale: Locale, key: MessageKey): boolean {
  return lookUp(locale, key)[1] === locale;
}

function lookUp(locale: Locale, key: MessageKey): [text: string, spoken: Locale] {
  const dot = key.indexOf('.');
  const area = AREAS[key.slice(0, dot) as keyof Areas];
  const name = key.slice(dot + 1);
  const own = (area?.[locale] as Record<string, string> | undefined)?.[name];
  if (own !== undefined) return [own, locale];
  const english = (area?.en as Record<string, string> | undefined)?.[name];
  if (english === undefined) throw new Error(`No such message: ${key}`);
  return [english, 'en'];
}

/** Says a notice in a language. */
export function say(locale: Locale, notice: Notice): string {
  return translate(locale, notice.key, notice.values);
}
