import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyDatabases } from '../support/databases.ts';
import { type Character, tellDeskStory } from '../support/desk-story.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { asOperator, mailTo, tokenOf, visit, type Visit } from '../support/visit.ts';

describe.each(emptyDatabases())('The desk, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let drafts: Awaited<ReturnType<typeof tellDeskStory>>;
  const visitors = new Map<Character, Visit>();
  const as = async (who: Character): Promise<Visit> => {
    const known = visitors.get(who);
    if (known) return known;
    const link = await asOperator(folder, environment, (ask) => ask('people.link', { email: `${who}@example.org` }));
    const visitor = visit(server);
    const answer = await visitor.post('/sign-in/link', { token: tokenOf(link!) });
    expect(answer.headers.get('location')).toBe('/desk');
    visitors.set(who, visitor);
    return visitor;
  };
  const read = async (who: Character, path = '/desk') => {
    const visitor = await as(who);
    // What was read in another language before is forgotten: an address without one is read in English.
    visitor.cookies.delete('language');
    const answer = await visitor.get(path);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  /** The number of what waits that stands beside the way to the desk; null where none does. */
  const waits = (page: string) => /\((\d+) things? waits? on you\)/.exec(page)?.[1] ?? null;

  beforeAll(async () => {
    environment = await fresh();
    drafts = await tellDeskStory(folder, environment);
    server = await startServer(folder, { ...environment, SAMPLE: 'off' });
    environment['ORIGIN'] = server.origin;
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('is where whoever signs in comes to, and a visitor is sent to sign in', async () => {
    const answer = await visit(server).get('/desk');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdesk']);
    const { status, headers } = await read('newcomer');
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test('shows a focal point what waits on her first, with what was asked, her drafts and her state’s, and her practices', async () => {
    const { text } = await read('amina');
    const order = [
      'Waits on you',
      'Questions to you (1)',
      'Since which year does the law hold?',
      'Given back to you (1)',
      'Still as described? (1)',
      'Drafts',
      'Practices you answer for',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const id of [drafts.question, drafts.givenBack, drafts.begun])
      expect(text).toContain(`/desk/drafts/${id}/what`);
    expect(text).toContain('A hotline, given up');
    expect(text).not.toContain('Clinics at the border');
    expect(text).not.toContain('How the work goes');
    expect(waits(text)).toBe('3');
  });

  test('shows a curator the oldest of the queue and where a second pair of eyes is wanted', async () => {
    const { text } = await read('curator');
    expect(text).toContain(`/desk/review/${drafts.handedIn}`);
    expect(text).toContain('A second pair of eyes is wanted (1)');
    expect(waits(text)).toBe('2');
    expect(text).not.toContain('How the work goes');
  });

  test('shows the Support Unit its numbers, each with what it means', async () => {
    const { text } = await read('unit');
    for (const words of [
      'How the work goes',
      'From handing in to publishing',
      '19 days',
      'Gaps in the coverage',
      'Practices without an owner',
    ])
      expect(text).toContain(words);
  });

  test('tells whoever has nothing yet what to do first, and counts nothing', async () => {
    const { text } = await read('newcomer');
    expect(text).toContain('Share your first practice');
    expect(text).toContain('href="/share"');
    expect(waits(text)).toBeNull();
    expect((await (await as('newcomer')).get('/practices')).status).toBe(200);
  });

  test('shows a member what colleagues of the organisation have in work and have shared, and opens no draft by that', async () => {
    const { text } = await read('wanjiru');
    const mine = text.slice(text.indexOf('My organisation'));
    for (const words of ['Ministry of Labour', 'Fees for recruiters', 'Village courts', 'to answer a question'])
      expect(mine).toContain(words);
    expect(mine).not.toContain('Savings circles');
    expect(text).not.toContain(drafts.question);
    expect((await (await as('wanjiru')).get(`/desk/drafts/${drafts.question}/what`)).status).toBe(404);
    expect(waits(text)).toBeNull();
  });

  test('shows nothing of somebody else’s, in any language', async () => {
    for (const prefix of ['', '/fr', '/es', '/ar']) {
      const { text } = await read('grace', `${prefix}/desk`);
      expect(text).not.toContain('Fees for recruiters');
      expect(text).not.toContain('Village courts');
    }
  });

  test('lets nobody confirm, archive, change or take out again what is not theirs', async () => {
    const id = /name="id" value="([^"]+)"/.exec((await read('amina')).text)![1]!;
    for (const action of ['confirm', 'archive', 'change', 'reopen'])
      for (const what of [id, drafts.putAway, 'no id at all', '']) {
        const answer = await (await as('grace')).post(`/desk?/${action}`, { id: what });
        expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk?done=gone']);
      }
    expect((await read('amina')).text).toContain('Still as described? (1)');
  });

  test('confirms with one click; the number beside the desk goes down', async () => {
    const id = /name="id" value="([^"]+)"/.exec((await read('amina')).text)![1]!;
    const answer = await (await as('amina')).post('/fr/desk?/confirm', { id });
    expect(answer.headers.get('location')).toBe('/fr/desk?done=confirmed');
    const { text } = await read('amina', '/desk?done=confirmed');
    expect(text).toContain('it is noted that the practice is still as described');
    expect(waits(text)).toBe('2');
  });

  test('a notification leads to what it is about and is read from then on; nobody else opens it', async () => {
    const { text } = await read('amina', '/desk/notifications');
    const [, id] = /href="\/desk\/notifications\/([0-9a-f-]{36})"[^>]*>[^<]*has a question to you/.exec(text)!;
    const foreign = await (await as('grace')).get(`/desk/notifications/${id}`);
    const none = await (await as('grace')).get('/desk/notifications/00000000-0000-7000-8000-000000000000');
    expect([foreign.status, none.status]).toEqual([404, 404]);
    const answer = await (await as('amina')).get(`/ar/desk/notifications/${id}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ar/desk/drafts/${drafts.question}/what`]);
    const unread = Number(/(\d+) new/.exec(text)![1]);
    expect((await read('amina')).text).toContain(`${unread - 1} new`);
    await (await as('amina')).post('/desk?/readAll', {});
    expect((await read('amina')).text).toContain('All read');
  });

  test('a wrong page of notifications is an empty one, never a fault', async () => {
    for (const before of ['x', '%00', '0', "'; drop table notifications"]) {
      const { status } = await read('amina', `/desk/notifications?before=${encodeURIComponent(before)}`);
      expect(status).toBe(200);
    }
  });

  test('mail comes at once to who wants it so, and how often is chosen on the account page', async () => {
    for (
      let tries = 0;
      tries < 100 && mailTo(folder, 'curator@example.org').every((mail) => !mail.includes('List-Unsubscribe'));
      tries++
    )
      await wait(200);
    const digest = mailTo(folder, 'curator@example.org').find((mail) => mail.includes('List-Unsubscribe'))!;
    expect(digest).toContain('Grace Achieng handed in: Clinics at the border of two districts');
    expect(digest).toContain(`${server.origin}/en/account#mail`);
    const visitor = await as('curator');
    const wrong = await visitor.post('/account?/mail', { rhythm: 'hourly' });
    expect([wrong.status, await wrong.text()]).toEqual([
      400,
      expect.stringContaining('Choose how often mail is to come'),
    ]);
    const saved = await visitor.post('/account?/mail', { rhythm: 'weekly' });
    expect(saved.headers.get('location')).toBe('/account?done=mail');
    expect(await (await visitor.get('/account')).text()).toMatch(/<option value="weekly" selected/);
    expect(await (await visitor.get('/account/data.json')).json()).toMatchObject({ mail: 'weekly' });
  });

  test('what happened stands on the desk as soon as it is opened, whether the clock has come by or not', async () => {
    for (const action of ['take', 'giveBack'])
      await (await as('curator')).post(`/desk/review/${drafts.handedIn}?/${action}`, { text: 'Who pays?' });
    const { text } = await read('grace');
    for (const words of ['has begun to review', 'gave back to you', 'Given back to you (1)'])
      expect(text).toContain(words);
    expect(text.match(/gave back to you, with/g)).toHaveLength(1);
  });
});
