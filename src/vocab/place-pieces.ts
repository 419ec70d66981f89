import { type PlaceMeaning, meaningOf } from './place-names.ts';

/** A piece of a cell of places: a name with what it stands for, or a text that stands for nothing we know. */
export interface PlacePiece {
  text: string;
  meaning: PlaceMeaning | null;
  /** A colon follows: what comes next is listed under this. */
  introduces: boolean;
}

interface Span {
  start: number;
  end: number;
  /** What stands between this and the next. */
  separator: string;
}

/** "و" before a word and a dash between spaces part two names only where one of them is known. */
const LOOSE = ' و(?=\\p{Script=Arabic})| [-–—] ';
const MARKS = ',،;؛:/|&()[\\]\\n•·';
/** An "and" in capitals parts two words, but begins none: "ET, KE" are Ethiopia and Kenya. */
const AND = `(?: (?:and|AND|And|et|ET|Et|y|Y|و)|(?<=^|[ ${MARKS}])(?:and|et|y|و))(?= )`;
const SEPARATOR = new RegExp(` ?[${MARKS}] ?|${AND} ?|${LOOSE}`, 'gu');
const LOOSE_SEPARATOR = /^(?: و| [-–—] )$/u;
/** Names go on over a comma, an "and" and brackets ("Korea, Republic of"), and over nothing else. */
const ENDS_A_NAME = /[;؛:/|\n•·]/;
/** The most spans a name has: "Bonaire, Sint Eustatius and Saba" has three. */
const LONGEST_NAME = 4;

/** The pieces of a text, the longest name first: "Bosnia and Herzegovina" is one, "Jordan and Lebanon" are two. */
export function placePiecesOf(text: string): PlacePiece[] {
  const plain = withPlainSpace(text);
  const spans = spansOf(plain);
  const pieces: PlacePiece[] = [];
  for (let at = 0; at < spans.length;) {
    const name = longestNameAt(plain, spans, at);
    const last = name?.last ?? endOfUnknown(plain, spans, at);
    const { end, separator } = spans[last]!;
    const start = name?.start ?? startsOf(spans, at).at(-1)!;
    pieces.push({
      text: cleaned(plain.slice(start, end)),
      meaning: name?.meaning ?? null,
      introduces: separator.includes(':'),
    });
    at = last + 1;
  }
  return pieces.filter(({ text }) => text !== '');
}

interface Name {
  start: number;
  /** The last span that belongs to it. */
  last: number;
  meaning: PlaceMeaning;
}

function longestNameAt(plain: string, spans: Span[], at: number): Name | null {
  for (let last = Math.min(at + LONGEST_NAME, spans.length) - 1; last >= at; last--) {
    if (spans.slice(at, last).some(({ separator }) => ENDS_A_NAME.test(separator))) continue;
    for (const start of startsOf(spans, at)) {
      const meaning = meaningOf(cleaned(plain.slice(start, spans[last]!.end)));
      if (meaning !== null) return { start, last, meaning };
    }
  }
  return null;
}

/** Where a text may begin: behind a "و" that says "and", or with it where it is the first letter, as in "والس". */
function startsOf(spans: Span[], at: number): number[] {
  const { start } = spans[at]!;
  return spans[at - 1]?.separator === ' و' ? [start, start - 1] : [start];
}

/** A loose separator between two texts that we know nothing of is part of one text. */
function endOfUnknown(plain: string, spans: Span[], at: number): number {
  let end = at;
  while (end + 1 < spans.length && LOOSE_SEPARATOR.test(spans[end]!.separator) && !longestNameAt(plain, spans, end + 1))
    end++;
  return end;
}

function spansOf(plain: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: separator, index } of plain.matchAll(SEPARATOR)) {
    const span = { start, end: index, separator };
    if (hasWord(plain.slice(start, index))) spans.push(span);
    else if (spans.length > 0) spans.at(-1)!.separator += separator;
    start = index + separator.length;
  }
  if (hasWord(plain.slice(start))) spans.push({ start, end: plain.length, separator: '' });
  return spans;
}

const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** One space for every run of it; a line break stays one, unless the line breaks at an "and" or a comma. */
function withPlainSpace(text: string): string {
  return text
    .replace(/[\r\n\v\f\u2028\u2029]+/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .replace(/(?<=,|&| and| et| y| و)\n|\n(?=&|(?:and|et|y|و) )/gi, ' ')
    .trim();
}

/** A text without the bullets, quotes and stops around it; the stop of "D.C." stays. */
function cleaned(text: string): string {
  const trimmed = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return /^.*[\p{L}\p{N}\p{M}](?:(?<=(?:^|[ .])\p{L})\.)?/su.exec(trimmed)?.[0] ?? '';
}
