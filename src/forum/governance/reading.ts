import { LOCALES } from '#vocab/language.ts';
import type { Texts } from '#vocab/texts.ts';
import type { Notice } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import type { Source } from '../editions/index.ts';
import type { Refused } from '../people/index.ts';
import { readRoughDay, type RoughDay } from './days.ts';

const LONGEST_SOURCE = 600;

/** Reads the fields of one form; what is wrong with them gathers until its `outcome` is asked for. */
export function beginReading() {
  const complaints: Complaint[] = [];
  const complain = (name: string, notice: Notice) => void complaints.push({ name, notice });

  function checked(name: string, text: string, most: number): string {
    if (text.length > most) complain(name, { key: 'people.too-long', values: { most } });
    return text;
  }

  /** A text of one line. */
  const line = (name: string, typed: string, most: number) => checked(name, typed.replace(/\s+/g, ' ').trim(), most);

  /** One text in those of the Forum's languages in which it was typed. */
  function texts(form: Readonly<Record<string, string>>, name: string, most: number): Texts {
    const typed = LOCALES.map((locale) => {
      const field = `${name}-${locale}`;
      return [locale, checked(field, (form[field] ?? '').replaceAll('\r\n', '\n').trim(), most)] as const;
    });
    return Object.fromEntries(typed.filter(([, text]) => text !== ''));
  }

  /** A day as far as it is known; null where none was typed, or none that can be read. */
  function day(name: string, typed: string): RoughDay | null {
    const text = typed.trim();
    const read = readRoughDay(text);
    if (text !== '' && read === null)
      complain(name, { key: 'governance.bad-day', values: { text: text.slice(0, 40) } });
    return read;
  }

  /** A source; null where none was typed. */
  const source = (name: string, typed: string) => readSource(checked(name, typed, LONGEST_SOURCE));

  const outcome = <Read>(read: Read): Read | Refused => (complaints.length > 0 ? { complaints } : read);

  return { complain, line, texts, day, source, outcome };
}

/** A line that names a source, with its address at the end where it has one; null where the line is empty. */
export function readSource(line: string): Source | null {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text === '') return null;
  const [, label = '', address = ''] = /^(.*?)\s*(https?:\/\/\S+)?$/.exec(text) ?? [];
  const url = URL.parse(address);
  return url ? { label: label || url.host, url: url.href } : { label: text, url: '' };
}
