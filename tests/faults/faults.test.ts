import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { freshPostgres } from '../support/databases.ts';
import { ANNEX, cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

const root = join(import.meta.dirname, '..', '..');
const folders: string[] = [];
const servers: RunningServer[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
const start = async (dataDir: string, environment: Record<string, string> = { SAMPLE: 'off' }) => {
  const server = await startServer(dataDir, environment);
  servers.push(server);
  return server;
};
const totalAt = async ({ origin }: RunningServer) =>
  ((await (await fetch(`${origin}/api/v1/practices`)).json()) as { total: number }).total;

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.process.exitCode === null) await server.stop();
  folders.splice(0).forEach(removeFolder);
});

const rows = 3_000;
function largeFile(dataDir: string): string {
  const file = join(dataDir, 'large.csv');
  const lines = Array.from(
    { length: rows },
    (_, at) => `Practice of place ${at * 7919},10.7,Kenya,What is done at ${at}`,
  );
  writeFileSync(file, `Title,SDG,Country,Summary\n${lines.join('\n')}\n`);
  return file;
}

describe('A process that is killed in the middle of an import', () => {
  test.each([300, 700, 1_100, 1_600, 2_200])(
    'leaves all of it or nothing (command killed after %i ms)',
    async (after) => {
      const dataDir = folder();
      const file = largeFile(dataDir);
      const command = spawn(process.execPath, [join(root, 'bin/common-space.js'), 'import', file, '--apply'], {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => command.once('exit', resolve));
      await Promise.race([wait(after), ended]);
      command.kill('SIGKILL');
      await ended;
      const total = await totalAt(await start(dataDir));
      expect([0, rows]).toContain(total);
    },
  );

  test('leaves all of it or nothing when it is the server, which starts again by itself', async () => {
    const dataDir = folder();
    const file = largeFile(dataDir);
    const server = await start(dataDir);
    const importing = cli(['import', file, '--apply'], dataDir);
    await wait(1_200);
    server.process.kill('SIGKILL');
    await importing;
    const again = await start(dataDir);
    expect([0, rows]).toContain(await totalAt(again));
    await cli(['import', file, '--apply'], dataDir);
    expect(await totalAt(again)).toBe(rows);
  });

  test.each([900, 1_500, 2_500])('leaves all of it or nothing behind a server that goes on (%i ms)', async (after) => {
    const dataDir = folder();
    const file = largeFile(dataDir);
    const server = await start(dataDir);
    const command = spawn(process.execPath, [join(root, 'bin/common-space.js'), 'import', file, '--apply'], {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => command.once('exit', resolve));
    await Promise.race([wait(after), ended]);
    command.kill('SIGKILL');
    await ended;
    expect([0, rows]).toContain(await totalAt(server));
    await cli(['import', file, '--apply'], dataDir);
    expect(await totalAt(server)).toBe(rows);
  });
});

describe('A data folder', () => {
  test('belongs to one server: a second one refuses to start and says why', async () => {
    const dataDir = folder();
    await start(dataDir);
    const second = await startServer(dataDir, { SAMPLE: 'off' }).catch((error: Error) => error);
    expect(second).toBeInstanceOf(Error);
    expect((second as Error).message).toMatch(/ended with 1.*in use by another Common Space \(process \d+\)/s);
  });

  test('is free again after a server was killed', async () => {
    const dataDir = folder();
    const killed = await start(dataDir);
    await cli(['import', ANNEX, '--apply'], dataDir);
    killed.process.kill('SIGKILL');
    await wait(200);
    expect(await totalAt(await start(dataDir))).toBe(42);
  });
});

describe('A server that is asked to stop', () => {
  test('ends with 0, having closed its database', async () => {
    const server = await start(folder());
    expect(await server.stop()).toBe(0);
    expect(server.said()).toContain('"msg":"closed"');
  });

  test('finishes the requests that are in flight', async () => {
    const server = await start(folder(), { SAMPLE: 'on' });
    const asked = Array.from({ length: 20 }, () => fetch(`${server.origin}/practices`));
    // They must have arrived before the stop does.
    await asked[0];
    const stopped = server.stop();
    const answers = await Promise.all(asked);
    for (const answer of answers) expect((await answer.text()).endsWith('</html>\n')).toBe(true);
    expect(await stopped).toBe(0);
  });
});

describe('A first start', () => {
  test('loads the sample forum, and a later one does not bring it back', async () => {
    const dataDir = folder();
    const first = await start(dataDir, {});
    expect(await totalAt(first)).toBe(42);
    await first.stop();
    const empty = folder();
    await (await start(empty)).stop();
    expect(await totalAt(await start(empty, {}))).toBe(0);
  });

  test.skipIf(!process.env['TEST_POSTGRES'])('works the same on PostgreSQL, also for two at once', async () => {
    const database = { DATABASE_URL: await freshPostgres() };
    const [one, other] = await Promise.all([
      start(folder(), database),
      start(folder(), { ...database, SAMPLE: 'off' }),
    ]);
    expect((await cli(['import', ANNEX, '--apply'], folder(), database)).code).toBe(0);
    expect(await totalAt(one)).toBe(42);
    expect(await totalAt(other)).toBe(42);
  });
});
