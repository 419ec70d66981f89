import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  ImageMagick,
  initializeImageMagick,
  MagickColor,
  type MagickFormat,
  MagickImage,
  MagickImageInfo,
  MagickReadSettings,
} from '@imagemagick/magick-wasm';
import { Document, Packer, Paragraph } from 'docx';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { pdfOf } from '../files/pdf.ts';

/** The text every virus scanner takes for a virus, and that is none (eicar.org). Put together here, so that none takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

/** A PDF as this program itself sets it. */
export const setPdf = (text = 'What a city learnt.') =>
  pdfOf({ template: 'tests/fixtures/attachments/plain.typ', data: { title: 'A practice', text } }).then(Buffer.from);

/** A PDF of one empty page, written by hand, with more in its catalogue, its trailer, its page, or as a further object. */
export function handmadePdf({ catalog = '', trailer = '', page = '', more = '' } = {}): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] ${page} >>`,
    ...(more ? [more] : []),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A Word document as Word would write it. */
export const word = (text = 'What a city learnt.') =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }));

/** A Word document with parts added, changed (by what they were) or taken off (null), packed anew. */
export async function changedWord(
  changes: Record<string, string | Uint8Array | null | ((before: string) => string)>,
  level: 0 | 6 = 6,
): Promise<Buffer> {
  const parts: Zippable = unzipSync(await word());
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete parts[name];
    else if (typeof change === 'function')
      parts[name] = strToU8(change(Buffer.from(parts[name] as Uint8Array).toString()));
    else parts[name] = typeof change === 'string' ? strToU8(change) : change;
  }
  return Buffer.from(zipSync(parts, { level }));
}

let ready: Promise<void> | undefined;
const library = () =>
  (ready ??= initializeImageMagick(
    readFileSync(createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')),
  ));

/** A picture whose left upper corner is red and the rest of it blue. */
export async function picture(format: MagickFormat, width = 60, height = 40): Promise<Buffer> {
  await library();
  return ImageMagick.read(new MagickColor('blue'), width, height, (image) => {
    const red = MagickImage.create();
    red.read(new MagickColor('red'), Math.ceil(width / 3), Math.ceil(height / 3));
    image.composite(red);
    red.dispose();
    image.quality = 95;
    return image.write(format, (data) => Buffer.from(Uint8Array.from(data)));
  });
}

/** What there is to see of a picture: its format and size, the colour of a corner, and what else the file holds. */
export async function seenOf(bytes: Uint8Array) {
  await library();
  const { format } = MagickImageInfo.create(bytes);
  return ImageMagick.read(bytes, new MagickReadSettings(), (image) => {
    const colour = (x: number, y: number) =>
      image.getPixels((pixels) => {
        const [red = 0, , blue = 0] = pixels.getPixel(x, y);
        return red > 128 && blue < 128 ? 'red' : 'blue';
      });
    const { width, height, profileNames: profiles, comment } = image;
    const corners = { upperLeft: colour(1, 1), upperRight: colour(width - 2, 1), lowerLeft: colour(1, height - 2) };
    return { format, width, height, corners, profiles, comment };
  });
}

/** A JPEG with what a telephone writes into it: which way up it was held (EXIF 2.32, tag 0x0112), and where, 0x8825. */
export function asFromTelephone(jpeg: Buffer, orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number[]) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    Buffer.from(value).copy(bytes, 8);
    return bytes;
  };
  const list = (...entries: Buffer[]) => Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.alloc(4)]);
  const first = list(entry(0x0112, 3, 1, [0, orientation]), entry(0x8825, 4, 1, [0, 0, 0, 38]));
  const place = list(entry(0x0001, 2, 2, [...Buffer.from('N\0')]), entry(0x001d, 2, 11, [0, 0, 0, 68]));
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'),
    first,
    place,
    Buffer.from('GPS-PLACE\0\0'),
  ]);
  const head = Buffer.from([0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** The header of a PNG that claims a size, with a body that is empty. */
export function claimingPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc(body), frame.length - 4);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from([0x78, 0x9c, 0x03, 0, 0, 0, 0, 1])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
