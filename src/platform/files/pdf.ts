import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../settings.ts';

/** What a PDF is made of: a Typst template, and the data it reads as `sys.inputs.data`, which is JSON. */
export interface PdfOrder {
  /** Path of the template, from the program's folder. */
  template: string;
  data: unknown;
}

/** What the worker answers. */
export type PdfAnswer = { pdf: Uint8Array } | { fault: string };

let last: Promise<unknown> = Promise.resolve();

/**
 * A tagged PDF (PDF/UA-1, ISO 14289-1) with its fonts embedded; the same order gives the same bytes. Where a text has a
 * character that none of our fonts can show, the PDF is tagged all the same but does not claim the standard.
 * Setting takes the processor for a while, so it is done beside the server, and one document at a time: its memory is
 * given back in the end. Throws where the template has a fault.
 */
export function pdfOf(order: PdfOrder): Promise<Uint8Array> {
  const made = last.then(() => setBeside(order));
  last = made.catch(() => undefined);
  return made;
}

function setBeside(order: PdfOrder): Promise<Uint8Array> {
  const folder = programFolder();
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(folder, 'src', 'platform', 'files', 'pdf-worker.ts'), {
      workerData: { folder, ...order },
      execArgv: [],
    });
    worker.once('message', (answer: PdfAnswer) => {
      if ('pdf' in answer) resolve(answer.pdf);
      else reject(new Error(`${order.template} could not be set: ${answer.fault}`));
    });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`${order.template} could not be set: the worker ended with ${code}`)),
    );
  });
}
