import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface RunningPostgres {
  url: string;
  /** Takes it away under whoever uses it. */
  halt(): Promise<void>;
  /** Brings it back, with its data, at the same address. */
  resume(): Promise<void>;
  /** Ends it and forgets everything. */
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of our own in a temporary folder, reached over loopback only, that forgets everything when stopped. As root
 * it runs as the user "postgres" of the installed package: PostgreSQL refuses to run as root.
 */
export async function startPostgres(bin: string): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'common-space-postgres-'));
  const account = process.getuid?.() === 0 ? accountOf('postgres') : null;
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'forum', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    stdio: 'ignore',
    cwd: folder,
    ...account,
  });
  const url = `postgresql://forum@127.0.0.1:${port}/postgres`;
  let server: ChildProcess;
  const end = () => server.kill('SIGKILL');
  const resume = async () => {
    server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-F', '-c', 'max_connections=60'],
      { stdio: 'ignore', cwd: folder, ...account },
    );
    await answering(url, server);
  };
  const halt = async () => {
    if (server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  };
  process.once('exit', end);
  await resume();
  return {
    url,
    halt,
    resume,
    async stop() {
      process.off('exit', end);
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountOf(name: string): { uid: number; gid: number } {
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (server.exitCode !== null) throw new Error('PostgreSQL did not start.');
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await wait(200);
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds.');
}

/** A port of loopback nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
