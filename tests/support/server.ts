import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** A temporary data folder. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'common-space-test-'));
}

/** Removes a temporary data folder. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface RunningServer {
  origin: string;
  process: ChildProcess;
  /** All it has said so far. */
  said(): string;
  /** Asks it to stop and waits; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built server on a free port of loopback. Throws, with what it said, when it does not come to serve. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = spawn(process.execPath, [join(root, 'bin', 'start.js')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      // A test asks nobody on the network.
      LINK_CHECKS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  let said = '';
  const ended = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)));
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Common Space is at (http:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });
  return {
    origin,
    process: server,
    said: () => said,
    stop() {
      process.off('exit', end);
      server.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs one command of the command line to its end. */
export function cli(
  words: string[],
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<{ code: number | null; out: Buffer; err: string; process: ChildProcess }> {
  const command = spawn(process.execPath, [join(root, 'bin', 'common-space.js'), ...words], {
    cwd: root,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  let err = '';
  command.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  command.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) =>
    command.once('close', (code) => resolve({ code, out: Buffer.concat(out), err, process: command })),
  );
}

/** The Word file of the annex of 2020. */
export const ANNEX = join(root, 'tests', 'fixtures', 'annex-2020.docx');
