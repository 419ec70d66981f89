import { isCountry } from '#vocab/countries.ts';
import type { Complaint } from '#platform/problem.ts';
import { foldedWords } from '#platform/slugs.ts';
import { isMechanism } from '../model.ts';
import type { DirectoryEntry } from './model.ts';

/** Whom the directory lists: one definition for page and file. */
export interface DirectoryFilter {
  q: string;
  /** A state's code; empty for all. */
  country: string;
  /** A mechanism; empty for all. */
  mechanism: string;
  /** From 1. */
  page: number;
}

const LONGEST_QUESTION = 200;

/** Reads the parameters of an address; what cannot be read is named among the complaints, and what was typed is kept. */
export function parseDirectoryFilter(parameters: Iterable<[name: string, value: string]>): {
  filter: DirectoryFilter;
  complaints: Complaint[];
} {
  const filter: DirectoryFilter = { q: '', country: '', mechanism: '', page: 1 };
  const complaints: Complaint[] = [];
  for (const [name, raw] of parameters) {
    const value = raw.trim();
    const complain = (key: Complaint['notice']['key'], values: Record<string, string | number> = {}) =>
      complaints.push({
        name,
        notice: { key, values: { name: name.slice(0, 80), value: value.slice(0, 80), ...values } },
      });
    if (!['q', 'country', 'mechanism', 'page'].includes(name)) complain('problems.unknown-parameter');
    else if (value === '') continue;
    else if (name === 'q' && value.length <= LONGEST_QUESTION) filter.q = value;
    else if (name === 'q') complain('problems.text-too-long', { count: value.length, most: LONGEST_QUESTION });
    else if (name === 'country' && isCountry(value.toUpperCase())) filter.country = value.toUpperCase();
    else if (name === 'country') complain('problems.unknown-country');
    else if (name === 'mechanism' && isMechanism(value)) filter.mechanism = value;
    else if (name === 'mechanism') complain('people.unknown-mechanism');
    else if (/^[1-9]\d{0,5}$/.test(value)) filter.page = Number(value);
    else complain('problems.not-a-number', { most: 999_999 });
  }
  return { filter, complaints };
}

/** A selection as the query of an address; the first page goes without saying. */
export function directoryQuery({ q, country, mechanism, page }: DirectoryFilter): string {
  return new URLSearchParams({
    ...(q && { q }),
    ...(country && { country }),
    ...(mechanism && { mechanism }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
}

/**
 * Whether an entry is among those asked for. Words are looked for in what the reader sees of it and nowhere else, so that nobody learns
 * by asking what is not shown; `words` are the names of its roles, in the reader's language.
 */
export function isListed(
  { roles, shown }: DirectoryEntry,
  words: readonly string[],
  { q, country, mechanism }: DirectoryFilter,
): boolean {
  if (country !== '' && !roles.some(({ of }) => of === country)) return false;
  if (mechanism !== '' && !roles.some(({ of }) => of === mechanism)) return false;
  const text = ` ${foldedWords([...Object.values(shown), ...words].join(' ')).join(' ')}`;
  const asked = foldedWords(q);
  return (q === '' || asked.length > 0) && asked.every((word) => text.includes(` ${word}`));
}
