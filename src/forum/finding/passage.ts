import { wordsOf } from '#forum/search/index.ts';

/** Which of the things asked for a folded word is: a bit for each, 0 for none. */
export type Asked = (word: string) => number;

/** A piece of a text, and how much of what was asked stands in it. */
export interface Passage {
  text: string;
  /** How many of the things asked for. */
  found: number;
  /** The page it stands on, from 1; null where the text has no pages. */
  page: number | null;
}

/** As long as half a passage is about, in characters. */
const STEP = 130;

/**
 * The first of those places of a text in which most of what was asked for stands close together; null where nothing of it stands anywhere.
 * Pages are parted by form feeds. Every word is looked at once at most: nothing is looked at beyond a place in which all stands.
 */
export function bestPassage(text: string, asked: Asked, all: number): Passage | null {
  const pages = text.split('\f');
  const most = bits(all);
  let best: Passage | null = null;
  for (const [at, page] of pages.entries()) {
    let before = { start: 0, found: 0 };
    for (const { start, end } of stepsOf(page)) {
      const here = foundIn(page.slice(start, end), asked);
      const found = bits(before.found | here);
      if (found > (best?.found ?? 0)) {
        const from = before.found === 0 ? start : before.start;
        best = { text: cut(page, from, end), found, page: pages.length > 1 ? at + 1 : null };
        if (found === most) return best;
      }
      before = { start, found: here };
    }
  }
  return best;
}

/** A text in steps that end between two words; a word longer than two steps is cut. */
function* stepsOf(text: string): Generator<{ start: number; end: number }> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + STEP);
    const blank = end < text.length ? text.slice(end, end + STEP).search(/\s/) : -1;
    if (blank >= 0) end += blank;
    else if (text.length - end < STEP) end = text.length;
    yield { start, end };
    start = end;
  }
}

function foundIn(text: string, asked: Asked): number {
  let found = 0;
  for (const word of wordsOf(text)) found |= asked(word);
  return found;
}

/** What stands between two places, with a little of what follows, and signs where more stands before or after. */
function cut(text: string, from: number, until: number): string {
  const after = text.slice(until, until + STEP);
  const last = until + STEP >= text.length ? after.length : after.search(/\s(?=\S*$)/);
  const end = until + Math.max(0, last);
  return `${from > 0 ? '… ' : ''}${text.slice(from, end).trim()}${end < text.length ? ' …' : ''}`;
}

/** How many bits are set. */
export function bits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}
