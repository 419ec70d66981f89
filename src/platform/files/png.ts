import { madeBeside } from './beside.ts';

/** What a PNG is made of. */
export interface PngOrder {
  svg: string;
  /** How many dots to a unit of the picture. */
  zoom: number;
}

/** An SVG as a PNG, its texts in our fonts; nothing that it may refer to is loaded. The same order gives the same bytes. */
export function pngOf(order: PngOrder): Promise<Uint8Array> {
  return madeBeside('png-worker.ts', order);
}
