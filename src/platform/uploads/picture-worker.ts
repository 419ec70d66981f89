import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import {
  ColorSpace,
  type IMagickImage,
  ImageMagick,
  initializeImageMagick,
  MagickFormat,
  MagickGeometry,
  MagickImageInfo,
  MagickReadSettings,
  ResourceLimits,
} from '@imagemagick/magick-wasm';
import { KEPT_SIDE, LONGEST_SIDE, MOST_PIXELS, SMALL_SIDE } from './limits.ts';
import type { PictureAnswer, PictureOrder, PictureType } from './picture.ts';
import type { FileType } from './types.ts';

/** How each format is read and written. The format is told, never guessed: the library knows many that we do not want read. */
const FORMATS: Record<PictureType, { read: MagickFormat; write: MagickFormat; type: FileType }> = {
  'image/png': { read: MagickFormat.Png, write: MagickFormat.Png, type: 'image/png' },
  'image/jpeg': { read: MagickFormat.Jpeg, write: MagickFormat.Jpeg, type: 'image/jpeg' },
  'image/webp': { read: MagickFormat.WebP, write: MagickFormat.WebP, type: 'image/webp' },
  'image/gif': { read: MagickFormat.Gif, write: MagickFormat.Png, type: 'image/png' },
};
const QUALITY = 85;
const SMALL_QUALITY = 75;
/** Decoded pixels, in bytes: twice what the largest picture takes. */
const MOST_MEMORY = 1024n * 1024n * 1024n;

/** Reads, turns, makes smaller and writes the picture. */
async function answered({ bytes, type }: PictureOrder): Promise<PictureAnswer> {
  await initializeImageMagick(
    readFileSync(createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')),
  );
  const format = FORMATS[type];
  const settings = new MagickReadSettings({ format: format.read, frameIndex: 0, frameCount: 1 });
  try {
    const { width, height } = MagickImageInfo.create(bytes, settings);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) return 'too-many-pixels';
    setLimits();
    // A large JPEG can be decoded at a part of its size, which saves most of the memory.
    if (Math.max(width, height) > KEPT_SIDE) settings.setDefine(MagickFormat.Jpeg, 'size', `${KEPT_SIDE}x${KEPT_SIDE}`);
    return ImageMagick.read(bytes, settings, (image) => {
      image.autoOrient();
      if (image.colorSpace !== ColorSpace.Gray) image.colorSpace = ColorSpace.sRGB;
      image.strip();
      const whole = written(image, KEPT_SIDE, format.write, QUALITY);
      const size = { width: image.width, height: image.height };
      return { type: format.type, whole, small: written(image, SMALL_SIDE, MagickFormat.WebP, SMALL_QUALITY), ...size };
    });
  } catch {
    return 'broken';
  }
}

/** Whatever a file says further inside: no image of it may be larger than its head may say, and none is put aside on a disk. */
function setLimits(): void {
  ResourceLimits.width = BigInt(LONGEST_SIDE);
  ResourceLimits.height = BigInt(LONGEST_SIDE);
  ResourceLimits.memory = MOST_MEMORY;
  ResourceLimits.disk = 0n;
}

/** The picture with its longer side at most `side`, as a file. */
function written(image: IMagickImage, side: number, format: MagickFormat, quality: number): Uint8Array {
  if (Math.max(image.width, image.height) > side) image.resize(new MagickGeometry(side, side));
  image.quality = quality;
  // The bytes lie in the library's own memory and are copied out of it.
  return image.write(format, (data) => Uint8Array.from(data));
}

parentPort!.postMessage(await answered(workerData as PictureOrder));
