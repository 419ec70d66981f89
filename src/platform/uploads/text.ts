import { readFile } from 'node:fs/promises';
import { askedBeside } from '../files/beside.ts';
import { EXAMINATION } from './limits.ts';
import { type FileType, PDF, WORD } from './types.ts';

/** As much text of one file as is kept, in characters: about 130 closely printed pages. */
export const MOST_FILE_TEXT = 400_000;

/** What a worker is told to read. */
export interface TextOrder {
  bytes: Uint8Array;
  type: typeof PDF | typeof WORD;
  /** In characters; what comes after is left out. */
  most: number;
}

/** What a file says. */
export interface TextOfFile {
  /** 'none' where there is no text in it: pages that are pictures. */
  outcome: 'read' | 'none' | 'failed';
  /** Its pages, parted by form feeds; of a Word document, which has none, one. */
  text: string;
  /** It says more than is here. */
  cut: boolean;
}

/**
 * The text of a kept PDF or Word document, read in a worker thread. 'later' where the reading ended without an answer: it took too long or
 * too much memory, or the bytes could not be had. Other files have no text.
 */
export async function textOfFile(path: string, type: FileType): Promise<TextOfFile | 'later'> {
  if (type !== PDF && type !== WORD) return { outcome: 'none', text: '', cut: false };
  try {
    const bytes = await readFile(path);
    const order: TextOrder = { bytes, type, most: MOST_FILE_TEXT };
    return await askedBeside<TextOfFile>('uploads/text-worker.ts', order, EXAMINATION);
  } catch {
    return 'later';
  }
}
