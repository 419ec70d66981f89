import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, type Visit } from '../support/visit.ts';

describe.each(emptyDatabases())('The year of an edition, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let unit: Visit;
  let chair: Visit;
  let contributor: Visit;
  const text = async (visitor: Visit, path: string) => (await visitor.get(path)).text();
  /** The id of a milestone in a year's list, by its title as it stands in the page. */
  const idOf = (page: string, title: string) => {
    const entry = page.lastIndexOf('<li id="m-', page.indexOf(`>${title}</h3>`));
    return page.slice(entry + 10, entry + 46);
  };
  const calendar = async (path: string) => (await fetch(server.origin + path)).text();
  const MILESTONE = {
    kind: 'survey',
    'title-en': 'The survey <closes>',
    'title-fr': 'Fin de l’enquête',
    due: '2099-03-31',
    from: '2099-03-01',
    owes: 'chair',
    remind: '14, 3',
    public: 'on',
  };

  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, environment);
    environment['ORIGIN'] = server.origin;
    unit = await signedInAs(server, folder, 'support-unit', { email: 'unit@example.org', environment });
    chair = await signedInAs(server, folder, 'chair', { email: 'chair@example.org', environment });
    contributor = await signedInAs(server, folder, 'contributor', { email: 'ngo@example.org', environment });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('is planned by those who prepare it; what is wrong is said beside what was typed', async () => {
    const refused = await chair.post('/en/planning/new?edition=2020', { ...MILESTONE, due: '31 March' });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('Write a day like 2026-11-24');
    expect(page).toContain('Fin de l’enquête');
    const made = await chair.post('/en/planning/new?edition=2020', MILESTONE);
    expect([made.status, made.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/en\/planning\?edition=2020&done=saved#m-/),
    ]);
    const year = await text(chair, '/en/planning?edition=2020');
    expect(year).toContain('The survey &lt;closes>');
    expect(await text(chair, '/fr/planning?edition=2020')).toContain('Fin de l’enquête');
    expect((await contributor.get('/en/planning/new?edition=2020')).status).toBe(403);
    expect((await fetch(`${server.origin}/en/planning`, { redirect: 'manual' })).status).toBe(303);
  });

  test('is in the edition’s calendar as far as it is public, and in one’s own by an address that nobody guesses', async () => {
    const { public: _, ...own } = MILESTONE;
    await chair.post('/en/planning/new?edition=2020', { ...own, 'title-en': 'Budget', 'title-fr': '' });
    expect(await calendar('/calendar/2020.ics')).not.toContain('Budget');
    expect(await calendar('/calendar/2020.ics')).toMatch(/DTSTART;VALUE=DATE:20990301\r\nDTEND;VALUE=DATE:20990401/);
    const made = await (await chair.post('/en/planning?/makeFeed', {})).text();
    const path = /\/planning\.ics\?key=cs_[0-9A-Za-z]+/.exec(made)![0];
    const mine = await calendar(path);
    expect(mine).toContain('SUMMARY:The survey <closes>');
    expect(mine).toContain('SUMMARY:Budget');
    expect((await fetch(`${server.origin}${path}x`)).status).toBe(404);
    expect((await fetch(`${server.origin}/planning.ics`)).status).toBe(404);
    await chair.post('/en/planning?/endFeed', { edition: '2020' });
    expect((await fetch(server.origin + path)).status).toBe(404);
  });

  test('of two who change a milestone the later sees both texts', async () => {
    const year = await text(unit, '/en/planning?edition=2020');
    const id = idOf(year, 'The survey &lt;closes>');
    const change = { ...MILESTONE, version: '1' };
    expect((await unit.post(`/en/planning/${id}?/save`, { ...change, 'title-en': 'The survey ends' })).status).toBe(
      303,
    );
    const late = await chair.post(`/en/planning/${id}?/save`, { ...change, 'title-en': 'Last day of the survey' });
    expect(late.status).toBe(409);
    const both = await late.text();
    expect(both).toContain('The survey ends');
    expect(both).toContain('Last day of the survey');
  });

  test('waits on who owes it, and is done when they say so', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await unit.post('/en/planning/new?edition=2020', { ...MILESTONE, 'title-en': 'Themes', from: '', due: soon });
    expect(await text(chair, '/en/desk')).toContain('Due in the Forum’s year');
    expect(await text(contributor, '/en/desk')).not.toContain('Due in the Forum’s year');
    const year = await text(chair, '/en/planning?edition=2020');
    const id = idOf(year, 'Themes');
    await chair.post('/en/planning?/done', { id, edition: '2020', done: 'yes' });
    expect(await text(chair, '/en/desk')).not.toContain('Due in the Forum’s year');
  });

  test('passes on to the next chair in one act, by the Support Unit alone', async () => {
    expect((await chair.get('/en/planning/hand-over')).status).toBe(403);
    const next = { years: '2100', chair: 'FR', 'co-chair': '', city: '', country: '', from: '', until: '' };
    const refused = await unit.post('/en/planning/hand-over?/next', { ...next, chair: '' });
    expect([refused.status, (await refused.text()).includes('2100')]).toEqual([400, true]);
    // What is proposed is shown before anything is opened, and can be corrected.
    const year = await text(unit, '/en/planning?edition=2020');
    const [survey, budget] = [idOf(year, 'The survey ends'), idOf(year, 'Budget')];
    const looked = await (await unit.post('/en/planning/hand-over?/look', next)).text();
    expect(looked).toContain('Everything moves by 80 years, to the same day of the week.');
    expect(looked).toContain(`name="${survey}.due"`);
    expect(looked).toContain('Was: The survey ends');
    const corrected = {
      ...next,
      [`${survey}.take`]: 'on',
      [`${survey}.from`]: '2179-02-01',
      [`${survey}.due`]: 'soon',
      [`${survey}.title-en`]: 'The survey of 2179 ends',
      [`${budget}.due`]: '2179-03-31',
    };
    const unread = await unit.post('/en/planning/hand-over?/next', corrected);
    const again = await unread.text();
    expect([unread.status, again.includes('The survey of 2179 ends')]).toEqual([400, true]);
    expect(again).toContain('Write a day like 2026-11-24');
    const open = await text(unit, '/en/planning/hand-over');
    expect(open).toContain('What is still open');
    expect(open).toContain('milestones not done');
    expect(open).toMatch(/Budget<\/a> (<!--.*?-->)?<span[^>]*>[^<]*Chair/);
    await unit.post('/en/planning/hand-over?/next', { ...corrected, [`${survey}.due`]: '2179-03-31' });
    await unit.post('/en/planning/hand-over?/tick', { item: 'report', done: 'yes' });
    const page = await text(unit, '/en/planning/hand-over');
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)![1]!;
    const order = { from: field('from'), to: field('to'), leaving: field('leaving') };
    expect((await unit.post('/en/planning/hand-over?/handOver', order)).status).toBe(400);
    expect((await unit.post('/en/planning/hand-over?/handOver', { ...order, sure: 'on' })).status).toBe(303);
    const editions = (await (await fetch(`${server.origin}/api/v1/editions`)).json()) as {
      items: { slug: string; stage: string; troika: object }[];
    };
    expect(editions.items.slice(-2)).toMatchObject([
      { slug: '2020', stage: 'past' },
      { slug: '2100', stage: 'current', troika: { previous: ['AE'], current: ['FR'], next: [] } },
    ]);
    expect((await chair.get('/en/planning/new?edition=2100')).status).toBe(403);
    const opened = await text(unit, '/en/planning?edition=2100');
    expect(opened).toContain('The survey of 2179 ends');
    expect(opened).not.toContain('Budget');
  });
});
