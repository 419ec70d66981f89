import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { mailTo, signedInAs, visit, type Visit } from '../support/visit.ts';

const ASK = '/practices/papyrus-project/replicate';
const REQUESTS = '/replication-requests';

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let asker: Visit;
  let unit: Visit;
  /** The first mail to an address that speaks of something; waits until it comes. */
  const mailed = async (address: string, words: string) => {
    for (let tries = 0; tries < 100; tries++, await wait(100)) {
      const mail = mailTo(folder, address).find((one) => one.includes(words));
      if (mail) return mail;
    }
    throw new Error(`No mail came to ${address}.`);
  };
  const location = (response: Response) => response.headers.get('location');

  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    environment['ORIGIN'] = server.origin;
    asker = await signedInAs(server, folder, 'contributor', { email: 'asker@example.org', environment });
    unit = await signedInAs(server, folder, 'support-unit', { email: 'unit@example.org', environment });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('a visitor signs in first, and comes back to where they were going', async () => {
    const answer = await visit(server).get(ASK);
    expect([answer.status, location(answer)]).toEqual([303, `/sign-in?next=${encodeURIComponent(ASK)}`]);
    expect((await visit(server).get(REQUESTS)).status).toBe(303);
  });

  test('what was typed is there again where something is missing, in the reader’s language', async () => {
    const answer = await asker.post(`/fr${ASK}`, { place: '', message: '<b>Comment ?</b>' });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('Nommez le lieu');
    expect(page).toContain('&lt;b>Comment ?&lt;/b>');
  });

  test('a question from another site is not taken', async () => {
    const fields = { place: 'Quito', message: 'How?' };
    const answer = await asker.post(ASK, fields, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });

  test('is asked, told by mail, answered, and each side has the other’s address: without scripts', async () => {
    const asked = await asker.post(ASK, { place: 'Quito, Ecuador', message: 'How do you <i>begin</i>?' });
    expect([asked.status, location(asked)]).toEqual([303, `${REQUESTS}?asked=1`]);
    const mail = await mailed('unit@example.org', 'How do you');
    expect(mail).toContain('Quito, Ecuador');
    expect(mail).not.toContain('asker@example.org');

    const list = await (await unit.get(REQUESTS)).text();
    expect(list).toContain('How do you &lt;i>begin&lt;/i>?');
    expect(list).not.toContain('asker@example.org');
    const id = /name="id" value="([^"]+)"/.exec(list)![1]!;
    expect((await asker.post(REQUESTS, { id, answer: 'yes', text: '' })).status).toBe(404);
    expect((await unit.post(REQUESTS, { id, answer: '', text: 'kept' })).status).toBe(400);
    expect((await unit.post(REQUESTS, { id, answer: 'yes', text: 'With one desk.' })).status).toBe(303);
    expect((await unit.post(REQUESTS, { id, answer: 'not-now', text: 'late' })).status).toBe(400);
    expect(await mailed('asker@example.org', 'With one desk.')).toContain('unit@example.org');
    expect(await (await asker.get(REQUESTS)).text()).toContain('With one desk.');
    expect(await (await visit(server).get('/practices/papyrus-project')).text()).not.toContain('Quito');
    const data = (await (await asker.get('/account/data.json')).json()) as { replicationRequests: unknown[] };
    expect(data.replicationRequests).toHaveLength(1);
  });

  test('who asks too often is told to wait', async () => {
    let status = 0;
    for (let tries = 0; tries < 70 && status !== 429; tries++)
      ({ status } = await asker.post(ASK, { place: '', message: '' }));
    expect(status).toBe(429);
  });
});
