import { askedBeside } from '../files/beside.ts';
import { type Checked, refused } from './checked.ts';
import { EXAMINATION, LONGEST_SIDE, MOST_PIXELS } from './limits.ts';
import type { Seeming } from './recognise.ts';
import type { FileType } from './types.ts';

/** The formats pictures come in. */
export type PictureType = Extract<Seeming, `image/${string}`>;

/** A picture as we wrote it: not a byte of what was sent is in it but its pixels. */
export interface Picture {
  type: FileType;
  whole: Uint8Array;
  /** The same, small, as WebP. */
  small: Uint8Array;
  /** Of the whole one, in pixels. */
  width: number;
  height: number;
}

/** What the worker is asked, and what it answers. */
export interface PictureOrder {
  bytes: Uint8Array;
  type: PictureType;
}
export type PictureAnswer = Picture | 'too-many-pixels' | 'broken';

/**
 * A picture decoded and written anew, upright, in the common colours (sRGB), at most as large as pictures are kept, without
 * whatever else the file held: place, time and device of a photograph, comments, other files. Of one that moves, the first image. One
 * of too many pixels is refused before it is decoded.
 */
export async function rewrittenPicture(bytes: Uint8Array, type: PictureType): Promise<Checked<Picture>> {
  const order: PictureOrder = { bytes, type };
  const answer = await askedBeside<PictureAnswer>('uploads/picture-worker.ts', order, EXAMINATION).catch(() => null);
  if (answer === null) return refused('files.not-examined');
  if (answer === 'broken') return refused('files.picture-broken');
  if (answer === 'too-many-pixels')
    return refused('files.too-many-pixels', { most: MOST_PIXELS / 1_000_000, side: LONGEST_SIDE });
  return { ok: true, value: answer };
}
