import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfAnswer, PdfOrder } from './pdf.ts';

const { folder, template, data } = workerData as PdfOrder & { folder: string };

const require = createRequire(import.meta.url);
const font = (name: string, file: string) =>
  readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file));
const FONTS = [
  font('noto-sans', '400Regular/NotoSans_400Regular.ttf'),
  font('noto-sans', '700Bold/NotoSans_700Bold.ttf'),
  font('vazirmatn', '400Regular/Vazirmatn_400Regular.ttf'),
  font('vazirmatn', '700Bold/Vazirmatn_700Bold.ttf'),
];

/** Sets the document, and says what is wrong with it where it cannot. */
function answer(): PdfAnswer {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: FONTS }] });
  const done = compiler.compile({
    mainFilePath: join(folder, template),
    inputs: { data: JSON.stringify(data) },
  });
  if (done.result === null) {
    const error = done.takeError();
    return { fault: JSON.stringify(error === null ? null : compiler.fetchDiagnostics(error)).slice(0, 2000) };
  }
  try {
    return { pdf: compiler.pdf(done.result, { pdfStandard: 'ua-1' }) };
  } catch {
    return { pdf: compiler.pdf(done.result, { pdfTags: true }) };
  }
}

parentPort!.postMessage(answer());
