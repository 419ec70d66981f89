import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PracticeContent } from '../model.ts';
import { titleKey } from '../titles.ts';
import { duplicateFinder, type LikelyDuplicate, type TitleEntry } from './duplicates.ts';
import type { ImportRow } from './import-row.ts';

const practices = JSON.parse(readFileSync('sample/practices.json', 'utf8')) as { title: string; countries: string[] }[];
const entries: TitleEntry[] = practices.map(({ title, countries }, at) => ({
  id: String(at),
  slug: String(at),
  title,
  titleKey: titleKey(title),
  countries,
}));

const likelyDuplicates = (
  rows: { row: ImportRow; content: PracticeContent }[],
  present: TitleEntry[],
): LikelyDuplicate[] => {
  const find = duplicateFinder(present);
  return rows.flatMap(({ row, content }) => find(row, content) ?? []);
};

/** What is said of rows with these titles, in the place of the practice at `at`, when all 42 are there already. */
const saidOf = (titles: string[], at: number, present = entries) =>
  titles.flatMap((title) => {
    const row = { number: 1 } as ImportRow;
    const content = { title, countries: practices[at]!.countries } as PracticeContent;
    return likelyDuplicates([{ row, content }], present).map(({ of }) => of.slug);
  });

/** A title with one word left out, one added, or two letters of one exchanged, at each place; numbers are left alone. */
function slightlyDifferent(title: string): string[] {
  const words = title.split(/\s+/);
  const misspelt = (word: string) => word.slice(0, 2) + word[3] + word[2] + word.slice(4);
  return words.flatMap((word, at) => [
    words.toSpliced(at, 1).join(' '),
    words.toSpliced(at, 0, 'pilot').join(' '),
    ...(/^\p{L}{5,}$/u.test(word) ? [words.with(at, misspelt(word)).join(' ')] : []),
  ]);
}

describe('Among the 42 practices of 2020', () => {
  test('none is taken for another', () => {
    practices.forEach(({ title }, at) => expect(saidOf([title], at, entries.toSpliced(at, 1))).toEqual([]));
  });

  const long = entries.filter(({ title }) => title.split(/\s+/).length >= 3);

  test.each(long)('$title is known again with one word more, less or misspelt', ({ title, slug }) => {
    const different = slightlyDifferent(title);
    expect(saidOf(different, Number(slug))).toEqual(different.map(() => slug));
  });
});

test('a strategy for other years is another strategy', () => {
  const content = { title: 'National Migration Strategy 2021-2025', countries: [] as string[] } as PracticeContent;
  expect(likelyDuplicates([{ row: { number: 1 } as ImportRow, content }], entries)).toEqual([]);
});

test('a row is held against the earlier rows of its file too', () => {
  const rows = ['House of Migrants', 'House of the Migrants'].map((title, at) => ({
    row: { number: at + 2 } as ImportRow,
    content: { title, countries: ['MX'] } as PracticeContent,
  }));
  expect(likelyDuplicates(rows, [])).toEqual([
    { row: 3, title: 'House of the Migrants', of: { title: 'House of Migrants', row: 2 } },
  ]);
});
