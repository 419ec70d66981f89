import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PdfFinding } from './pdf.ts';

/** Pages that are looked at one by one; of a longer document, the first so many. */
const MOST_PAGES = 2_000;

/** Reads the document, page after page. */
async function found(bytes: Uint8Array): Promise<PdfFinding> {
  try {
    const document = await getDocumentProxy(bytes, { stopAtErrors: true });
    const { info } = (await document.getMetadata()) as { info: { EncryptFilterName?: string | null } };
    if (info.EncryptFilterName) return 'encrypted';
    if (await document.getJSActions()) return 'runs-script';
    if (await document.getAttachments()) return 'holds-files';
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number);
      if (await page.getJSActions()) return 'runs-script';
      const notes = (await page.getAnnotations()) as { subtype?: string; actions?: unknown }[];
      if (notes.some(({ subtype }) => subtype === 'FileAttachment')) return 'holds-files';
      if (notes.some(({ actions }) => actions)) return 'runs-script';
      page.cleanup();
    }
    return document.numPages > 0 ? 'good' : 'broken';
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken';
  }
}

parentPort!.postMessage(await found((workerData as { bytes: Uint8Array }).bytes));
