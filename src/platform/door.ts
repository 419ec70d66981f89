import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How far a long piece of work has come. */
export type Progress = (done: number, total: number) => void;

/** What goes to and fro while an operation is performed: plain JSON, one value after the other. */
export interface Dialogue {
  progress: Progress;
  /** What the asker sends, more than one would hold in memory. Can be gone through once. */
  items: AsyncIterable<unknown>;
  /** What the asker is told before the end; done when it may be told more. */
  tell(values: unknown[]): Promise<void>;
}

/** What can be asked of a running server by whoever owns its data folder: an operation by name, JSON in and out. */
export type Perform = (operation: string, input: unknown, dialogue: Dialogue) => Promise<unknown>;

/** The first line that is sent; the items follow, one a line. */
interface Question {
  operation: string;
  input: unknown;
}
type Line = { progress: [number, number] } | { told: unknown[] } | { value: unknown } | { error: string };

/**
 * Where the door of a data folder is: a Unix socket in it, or, where that path would be longer than a socket's address
 * can be (107 bytes on Linux), in a private folder of the system's temporary one.
 */
export function doorPath(dataDir: string): string {
  const inside = join(dataDir, 'door.sock');
  if (Buffer.byteLength(inside) <= 100) return inside;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `common-space-${name}`, 'door.sock');
}

/**
 * Opens the door: commands of the same user reach the running server through it, so that they work on the one database
 * that only one process may open. The socket and its folder are the user's alone; there is no other door.
 */
export async function openDoor(path: string, perform: Perform): Promise<{ close(): Promise<void> }> {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 });
  // The folder is locked by us, so a socket that is there was left by a server that died.
  rmSync(path, { force: true });
  const server = createServer((incoming, outgoing) => {
    const say = (line: Line) => outgoing.write(`${JSON.stringify(line)}\n`);
    let said = 0;
    const progress: Progress = (done, total) => {
      if (Date.now() - said < 100 && done < total) return;
      said = Date.now();
      say({ progress: [done, total] });
    };
    const tell = async (told: unknown[]) => {
      if (!say({ told })) await once(outgoing, 'drain');
    };
    const lines = linesOf(incoming);
    lines
      .next()
      .then(({ value: first = '' }) => JSON.parse(first as string) as Question)
      .then(({ operation, input }) => perform(operation, input, { progress, items: itemsIn(lines), tell }))
      .then((value) => say({ value }))
      .catch((error: unknown) => say({ error: error instanceof Error ? error.message : String(error) }))
      .finally(() => outgoing.end());
  });
  await listening(server, path);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, path: string): Promise<void> {
  const mask = process.umask(0o177);
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  }).finally(() => process.umask(mask));
}

/** Asks the server behind the door. Throws what it threw, or that nobody answers. */
export async function throughDoor(
  path: string,
  operation: string,
  input: unknown,
  { progress, items, tell }: Dialogue,
): Promise<unknown> {
  const asked = request({ socketPath: path, method: 'POST', path: '/' });
  /** What went wrong on our own side, in what is sent. */
  let own: unknown;
  async function* lines(): AsyncGenerator<string> {
    yield `${JSON.stringify({ operation, input } satisfies Question)}\n`;
    try {
      for await (const item of items) yield `${JSON.stringify(item)}\n`;
    } catch (error) {
      own = error;
      throw error;
    }
  }
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  // A server may answer before it has heard all: that sending then stops is no fault.
  pipeline(Readable.from(lines()), asked).catch(() => undefined);
  try {
    for await (const text of linesOf(await answer)) {
      const line = JSON.parse(text) as Line;
      if ('progress' in line) progress(...line.progress);
      else if ('told' in line) await tell(line.told);
      else if ('error' in line) throw new Error(line.error);
      else return line.value;
    }
  } catch (error) {
    throw own ?? error;
  } finally {
    asked.destroy();
  }
  throw new Error('The server stopped before it had answered. Nothing was half-applied; run the command again.');
}

async function* linesOf(incoming: IncomingMessage): AsyncGenerator<string> {
  incoming.setEncoding('utf8');
  let rest = '';
  for await (const chunk of incoming) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

async function* itemsIn(lines: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of lines) yield JSON.parse(line);
}
