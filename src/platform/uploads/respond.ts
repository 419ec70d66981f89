import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import { parse as parseRange, type Range } from 'range-parser';
import type { Locale } from '#vocab/language.ts';
import { translate } from '../languages.ts';
import { type Copy, type FileRoom, placeOf } from './room.ts';
import type { KeptFile } from './store.ts';
import { PDF } from './types.ts';

/** How a file is answered with. */
export interface Serving {
  copy: Copy;
  /** Whether it is shown in the browser where that is harmless, or saved. */
  show: boolean;
  /** Whether caches in between may keep it: what belongs to a published practice. */
  public: boolean;
  /** Of what is said where it cannot be had. */
  locale: Locale;
}

/** Nothing in a file runs or fetches anything, whatever it is. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
/** Nor has it an origin of its own. A PDF that is shown is not told so: Safari then shows nothing, and it holds no scripts (pdf.ts). */
const SANDBOX = `${POLICY}; sandbox`;

/**
 * The answer to a request for a file: whole, a part of it, or that the reader has it already. Who may have it was settled before. A file
 * that the virus scanner has not cleared is not handed out (503, later again), and of one that it found infected there is nothing left (410).
 */
export async function fileResponse(
  room: FileRoom,
  file: KeptFile,
  request: Request,
  { copy, show, public: open, locale }: Serving,
): Promise<Response> {
  if (file.scan === 'waiting') return said(503, translate(locale, 'files.not-scanned-yet'), { 'retry-after': '600' });
  const path = placeOf(room, file.id, copy);
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (file.scan === 'infected' || size === null) return said(410, translate(locale, 'files.taken-away'));
  const type = copy === 'small' ? 'image/webp' : file.type;
  const shown = show && (type === PDF || type.startsWith('image/'));
  const etag = `"${file.sha256}${copy === 'small' ? '-small' : ''}"`;
  const headers = new Headers({
    'content-type': type,
    'content-disposition': contentDisposition(copy === 'small' ? undefined : file.name, {
      type: shown ? 'inline' : 'attachment',
    }),
    'content-security-policy': shown && type === PDF ? POLICY : SANDBOX,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Asked for anew each time, and answered in a word while nothing has changed: what is withdrawn is gone at once.
    'cache-control': open ? 'public, no-cache' : 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  });
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const part = askedPart(request, size, etag);
  if (part === 'none') {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = part ?? { start: 0, end: size - 1 };
  if (part) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  headers.set('content-length', String(end - start + 1));
  const body = request.method === 'HEAD' ? null : streamed(path, start, end);
  return new Response(body, { status: part ? 206 : 200, headers });
}

function said(status: number, text: string, headers: Record<string, string> = {}): Response {
  const fixed = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(text, { status, headers: { ...fixed, ...headers } });
}

/** The bit by which the parser says so. */
const MALFORMED = 1;

const matches = (sent: string | null, etag: string) =>
  sent !== null && sent.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')));

/** The one part of the file that is asked for; undefined where it is wanted whole, 'none' where it has no such part. */
function askedPart({ headers, method }: Request, size: number, etag: string): Range | 'none' | undefined {
  const asked = headers.get('range');
  const unless = headers.get('if-range');
  if (!asked || method !== 'GET' || (unless && unless !== etag)) return undefined;
  const { code, type, ranges } = parseRange(size, asked);
  // What is malformed, of another unit, or of several parts may be answered with the whole (RFC 9110, 14.2).
  if (type !== 'bytes' || code & MALFORMED || ranges.length > 1) return undefined;
  return ranges[0] ?? 'none';
}

function streamed(path: string, start: number, end: number): ReadableStream {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream;
}
