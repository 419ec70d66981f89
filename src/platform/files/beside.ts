import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../settings.ts';

/** What a worker is given besides its order. */
export interface Surroundings {
  /** The program's folder. */
  folder: string;
}

/** What a worker answers. */
export type Made = { file: Uint8Array } | { fault: string };

let last: Promise<unknown> = Promise.resolve();

/**
 * A file made in a worker thread of its own, so that no page waits for it and its memory is given back; one file at a time.
 * `worker` is the name of a script in this folder. Throws where it says that it could not make the file.
 */
export function madeBeside(worker: string, order: object): Promise<Uint8Array> {
  const made = last.then(() => oneFile(worker, order));
  last = made.catch(() => undefined);
  return made;
}

function oneFile(script: string, order: object): Promise<Uint8Array> {
  const folder = programFolder();
  return new Promise((resolve, reject) => {
    const fail = (fault: string | number) => reject(new Error(`${script} made no file: ${fault}`));
    const worker = new Worker(join(folder, 'src', 'platform', 'files', script), {
      workerData: { folder, ...order } satisfies Surroundings,
      execArgv: [],
    });
    worker.once('message', (made: Made) => ('file' in made ? resolve(made.file) : fail(made.fault)));
    worker.once('error', reject);
    worker.once('exit', fail);
  });
}
