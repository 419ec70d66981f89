import { decodeList, encodeList } from './exchange.ts';

/**
 * The partners a cell names, in its order. Lines and ";" separate; where a line has no ";" of its own, so do a comma before
 * a name, "and" (et, y, و) after a name's acronym, and a full stop after one ("… (EUTF). Jointly implemented by …").
 * What stands in brackets stays together. An article before a name and a full stop behind it are left out. A text that ends
 * with ";" is the exact form of `printPartners`.
 */
export function splitPartners(text: string): string[] {
  if (/;\s*$/.test(text)) return decodeList(text);
  return text
    .split(/\r?\n/)
    .flatMap(splitLine)
    .map((name) => name.replace(/[\s.,;]+$/u, '').trim())
    .filter((name) => name !== '');
}

/** The partners as the annex prints them, joined by "; ", so that `splitPartners` reads the same ones again. */
export function printPartners(partners: readonly string[]): string {
  const plain = partners.join('; ');
  const again = splitPartners(plain);
  const same = again.length === partners.length && again.every((name, at) => name === partners[at]);
  // Names that would be split otherwise ("Ministry of Labour, Employment and Training") are said to be exact by a last ";".
  return same ? plain : `${encodeList(partners)};`;
}

function splitLine(line: string): string[] {
  const depths = bracketDepths(line);
  const parts = splitWhere(line, /[;؛]/gu, depths);
  return parts.length > 1 ? parts : splitWhere(line, NAME_ENDS, depths).map((name) => name.replace(ARTICLE, ''));
}

const NAME_ENDS = new RegExp(
  [
    // A comma before a name: a capital, a digit, or a letter of a script without capitals.
    ',\\s+(?=(?:[Tt]he\\s+)?[\\p{Lu}\\p{Lt}\\p{N}]|\\p{Lo})',
    '،\\s*',
    // "and" between two names, told by the acronym before it and the capital behind it.
    '(?<=\\))\\s+(?:and|et|y|e)\\s+(?=(?:the\\s+)?\\p{Lu})',
    '(?<=\\))\\s+و\\s*(?=\\p{Lo})',
    '(?<=\\))\\.\\s+(?=\\p{Lu}|\\p{Lo})',
  ].join('|'),
  'gu',
);
const ARTICLE = /^(?:the|The)\s+(?=\p{Lu})/u;

function splitWhere(line: string, border: RegExp, depths: number[]): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: sign } of line.matchAll(border)) {
    if (depths[index] !== 0) continue;
    parts.push(line.slice(from, index));
    from = index + sign.length;
  }
  return [...parts, line.slice(from)];
}

/** How many brackets are open before each character; none at all where they do not match. */
function bracketDepths(line: string): number[] {
  const depths: number[] = [];
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (/[)\]}]/.test(line[at]!)) depth--;
    if (depth < 0) break;
    depths.push(depth);
    if (/[([{]/.test(line[at]!)) depth++;
  }
  return depth === 0 ? depths : Array.from(line, () => 0);
}
