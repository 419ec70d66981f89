import { Buffer } from 'node:buffer';
import { parentPort, workerData } from 'node:worker_threads';
import mammoth from 'mammoth';
import { getDocumentProxy } from 'unpdf';
import type { TextOfFile, TextOrder } from './text.ts';
import { PDF } from './types.ts';

const { bytes, type, most } = workerData as TextOrder;

/** Letters at the end of a line that go on on the next: "develop-", "ment". Also the soft hyphen. */
const BROKEN_WORD = /(\p{L})(?:-\n|\u00ad\n?)(?=\p{Ll})/gu;

/** A text in one line, words that a line's end broke put together; without what a database text cannot hold. */
function joined(text: string): string {
  return text
    .replace(BROKEN_WORD, '$1')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zs}]+/gu, ' ')
    .trim();
}

async function pagesOfPdf(): Promise<{ pages: string[]; cut: boolean }> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number++) {
    if (length > most) return { pages, cut: true };
    const page = await document.getPage(number);
    const { items } = (await page.getTextContent()) as { items: { str?: string; hasEOL?: boolean }[] };
    const text = joined(items.map(({ str = '', hasEOL = false }) => (hasEOL ? `${str}\n` : str)).join(''));
    page.cleanup();
    pages.push(text);
    length += text.length;
  }
  return { pages, cut: false };
}

async function found(): Promise<TextOfFile> {
  const { pages, cut } =
    type === PDF
      ? await pagesOfPdf()
      : { pages: [joined((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)], cut: false };
  const text = pages.join('\f');
  if (!/[\p{L}\p{N}]/u.test(text)) return { outcome: 'none', text: '', cut: false };
  return { outcome: 'read', text: text.slice(0, most).toWellFormed(), cut: cut || text.length > most };
}

parentPort!.postMessage(await found().catch((): TextOfFile => ({ outcome: 'failed', text: '', cut: false })));
