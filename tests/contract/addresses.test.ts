import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

describe.each(emptyDatabases())('A practice that moved to another address, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    const answer = await fetch(`${server.origin}/api/v1/practices/papyrus-project`);
    const { id, title } = (await answer.json()) as { id: string; title: string };
    const file = join(folder, 'moved.csv');
    writeFileSync(file, `id,slug,title\n${id},papyrus,${title}\n`);
    const { code, out } = await cli(['import', file, '--apply', '--json'], folder, environment);
    expect(code).toBe(0);
    expect(JSON.parse(out.toString())).toMatchObject({
      changed: [{ slug: 'papyrus', differences: [{ field: 'slug', before: 'papyrus-project', after: 'papyrus' }] }],
    });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test.each([
    ['/practices/papyrus-project', '/practices/papyrus'],
    ['/fr/practices/papyrus-project?version=1', '/fr/practices/papyrus?version=1'],
    ['/practices/papyrus-project/versions?from=1&to=2', '/practices/papyrus/versions?from=1&to=2'],
    ['/practices/papyrus-project.bib', '/practices/papyrus.bib'],
    ['/practices/papyrus-project.pdf', '/practices/papyrus.pdf'],
    ['/api/v1/practices/papyrus-project', '/api/v1/practices/papyrus'],
  ])('%s leads to %s for good', async (former, present) => {
    const headers = { accept: former.startsWith('/api') ? 'application/json' : 'text/html' };
    const answer = await fetch(server.origin + former, { redirect: 'manual', headers });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, present]);
    expect((await fetch(server.origin + present, { headers })).status).toBe(200);
  });

  test('a collection that was sent with its former address still has it', async () => {
    const page = await (await fetch(`${server.origin}/collection?p=papyrus-project&p=remit-hydro`)).text();
    expect(page).toContain('/practices/papyrus"');
    expect(page.match(/<article/g)).toHaveLength(2);
  });
});
