import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { programFolder } from '../settings.ts';

/** What a worker is given besides its order. */
export interface Surroundings {
  /** The program's folder. */
  folder: string;
}

/** What a worker that makes a file answers. */
export type Made = { file: Uint8Array } | { fault: string };

let last: Promise<unknown> = Promise.resolve();

/**
 * A file made in a worker thread. `worker` is the name of a script in this folder. Throws where it says that it could not make
 * the file.
 */
export async function madeBeside(worker: string, order: object): Promise<Uint8Array> {
  const made = await askedBeside<Made>(join('files', worker), order);
  if ('fault' in made) throw new Error(`${worker} made no file: ${made.fault}`);
  return made.file;
}

/**
 * What a worker thread of its own answers to an order, so that no page waits for it and its memory is given back; one worker at
 * a time. `worker` is the path of a script from this room. Throws where it ends without an answer, or takes longer
 * than `patience` milliseconds, waiting for others not counted.
 */
export function askedBeside<Answer>(worker: string, order: object, patience?: number): Promise<Answer> {
  const asked = last.then(() => oneAnswer<Answer>(worker, order, patience));
  last = asked.catch(() => undefined);
  return asked;
}

function oneAnswer<Answer>(script: string, order: object, patience: number | undefined): Promise<Answer> {
  const folder = programFolder();
  return new Promise((resolve, reject) => {
    const fail = (why: string | number) => reject(new Error(`${script} gave no answer: ${why}`));
    const worker = new Worker(join(folder, 'src', 'platform', script), {
      workerData: { folder, ...order } satisfies Surroundings,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    const timer = patience && setTimeout(() => void worker.terminate(), patience);
    worker.once('message', (answer: Answer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      fail(code);
    });
  });
}
