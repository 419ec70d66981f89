/** A number with what belongs to it: how it is written, and as the codes write it ("10.C" is "10.c", "08" is "8"). */
export interface NumberWord {
  text: string;
  code: string;
}

/** What stands in a cell of references, piece by piece. */
export type Scanned =
  /** Numbers with stray space round a full stop between them: "4. 8" is 4 and 8, "8.7" is one. */
  | { kind: 'numbers'; text: string; words: NumberWord[] }
  /** Numbers with a dash between them: "1-3" is 1 and 3. */
  | { kind: 'range'; text: string; words: NumberWord[] }
  /** What is neither a number nor a word that goes with one. */
  | { kind: 'unreadable'; text: string };

const SPACE = '[^\\S\\n]';
/** A full stop with space on at least one side: one without is part of the number. */
const STOP = `(?:${SPACE}+\\.${SPACE}*|\\.${SPACE}+)`;
const DASH = `(?:${SPACE}*[-‐‑‒–—−]${SPACE}*|${SPACE}+(?:to|à|إلى)${SPACE}+)`;
const NUMBER = '\\d[\\p{L}\\p{M}\\p{N}]*(?:\\.[\\p{L}\\p{M}\\p{N}]+)*';
const LETTER = '[a-z](?![\\p{L}\\p{M}\\p{N}])';
const CONJUNCTIONS = ['and', 'et', 'y', 'و'];

const IGNORED = /[\s,;،؛/&+|()[\]"'“”‘’«»#°º:·•.‐‑‒–—−\u200e\u200f-]+/uy;
const RANGE = new RegExp(`${NUMBER}(?:${DASH}${NUMBER})+`, 'iuy');
const RANGE_BEHIND_STOP = new RegExp(`${NUMBER}(?:${STOP}${NUMBER})+${DASH}${NUMBER}`, 'iuy');
const NUMBERS = new RegExp(`${NUMBER}(?:${STOP}(?:${NUMBER}|${LETTER}))*`, 'iuy');
const UNREADABLE = /[^\s,;،؛/&+|()[\]]+/uy;

/**
 * The references in a text, in the order in which they stand, every piece as it is written. `labels` are the words that
 * may go with a number ("SDG", "goal"), as patterns; they, conjunctions and punctuation are passed over, nothing else is.
 */
export function scanReferences(text: string, labels: readonly string[]): Scanned[] {
  const plain = withPlainDigits(text);
  return piecesOf(plain, labels).map(({ kind, start, end }) => {
    const written = text.slice(start, end);
    if (kind === 'unreadable') return { kind, text: written };
    return { kind, text: written, words: wordsOf(written, plain.slice(start, end), kind === 'range' ? DASH : STOP) };
  });
}

/** Sorts what was found: references in their order, and what was refused as it stands, each once. */
export function collected<Refused extends { text: string }>(
  found: readonly (string | Refused)[],
  compare: (a: string, b: string) => number,
): { refs: string[]; refused: Refused[] } {
  const refs = new Set<string>();
  const refused = new Map<string, Refused>();
  for (const one of found) {
    if (typeof one === 'string') refs.add(one);
    else if (!refused.has(one.text)) refused.set(one.text, one);
  }
  return { refs: [...refs].sort(compare), refused: [...refused.values()] };
}

function wordsOf(written: string, plain: string, separator: string): NumberWord[] {
  const separators = [...plain.matchAll(new RegExp(separator, 'giu'))];
  const starts = [0, ...separators.map(({ 0: between, index }) => index + between.length)];
  return starts.map((start, at) => {
    const end = separators[at]?.index ?? plain.length;
    return { text: written.slice(start, end), code: codeOf(plain.slice(start, end)) };
  });
}

interface Piece {
  kind: Scanned['kind'];
  start: number;
  end: number;
}

function piecesOf(plain: string, labels: readonly string[]): Piece[] {
  const label = new RegExp(`(?:${[...labels, ...CONJUNCTIONS].join('|')})(?![\\p{L}\\p{M}])`, 'iuy');
  const pieces: Piece[] = [];
  for (let at = 0; at < plain.length;) {
    const passed = lengthAt(IGNORED, plain, at) || lengthAt(label, plain, at);
    if (passed === 0) add(pieceAt(plain, at), pieces, plain);
    at = passed === 0 ? pieces.at(-1)!.end : at + passed;
  }
  return pieces;
}

/** Adds a piece. Words that can't be read and stand side by side are one: "not applicable". */
function add(piece: Piece, pieces: Piece[], plain: string): void {
  const previous = pieces.at(-1);
  const together = previous?.kind === 'unreadable' && piece.kind === 'unreadable';
  if (together && /^[^\S\n]+$/.test(plain.slice(previous.end, piece.start))) previous.end = piece.end;
  else pieces.push(piece);
}

function pieceAt(plain: string, start: number): Piece {
  const patterns: [Scanned['kind'], RegExp][] = [
    // "4. 8-10": whether the stop parts a list or a target from its goal cannot be told.
    ['unreadable', RANGE_BEHIND_STOP],
    ['range', RANGE],
    ['numbers', NUMBERS],
    ['unreadable', UNREADABLE],
  ];
  const [kind, pattern] = patterns.find(([, pattern]) => lengthAt(pattern, plain, start) > 0)!;
  return { kind, start, end: start + lengthAt(pattern, plain, start) };
}

function lengthAt(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0].length ?? 0;
}

function codeOf(word: string): string {
  return word.toLowerCase().replace(/(?<!\d)0+(?=\d)/g, '');
}

/**
 * The text with Arabic-Indic, Persian and full-width digits and stops in ASCII, character for character, so that a place
 * in the one is the same place in the other. An Arabic "and" before a number is a comma.
 */
function withPlainDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/٫/g, '.')
    .replace(/[\r\v\u2028\u2029]/g, '\n')
    .replace(/(?<!\p{L})و(?=\s*\d)/gu, ',');
}
