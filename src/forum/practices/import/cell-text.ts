import type { Notice } from '#platform/languages.ts';
import { MOST_CELL_CHARACTERS } from './limits.ts';

/** Control characters that no text needs; tab and line breaks are text. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0001-\u0008\u000E-\u001F\u007F]/g;

// eslint-disable-next-line no-control-regex
const LINE_BREAK = /\r\n|[\n\r\u000B\u000C\u0085\u2028\u2029]/;

/** Why a cell's text cannot be looked at; undefined where it can. */
export function problemOf(text: string): Notice | undefined {
  if (text.length > MOST_CELL_CHARACTERS) {
    return { key: 'import.cell-too-long', values: { count: text.length, most: MOST_CELL_CHARACTERS } };
  }
  return text.includes('\0') ? { key: 'import.nul' } : undefined;
}

/**
 * A person's text in one form: NFC, one space where there are several or a no-break space, lines trimmed, blank lines and
 * control characters left out. Half of a character of two halves (JSON can say one alone) is put as U+FFFD: no database takes it.
 */
export function tidied(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(CONTROLS, '')
    .split(LINE_BREAK)
    .map((line) => line.replace(/[\s\uFEFF]+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A text of one of our own exports: as it is, but for control characters. */
export function verbatim(text: string): string {
  return text.toWellFormed().replace(CONTROLS, '').replaceAll('\r\n', '\n');
}

/** The beginning of a text, to show what was read: at most 80 characters, on one line. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, 400)
    // eslint-disable-next-line no-control-regex
    .replace(/[\s\u0000-\u001F\u007F]+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : line;
}
