import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How far a long piece of work has come. */
export type Progress = (done: number, total: number) => void;

/** What can be asked of a running server by whoever owns its data folder: an operation by name, JSON in and out. */
export type Perform = (operation: string, input: unknown, progress: Progress) => Promise<unknown>;

type Line = { progress: [number, number] } | { value: unknown } | { error: string };

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
    readAll(incoming)
      .then((body) => JSON.parse(body) as { operation: string; input: unknown })
      .then(({ operation, input }) => perform(operation, input, progress))
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
  progress: Progress,
): Promise<unknown> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ socketPath: path, method: 'POST', path: '/' }, resolve);
    asked.once('error', reject);
    asked.end(JSON.stringify({ operation, input }));
  });
  let rest = '';
  answer.setEncoding('utf8');
  for await (const chunk of answer) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    for (const text of lines) {
      const line = JSON.parse(text) as Line;
      if ('progress' in line) progress(...line.progress);
      else if ('error' in line) throw new Error(line.error);
      else return line.value;
    }
  }
  throw new Error('The server stopped before it had answered. Nothing was half-applied; run the command again.');
}

async function readAll(incoming: IncomingMessage): Promise<string> {
  incoming.setEncoding('utf8');
  let body = '';
  for await (const chunk of incoming) body += chunk;
  return body;
}
