import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { type MailServer, startMailServer, textOfMail } from '../support/smtp.ts';
import { signedInAs, tokenOf, type Visit, visit } from '../support/visit.ts';

const location = (answer: Response) => answer.headers.get('location') ?? '';

describe.each(emptyDatabases())('A survey over HTTP and a real mail server, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let smtp: MailServer;
  let chair: Visit;
  let kenya: Visit;
  let unit: Visit;
  let page = '';

  /** The links of surveys that were mailed to an address, once there are as many. */
  async function links(to: string, count: number): Promise<string[]> {
    for (let tries = 0; tries < 100; tries++, await wait(100)) {
      const found = smtp.taken
        .filter((mail) => mail.to.includes(to))
        .flatMap(({ raw }) => /https?:\/\/\S+\/surveys\/answer\?token=[\w-]+/.exec(textOfMail(raw)) ?? []);
      if (found.length >= count) return found;
    }
    throw new Error(`No ${count} links came to ${to}.`);
  }
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)![1]!;
  const html = async (who: Visit, path: string) => (await who.get(path)).text();

  beforeAll(async () => {
    smtp = await startMailServer('takes');
    const environment: Record<string, string> = { ...(await fresh()), SMTP_URL: smtp.url };
    server = await startServer(folder, environment);
    chair = await signedInAs(server, folder, 'chair', { email: 'chair@example.org', environment });
    unit = await signedInAs(server, folder, 'support-unit', { email: 'unit@example.org', environment });
    kenya = await signedInAs(server, folder, 'focal-point', { email: 'kenya@example.org', state: 'KE', environment });
  });
  afterAll(async () => {
    await server.stop();
    await smtp.stop();
    removeFolder(folder);
  });

  test('the sample forum has a closed one, for everybody to know of, without anybody’s answers', async () => {
    const list = await html(visit(server), '/surveys');
    expect(list).toContain('What matters in the coming year');
    const own = await html(visit(server), '/surveys/what-matters-in-the-coming-year');
    expect(own).toContain('Asia/Dubai');
    expect(own).not.toContain('Enter a late answer');
    expect((await visit(server).get('/surveys/what-matters-in-the-coming-year/answer')).status).toBe(403);
  });

  test('is made by hosts alone: others are told for whom the page is', async () => {
    expect(location(await visit(server).get('/surveys/new'))).toContain('/sign-in');
    expect((await kenya.get('/surveys/new')).status).toBe(403);
    const answer = await chair.post('/surveys/new', { 'title.en': '', from: '' });
    expect(answer.status).toBe(400);
    const made = await chair.post('/surveys/new', { 'title.en': 'Our <i>year</i>', from: '' });
    page = location(made).replace(/\/edit$/, '');
    expect([made.status, page]).toEqual([303, '/surveys/our-i-year-i']);
    for (const who of [visit(server), kenya]) expect((await who.get(page)).status).toBe(404);
    expect((await kenya.post(`${page}?/close`, {})).status).toBe(404);
  });

  test('is built without scripts: questions of any kind, options, a condition, another order, a preview', async () => {
    const add = async (kind: string, fields: [string, string][]) => {
      const version = versionIn(await html(chair, `${page}/edit`));
      const title: [string, string][] = [
        ['title.en', 'Our <i>year</i>'],
        ['title.ar', 'سنتنا'],
      ];
      const made = await chair.post(`${page}/edit`, [
        ['version', version],
        ...title,
        ['kind.s1', kind],
        ['do', 'add-question s1'],
      ]);
      const question = location(made);
      const saved = await chair.post(question, [['version', versionIn(await html(chair, question))], ...fields]);
      expect(saved.status).toBe(303);
    };
    await add('choose-one', [
      ['wording.en', 'Can you travel?'],
      ['option.new1.en', 'Yes'],
      ['option.new2.en', 'No'],
      ['required', 'yes'],
    ]);
    await add('short-text', [
      ['wording.en', 'Why not?'],
      ['condition', 'q1 o2'],
    ]);
    await add('rank', [
      ['wording.en', 'What first?'],
      ['option.new1.en', 'Labour'],
      ['option.new2.en', 'Skills'],
      ['option.new3.en', 'Remittances'],
      ['themes.new1', 'labour-mobility'],
    ]);
    const list = await html(chair, `${page}/edit`);
    const refused = await chair.post(`${page}/edit`, [
      ['version', versionIn(list)],
      ['title.en', 'Kept'],
      ['do', 'remove-question q1'],
    ]);
    expect([refused.status, (await refused.text()).includes('Kept')]).toEqual([400, true]);
    const preview = await html(chair, `${page}/answer?preview=1`);
    expect(preview).toContain('Only if you answered “No” to question 1.');
    expect(preview).toContain('This is the page as it will be answered');
    expect((await kenya.get(`${page}/answer?preview=1`)).status).toBe(404);
  });

  test('opens with invitations by real mail; the link leaves the address at once and needs no account', async () => {
    const version = versionIn(await html(chair, page));
    const wrong = await chair.post(`${page}?/open`, {
      version,
      closes: '2001-01-01T00:00',
      zone: 'Africa/Nairobi',
      remind: '2',
    });
    expect([wrong.status, (await wrong.text()).includes('That time has passed')]).toEqual([400, true]);
    const opened = await chair.post(`${page}?/open`, {
      version,
      closes: '2099-01-01T00:00',
      zone: 'Africa/Nairobi',
      remind: '2',
    });
    expect(location(opened)).toBe(`${page}?done=opened`);
    const [link] = await links('kenya@example.org', 1);
    const ministry = visit(server);
    const came = await ministry.get(new URL(link!).pathname + new URL(link!).search);
    expect([came.status, location(came), came.headers.get('referrer-policy')]).toEqual([
      303,
      `/en${page}/answer`,
      'no-referrer',
    ]);
    const answer = await ministry.get(`${page}/answer`);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.text()).not.toContain(tokenOf(link!));
    expect((await visit(server).get('/surveys/answer?token=guessed')).status).toBe(404);
    expect((await visit(server).get(`${page}/answer`)).status).toBe(403);
  });

  test('is answered from two tabs: the later sees both texts, and the receipt says what was sent', async () => {
    const tab = { version: '0', q1: 'o2', q2: 'No visa', 'q3.o1': '1', 'q3.o2': '1' };
    expect((await kenya.post(`${page}/answer?/save`, tab)).status).toBe(303);
    const other = await kenya.post(`${page}/answer?/save`, { ...tab, q2: 'No money' });
    const both = await other.text();
    expect([other.status, both.includes('No visa'), both.includes('No money')]).toEqual([409, true, true]);
    const without = await kenya.post(`${page}/answer?/send`, {
      version: '1',
      q2: 'No visa',
      'q3.o1': '1',
      'q3.o2': '1',
    });
    expect([without.status, (await without.text()).includes('An answer is asked for here')]).toEqual([400, true]);
    const sent = await kenya.post(`${page}/answer?/send`, { ...tab, version: '2', q2: '=1+1' });
    expect(location(sent)).toContain(`${page}/answer/receipt`);
    const receipt = await html(kenya, `${page}/answer/receipt`);
    expect(receipt).toContain('1. Labour = Skills');
    expect(receipt).toContain('Not named');
    const file = await kenya.get(`${page}/answer/response.csv`);
    expect(await file.text()).toContain("'=1+1");
    expect((await links('kenya@example.org', 2)).length).toBe(2);
    for (const path of ['receipt', 'response.csv'])
      expect((await visit(server).get(`${page}/answer/${path}`)).status).toBe(404);
    expect((await visit(server).post(`${page}/answer/save`, tab)).status).toBe(401);
  });

  test('a colleague is asked by mail, writes, and is taken back', async () => {
    const asked = await kenya.post(`${page}/answer?/delegate`, {
      name: 'Wanjiru',
      email: 'wanjiru@example.org',
      language: 'fr',
    });
    expect(location(asked)).toContain('asked=1');
    const [link] = await links('wanjiru@example.org', 1);
    const colleague = visit(server);
    await colleague.get(new URL(link!).pathname + new URL(link!).search);
    expect(await html(colleague, `${page}/answer`)).toContain('name="q3.o1"');
    expect(
      (await colleague.post(`${page}/answer?/delegate`, { name: 'X', email: 'x@example.org', language: 'en' })).status,
    ).toBe(404);
    const id = /name="id" value="([^"]+)"/.exec(await html(kenya, `${page}/answer`))![1]!;
    expect(location(await kenya.post(`${page}/answer?/takeBack`, { id }))).toContain('taken-back=1');
    expect((await colleague.get(`${page}/answer`)).status).toBe(403);
  });

  test('is closed; a late answer is the Support Unit’s to enter, and is marked', async () => {
    const [kept] = await links('kenya@example.org', 1);
    expect(await html(chair, page)).toContain('Results as they come in');
    await chair.post(`${page}?/close`, {});
    expect(await html(chair, page)).not.toContain('Results as they come in');
    // The mailed link shows what was handed in, read-only, and nobody else sees it.
    const ministry = visit(server);
    const came = await ministry.get(new URL(kept!).pathname + new URL(kept!).search);
    expect([came.status, location(came)]).toEqual([303, `/en${page}/answer`]);
    const over = await html(ministry, `${page}/answer`);
    expect(over).toContain('The survey is closed');
    expect(over).toContain('1. Labour = Skills');
    expect(over).toContain('No results have been published so far.');
    expect(over).not.toContain('name="q3.o1"');
    expect(await html(ministry, `${page}/answer/receipt`)).not.toContain('Change the response');
    expect((await visit(server).get(`${page}/answer`)).status).toBe(403);
    expect(await html(visit(server), `${page}/answer`)).not.toContain('1. Labour = Skills');
    const late = await ministry.post(`${page}/answer?/send`, { version: '3', q1: 'o1', q2: 'Too late <typed>' });
    expect([late.status, (await late.text()).includes('was not taken')]).toEqual([409, true]);
    expect((await kenya.post(`${page}/answer?/send`, { version: '3', q1: 'o1' })).status).toBe(409);
    expect((await chair.get(`${page}/answer?for=state:CL`)).status).toBe(403);
    const fields = { version: '0', q1: 'o1', receivedFrom: 'Mission in Geneva' };
    const sent = await unit.post(`${page}/answer?/send&for=state:CL`, fields);
    expect(location(sent)).toContain('receipt?for=state%3ACL');
    expect(await html(unit, page)).toContain('Mission in Geneva');
    expect(await html(visit(server), page)).not.toContain('Mission in Geneva');
  });

  test('counts the states without a focal point as the desk does, and says of its own who was not asked', async () => {
    const said = /\d+ of the 193 member states of the United Nations have no focal point today\./;
    const [survey, desk] = [await html(unit, page), await html(unit, '/desk')];
    expect(said.exec(survey)?.[0]).toBe(
      '192 of the 193 member states of the United Nations have no focal point today.',
    );
    expect(said.exec(desk)?.[0]).toBe(said.exec(survey)![0]);
    expect(desk).not.toContain('has a focal point.');
    expect(await (await kenya.get('/account/data.json')).json()).toMatchObject({
      surveyInvitations: [{ respondent: 'state:KE' }],
      surveyColleaguesAsked: [{ name: 'Wanjiru' }],
    });
  });
});
