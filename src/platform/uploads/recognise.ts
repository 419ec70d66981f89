import { Buffer } from 'node:buffer';
import { type Checked, refused } from './checked.ts';
import { PDF, type FileType, WORD } from './types.ts';

/** What a file seems to be by how it begins: who shall look into it. GIF is taken too, and kept as PNG. */
export type Seeming = FileType | 'image/gif';

const is = (beginning: Buffer, sign: string, at = 0) =>
  beginning.subarray(at, at + sign.length).toString('latin1') === sign;

const TAKEN: [Seeming, (beginning: Buffer) => boolean][] = [
  [PDF, (b) => is(b, '%PDF-')],
  [WORD, (b) => is(b, 'PK\x03\x04')],
  ['image/png', (b) => is(b, '\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (b) => is(b, '\xff\xd8\xff')],
  ['image/webp', (b) => is(b, 'RIFF') && is(b, 'WEBP', 8)],
  ['image/gif', (b) => is(b, 'GIF87a') || is(b, 'GIF89a')],
];

/** What is often sent and never taken, and what to do instead. Of what is not here, only the kinds that are taken are named. */
const NOT_TAKEN: [Parameters<typeof refused>[0], (beginning: Buffer) => boolean][] = [
  ['files.is-old-office', (b) => is(b, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') || is(b, '{\\rtf')],
  ['files.is-program', (b) => is(b, 'MZ') || is(b, '\x7fELF') || is(b, '#!') || isAppleProgram(b)],
  ['files.is-photo-format', (b) => is(b, 'ftyp', 4) && /^(hei|hev|mif1|msf1|avif)/.test(b.toString('latin1', 8, 12))],
  ['files.is-photo-format', (b) => is(b, 'II*\0') || is(b, 'MM\0*') || is(b, 'BM')],
  ['files.is-film', (b) => is(b, 'ftyp', 4) || is(b, '\x1a\x45\xdf\xa3') || is(b, 'AVI ', 8) || is(b, 'ID3')],
  ['files.is-archive', (b) => is(b, 'Rar!') || is(b, '7z\xbc\xaf') || is(b, '\x1f\x8b') || is(b, 'PK\x05\x06')],
  ['files.is-drawing', (b) => /<svg[\s>]/i.test(textOf(b))],
  ['files.is-page', (b) => /<(!doctype\s+html|html|head|body|script|iframe)[\s>]/i.test(textOf(b))],
];

const isAppleProgram = (b: Buffer) => /^(feedfac[ef]|c[ef]faedfe|cafebabe)$/.test(b.toString('hex', 0, 4));

/** The beginning as text, also where it is UTF-16. */
const textOf = (b: Buffer) => b.toString('latin1').replaceAll('\0', '');

/** How much of a file is needed to tell what it seems to be: bytes. */
export const BEGINNING = 4_096;

/**
 * What a file seems to be, by how its content begins: neither its name nor what was said of it counts. Nothing is known of the rest
 * of it yet.
 */
export function seemingType(beginning: Uint8Array): Checked<Seeming> {
  const bytes = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  const taken = TAKEN.find(([, fits]) => fits(bytes));
  if (taken) return { ok: true, value: taken[0] };
  return refused(NOT_TAKEN.find(([, fits]) => fits(bytes))?.[0] ?? 'files.unknown-kind');
}
