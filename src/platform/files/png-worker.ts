import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Made } from './beside.ts';
import { readFonts } from './fonts.ts';
import type { PngOrder } from './png.ts';

const { svg, zoom } = workerData as PngOrder;

/** Draws the picture. */
async function made(): Promise<Made> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: readFonts(), defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
  });
  return { file: picture.render().asPng() };
}

parentPort!.postMessage(await made());
