import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';

/** Values put aside in their order, on disk: memory does not grow with how many there are. They must be plain JSON. */
export interface Spool<Value> {
  readonly count: number;
  add(value: Value): void;
  /** All that was added, again from the first one, at most `size` at a time. */
  batches(size: number): AsyncGenerator<Value[]>;
  /** Forgets all of it. What is still being read of it then fails. */
  close(): void;
}

/** How much is gathered before it is written: characters. */
const GATHERED = 1 << 20;

/** Opens a spool in the system's temporary folder. Whatever becomes of the process, nothing of it is left behind. */
export function openSpool<Value>(): Spool<Value> {
  const path = join(tmpdir(), `common-space-${uuidv7()}`);
  const file = openSync(path, 'wx+', 0o600);
  const remove = () => rmSync(path, { force: true });
  try {
    // An open file outlives its name, and goes with the process. Where a system does not allow that, it goes at the end.
    remove();
  } catch {
    // See close.
  }
  let count = 0;
  let gathered: string[] = [];
  let length = 0;
  const write = () => {
    const bytes = Buffer.from(gathered.join(''));
    for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
    gathered = [];
    length = 0;
  };
  return {
    get count() {
      return count;
    },
    add(value) {
      const line = `${JSON.stringify(value)}\n`;
      gathered.push(line);
      length += line.length;
      count++;
      if (length >= GATHERED) write();
    },
    async *batches(size) {
      write();
      let rest = '';
      let batch: Value[] = [];
      for await (const chunk of createReadStream('', { fd: file, start: 0, autoClose: false, encoding: 'utf8' })) {
        const lines = (rest + (chunk as string)).split('\n');
        rest = lines.pop()!;
        for (const line of lines) {
          batch.push(JSON.parse(line) as Value);
          if (batch.length < size) continue;
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },
    close() {
      closeSync(file);
      remove();
    },
  };
}
