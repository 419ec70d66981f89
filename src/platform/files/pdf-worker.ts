import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import initTypst, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import type { Made, Surroundings } from './beside.ts';
import { readFonts } from './fonts.ts';
import type { PdfOrder } from './pdf.ts';

const { folder, template, data } = workerData as PdfOrder & Surroundings;

/** Full texts of what is wrong, with their places. */
const DIAGNOSTICS = 2;

/** Sets the document, and says what is wrong with it where it cannot. */
async function made(): Promise<Made> {
  const engine = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
  await initTypst({ module_or_path: readFileSync(engine) });
  const builder = new TypstCompilerBuilder();
  // It reads no file but those it is given here.
  builder.set_dummy_access_model();
  for (const font of readFonts()) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const templates = dirname(join(folder, template));
  for (const file of readdirSync(templates).filter((name) => extname(name) === '.typ'))
    compiler.add_source(`/${file}`, readFileSync(join(templates, file), 'utf8'));
  const inputs = [['data', JSON.stringify(data)]];
  const { result, diagnostics } = compiler.compile(`/${basename(template)}`, inputs, 'pdf', DIAGNOSTICS) as {
    result?: Uint8Array;
    diagnostics?: unknown;
  };
  return result ? { file: result } : { fault: `${template}: ${JSON.stringify(diagnostics).slice(0, 2000)}` };
}

parentPort!.postMessage(await made());
