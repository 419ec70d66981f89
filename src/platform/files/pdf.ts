import { madeBeside } from './beside.ts';

/** What a PDF is made of: a Typst template, and the data it reads as `sys.inputs.data`, which is JSON. */
export interface PdfOrder {
  /** Path of the template, from the program's folder. */
  template: string;
  data: unknown;
}

/**
 * A tagged PDF with its fonts embedded; the same order gives the same bytes. Throws where the template has a fault.
 */
export function pdfOf(order: PdfOrder): Promise<Uint8Array> {
  return madeBeside('pdf-worker.ts', order);
}
