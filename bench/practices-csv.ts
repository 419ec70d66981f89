import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AREAS } from '../src/vocab/countries.ts';
import { TARGETS } from '../src/vocab/sdg.ts';
import { THEMES } from '../src/vocab/themes.ts';
import { randomFrom, skewed, VOCABULARY, wordFor } from './corpus.ts';

const STATES = AREAS.filter(({ state }) => state === 'member');

/**
 * Writes practices of made-up words, with real targets, countries, themes and years, as people would have them in a CSV; the
 * same at every run. Row by row: there may be more than memory holds.
 */
export async function writePracticesCsv(path: string, size: number): Promise<void> {
  await pipeline(Readable.from(lines(size)), createWriteStream(path));
}

function* lines(size: number): Generator<string> {
  const random = randomFrom(7);
  const some = (list: readonly { code: string }[]) => list[skewed(random, list.length)]!.code;
  const several = (list: readonly { code: string }[], most: number) =>
    [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => some(list)))].join('; ');
  const text = (words: number) => Array.from({ length: words }, () => wordFor(skewed(random, VOCABULARY))).join(' ');
  yield 'Title,Summary,SDG,Countries,Themes,Dates\n';
  for (let row = 0; row < size; row++) {
    const start = 2005 + Math.floor(random() * 15);
    const dates = `${start} – ${random() < 0.3 ? 'current' : start + Math.floor(random() * 5)}`;
    const cells = [several(TARGETS, 4), several(STATES, 3), several(THEMES, 3), dates];
    yield `"Migration ${text(8)} ${row}","${text(80)}",${cells.map((cell) => `"${cell}"`).join()}\n`;
  }
}
