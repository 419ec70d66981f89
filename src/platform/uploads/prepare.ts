import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { type Checked, refused } from './checked.ts';
import { checkedPdf } from './pdf.ts';
import { rewrittenPicture } from './picture.ts';
import type { ArrivedFile, FileComplaint, ReceivedForm } from './receive.ts';
import { BEGINNING, seemingType } from './recognise.ts';
import type { FileRoom } from './room.ts';
import { firstScan } from './scan.ts';
import { sentAs, shownName } from './shown-name.ts';
import type { Scan } from './tables.ts';
import { type FileType, PDF, WORD } from './types.ts';
import { checkedWord } from './word.ts';
import { writeWhole } from './write.ts';

/** A file that was looked into and found good, and waits to be kept. It is gone when its form is discarded. */
export interface PreparedFile {
  field: string;
  /** The id it will be kept under. */
  id: string;
  name: string;
  type: FileType;
  size: number;
  sha256: string;
  /** Of a picture, in pixels. */
  width: number | null;
  height: number | null;
  scan: Exclude<Scan, 'infected'>;
  /** Where it waits: itself, and of a picture a small one. */
  paths: { whole: string; small: string | null };
}

/**
 * Looks into a file that arrived: what it is is read from its content alone, documents that run or hide something are refused,
 * pictures are written anew, and the virus scanner is asked. May take seconds: never call it inside a transaction.
 */
export async function prepareFile(room: FileRoom, arrived: ArrivedFile): Promise<Checked<PreparedFile>> {
  const content = await contentOf(arrived);
  if (!content.ok) return content;
  const { type, path, bytes, small, width, height } = content.value;
  const answer = await firstScan(room, path);
  if (answer === 'infected') return refused('files.infected');
  return {
    ok: true,
    value: {
      field: arrived.field,
      id: uuidv7(),
      name: shownName(arrived.sentName, type),
      type,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      width,
      height,
      scan: answer === 'unknown' ? 'waiting' : answer,
      paths: { whole: path, small },
    },
  };
}

/**
 * Looks into all files of a form, one after the other. Gives those that can be kept, and all complaints: those about the form as it came,
 * and of each file that is refused, why.
 */
export async function prepareFiles(
  room: FileRoom,
  { files, complaints }: ReceivedForm,
): Promise<{ prepared: PreparedFile[]; complaints: FileComplaint[] }> {
  const prepared: PreparedFile[] = [];
  const refusals: FileComplaint[] = [];
  for (const file of files) {
    const found = await prepareFile(room, file);
    if (found.ok) prepared.push(found.value);
    else refusals.push({ name: file.field, notice: found.problem, file: sentAs(file.sentName) });
  }
  return { prepared, complaints: [...complaints, ...refusals] };
}

/** What is kept of a file: its bytes at a path, as they came or written anew. */
interface Content {
  type: FileType;
  path: string;
  bytes: Uint8Array;
  small: string | null;
  width: number | null;
  height: number | null;
}

async function contentOf({ path }: ArrivedFile): Promise<Checked<Content>> {
  const bytes = await readFile(path);
  const seeming = seemingType(bytes.subarray(0, BEGINNING));
  if (!seeming.ok) return seeming;
  if (seeming.value === PDF || seeming.value === WORD) {
    const checked = await (seeming.value === PDF ? checkedPdf(bytes) : checkedWord(bytes));
    const type = seeming.value;
    return checked.ok ? { ok: true, value: { type, path, bytes, small: null, width: null, height: null } } : checked;
  }
  const written = await rewrittenPicture(bytes, seeming.value);
  if (!written.ok) return written;
  const { type, whole, small, width, height } = written.value;
  const paths = { whole: join(dirname(path), uuidv7()), small: join(dirname(path), uuidv7()) };
  await Promise.all([writeWhole(paths.whole, whole), writeWhole(paths.small, small)]);
  return { ok: true, value: { type, path: paths.whole, bytes: whole, small: paths.small, width, height } };
}
