import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKS, TEXT_FIELDS } from '#forum/drafts/index.ts';
import { type CuratedForum, curatedForum, PAYLOAD } from '../support/curated.ts';
import { emptyDatabases } from '../support/databases.ts';
import type { RunningServer } from '../support/server.ts';
import { type Visit, visit } from '../support/visit.ts';

describe.each(emptyDatabases())('Curating over HTTP, on $name', ({ fresh }) => {
  let forum: CuratedForum;
  let server: RunningServer;
  let people: CuratedForum['people'];
  let drafts: CuratedForum['drafts'];
  let practices: CuratedForum['practices'];
  beforeAll(async () => {
    forum = await curatedForum(await fresh());
    ({ server, people, drafts, practices } = forum);
  }, 180_000);
  afterAll(() => forum.end());

  const at = (draft: keyof CuratedForum['drafts']) => `/desk/review/${drafts[draft]}`;
  const page = async (who: Visit, path: string) => (await who.get(path)).text();
  const location = (response: Response) => response.headers.get('location');
  const total = async (q: string): Promise<number> =>
    ((await (await people.visitor.get(`/api/v1/practices?q=${encodeURIComponent(q)}`)).json()) as { total: number })
      .total;

  /** A page in a language of its address; whoever reads it goes on in her own. */
  const pageIn = (who: Visit, path: string) => page(visit(server, new Map(who.cookies)), path);
  /** Which answer a page shows for a point of the checklist, and when it was given. */
  const chosen = (html: string, check: string) => new RegExp(`name="${check}" value="(\\w+)" checked`).exec(html)?.[1];
  const seen = (html: string, check: string) => new RegExp(`name="seen.${check}" value="([^"]*)"`).exec(html)![1]!;

  test('the queue and its drafts are there for those who curate, and for nobody else at all', async () => {
    const nowhere = await people.ngo.get('/desk/nowhere');
    for (const path of ['/desk/review', at('walked'), `${at('walked')}/texts`, at('private')]) {
      expect(location(await people.visitor.get(path))).toContain('/sign-in');
      for (const who of [people.ngo, people.kenya]) {
        const answer = await who.get(path);
        expect([path, answer.status]).toEqual([path, path === '/desk/review' ? 403 : nowhere.status]);
        expect(await answer.text()).not.toContain('Fees for recruiters');
        expect((await who.post(`${path}?/take`, {})).status).toBe(404);
      }
    }
    expect((await people.curator.get(at('private'))).status).toBe(404);
    expect((await people.curator.get('/desk/review/no-id')).status).toBe(404);
    const queue = await page(people.curator, '/desk/review');
    expect(queue).toContain('Fees for recruiters');
    expect(queue).not.toContain('Not yet anybody’s');
    expect(await page(people.curator, '/desk/review?stage=in-review&whose=mine')).toContain('Legal aid vans');
    expect(await page(people.curator, '/desk/review?stage=handed-in')).not.toContain('Legal aid vans');
    expect(await page(people.curator, '/desk/review?whose=nobody')).not.toContain('Legal aid vans');
  });

  test('a draft goes all the way: taken, remarked on, hindered, checked, seen by a second, published', async () => {
    const { curator, second } = people;
    expect(location(await curator.post(`${at('walked')}?/take`, {}))).toBe(`${at('walked')}?done=take`);
    expect((await curator.post(`${at('walked')}?/remark`, { field: 'summary', text: ' ' })).status).toBe(400);
    const remarked = await curator.post(`${at('walked')}?/remark`, { field: 'summary', text: 'Who pays instead?' });
    expect(location(remarked)).toBe(`${at('walked')}?done=remark#field-summary`);
    expect((await curator.post(`${at('walked')}?/remark`, { field: 'password', text: 'Hm' })).status).toBe(404);
    await curator.post(`${at('walked')}?/second`, { wanted: 'yes' });

    const hindered = await curator.post(`${at('walked')}?/publish`, {});
    expect(hindered.status).toBe(409);
    const told = await hindered.text();
    for (const obstacle of [
      'Not every point of the checklist',
      'Remarks are still open',
      'A second pair of eyes has not',
    ])
      expect(told).toContain(obstacle);

    const remark = /name="remark" value="([^"]+)"/.exec(await page(curator, at('walked')))![1]!;
    await curator.post(`${at('walked')}?/settle`, { remark, settled: 'yes' });
    const ticked: Record<string, string> = Object.fromEntries(CHECKS.map((check) => [check, 'holds']));
    expect((await curator.post(`${at('walked')}?/check`, ticked)).status).toBe(303);
    expect((await curator.post(`${at('walked')}?/giveSecond`, {})).status).toBe(409);
    expect((await second.post(`${at('walked')}?/giveSecond`, {})).status).toBe(303);
    expect(await total('Fees for recruiters')).toBe(0);
    expect(location(await curator.post(`${at('walked')}?/publish`, {}))).toBe(`${at('walked')}?done=publish`);
    expect(await total('Fees for recruiters')).toBe(1);
    const after = await page(curator, `${at('walked')}?done=publish`);
    expect(after).toContain('href="/practices/fees-for-recruiters"');
    expect(after).toContain('Read by a second curator');
    expect(after).toContain('New practice, published on');
    expect(after).not.toContain('Change of a practice');
    expect((await curator.post(`${at('walked')}?/publish`, {})).status).toBe(409);
  });

  test('a point of the checklist holds, does not hold for a reason, or is not yet looked at; nothing typed is lost', async () => {
    const { curator, second } = people;
    const path = at('rich');
    const before = await page(curator, path);
    // Looked at in part, of a text whose results have changed since.
    expect(CHECKS.map((check) => chosen(before, check))).toEqual(CHECKS.map(() => 'open'));
    for (const text of ['Changed since: What came of it', 'Holds – curator', 'The page says nothing of the results.'])
      expect(before).toContain(text);
    const saying = (html: string, said: Record<string, string>) => ({
      ...Object.fromEntries(CHECKS.map((check) => [`seen.${check}`, seen(html, check)])),
      ...said,
    });
    const typed = 'No page of the ministry says so.';
    const unsaid = await curator.post(
      `${path}?/check`,
      saying(before, {
        sourced: 'not',
        'why.sourced': ' ',
        balanced: 'holds',
        complete: 'open',
        'why.complete': typed,
      }),
    );
    const again = await unsaid.text();
    expect([unsaid.status, chosen(again, 'sourced'), chosen(again, 'balanced')]).toEqual([400, 'not', 'holds']);
    for (const text of [typed, 'Say in a sentence why it does not hold.', 'There is a reason here'])
      expect(again).toContain(text);
    const saved = saying(before, { sourced: 'not', 'why.sourced': typed, balanced: 'holds', complete: 'open' });
    expect(location(await curator.post(`${path}?/check`, saved))).toBe(`${path}?done=check#checks`);
    const after = await page(second, path);
    expect(CHECKS.map((check) => chosen(after, check))).toEqual(['open', 'not', 'holds', 'open', 'open']);
    // The second pair of eyes reads the reason, and it stands in the history.
    expect(after.split(typed).length - 1).toBeGreaterThanOrEqual(3);
    expect(after).toContain(`Sourced: does not hold – ${typed}`);
    // Who answers from a page on which another answer stood is told, and keeps what was typed.
    const late = await second.post(
      `${path}?/check`,
      saying(before, { sourced: 'not', 'why.sourced': 'Second thoughts.' }),
    );
    expect([late.status, (await late.text()).includes('Second thoughts.')]).toEqual([409, true]);
    expect(await page(second, path)).toContain(typed);
    expect((await people.kenya.post(`${path}?/check`, saved)).status).toBe(404);
    // Its owner sees that it was checked, and not for which reasons.
    const own = await page(people.kenya, `/desk/drafts/${drafts.rich}/history`);
    expect(own).not.toContain(typed);
  });

  test('before it is handed in its owner sees what a change changes, and the whole as it will be read', async () => {
    const change = await page(people.kenya, `/desk/drafts/${drafts.conflict}/check`);
    expect(change).toMatch(/<del[^>]*><span[^>]*>Removed: <\/span>girls first/);
    expect(change).toMatch(/<ins[^>]*><span[^>]*>Added: <\/span>all pupils/);
    expect(change.indexOf('What changes, word by word')).toBeLessThan(change.indexOf('As its readers will see it'));
    const whole = await page(people.kenya, `/desk/drafts/${drafts.rich}/check`);
    expect(whole).not.toContain('What changes, word by word');
    for (const text of ['Nine of ten cases', 'Coast Legal Aid', 'Tribunaux de village de la côte'])
      expect(whole).toContain(text);
    const attached = await page(people.kenya, `/desk/drafts/${drafts.hostile}/check`);
    expect(attached).toContain('application/pdf');
    expect(attached).not.toContain('<script>hacked');
    const reviewed = await page(people.curator, at('conflict'));
    expect(reviewed.indexOf('What changes, word by word')).toBeLessThan(reviewed.indexOf('As its readers will see it'));
  });

  test('one word for one thing: the form, the check, the comparison and the practice call a description a description', async () => {
    const words = { '': 'Description', '/fr': 'Description', '/es': 'Descripción', '/ar': 'الوصف' };
    const { slug } = practices.restored;
    for (const [prefix, word] of Object.entries(words)) {
      const pages = [`/desk/drafts/${drafts.conflict}/check`, `/practices/${slug}/versions?from=1&to=2`];
      for (const path of pages)
        expect([prefix, path, await pageIn(people.kenya, prefix + path)]).toEqual([
          prefix,
          path,
          expect.stringContaining(`>${word}<`),
        ]);
      expect(await pageIn(people.kenya, `${prefix}/desk/drafts/${drafts.private}/what`)).toContain(word);
    }
  });

  test('a title is read in the reader’s language where somebody translated it, with the original beside it', async () => {
    const french = await pageIn(people.curator, `/fr${at('rich')}`);
    expect(french).toMatch(/<h1[^>]*lang="fr"[^>]*>Tribunaux de village de la côte<\/h1>/);
    expect(french).toMatch(/Titre original \(anglais\)[\s\S]{0,80}Village courts of the coast/);
    expect(await pageIn(people.curator, '/fr/desk/review')).toContain('>Tribunaux de village de la côte</a>');
    const english = await page(people.curator, at('rich'));
    expect(english).toMatch(/<h1[^>]*>Village courts of the coast<\/h1>/);
    expect(english).not.toContain('Original title');
  });

  test('who puts a draft away can say why, to those who look after it', async () => {
    const why = 'Another ministry writes of it.';
    const put = `/desk/drafts/${drafts.away}/check?/turn`;
    const long = `${why} ${'x'.repeat(4_000)}`;
    const refused = await people.kenya.post(put, { turn: 'put-away', note: long });
    expect([refused.status, (await refused.text()).includes(long)]).toEqual([400, true]);
    expect((await people.kenya.post(put, { turn: 'put-away', note: why })).status).toBe(303);
    expect(await page(people.curator, at('away'))).toContain(why);
    expect(await page(people.kenya, `/desk/drafts/${drafts.away}/history`)).toContain(why);
  });

  test('a question says what is asked, and what was typed is kept where it cannot be sent', async () => {
    const { curator } = people;
    expect((await curator.post(`${at('asked')}?/ask`, { text: '' })).status).toBe(400);
    const long = `Since when? ${'x'.repeat(4_000)}`;
    const refused = await curator.post(`${at('asked')}?/ask`, { text: long });
    expect([refused.status, (await refused.text()).includes(long)]).toEqual([400, true]);
    expect(location(await curator.post(`${at('asked')}?/ask`, { text: 'Since when?' }))).toContain('done=ask');
    const asked = await page(curator, at('asked'));
    expect(asked).toContain('Since when?');
    expect(asked).toContain('It is with its owner now.');
    const stale = await curator.post(`${at('asked')}?/giveBack`, { text: 'Too late' });
    expect([stale.status, (await stale.text()).includes('Somebody was faster')]).toEqual([409, true]);
    expect(await page(curator, '/desk/review?stage=with-owner')).toContain('Savings circles');
  });

  test('several drafts at once: what was done is said, and what could not be', async () => {
    const { curator, second } = people;
    const many = (who: Visit, fields: [string, string][]) => who.post('/desk/review?/many', fields);
    expect((await many(curator, [['what', 'take']])).status).toBe(400);
    const both: [string, string][] = [
      ['draft', drafts.given],
      ['draft', drafts.asked],
    ];
    const unsaid = await many(curator, [...both, ['what', 'give-back'], ['why', '']]);
    expect([unsaid.status, /value="[^"]+" checked/.test(await unsaid.text())]).toEqual([400, true]);
    const given = await (await many(curator, [...both, ['what', 'give-back'], ['why', 'Please say where.']])).text();
    expect(given).toContain('1 draft was given back');
    expect(given).toContain('It could not be done to 1 draft');
    expect(await page(curator, at('given'))).toContain('Please say where.');
    const taken = await (
      await many(second, [
        ['draft', drafts.late],
        ['what', 'take'],
      ])
    ).text();
    expect(taken).toContain('You look after 1 draft now');
    expect(await page(second, '/desk/review?whose=mine')).toContain('Legal aid vans');
    expect((await many(people.kenya, [...both, ['what', 'take']])).status).toBe(404);
  });

  test('an update is shown beside what is published, word by word; texts that stand against each other are brought together', async () => {
    const { curator } = people;
    const shown = await page(curator, at('conflict'));
    expect(shown).toMatch(/<del[^>]*><span[^>]*>Removed: <\/span>girls first/);
    expect(shown).toMatch(/<ins[^>]*><span[^>]*>Added: <\/span>all pupils/);
    const answer = await curator.post(`${at('conflict')}?/publish`, {});
    expect(location(answer)).toBe(`${at('conflict')}/texts`);
    const texts = await page(curator, `${at('conflict')}/texts`);
    expect(texts).toContain('Buses for girls first.');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(texts)![1]!;
    const read = { version: hidden('version'), 'practice-version': hidden('practice-version') };
    const stale = { ...read, 'practice-version': '1', 'text.summary': 'Written meanwhile.' };
    const refused = await curator.post(`${at('conflict')}/texts`, stale);
    expect([refused.status, (await refused.text()).includes('Written meanwhile.')]).toEqual([409, true]);
    const both = 'Buses for all pupils, girls first.';
    expect(location(await curator.post(`${at('conflict')}/texts`, { ...read, 'text.summary': both }))).toContain(
      'done=merged-texts',
    );
    // The summary is another one: what concerns it is looked at anew.
    expect((await curator.post(`${at('conflict')}?/publish`, {})).status).toBe(409);
    const anew = await page(curator, at('conflict'));
    expect(CHECKS.map((check) => chosen(anew, check))).toEqual(CHECKS.map(() => 'open'));
    expect(anew).toContain('Said of an earlier text. Changed since: Description.');
    const holds: Record<string, string> = Object.fromEntries(
      CHECKS.flatMap((check) => [
        [check, 'holds'],
        [`seen.${check}`, seen(anew, check)],
      ]),
    );
    expect(location(await curator.post(`${at('conflict')}?/check`, holds))).toContain('done=check');
    expect(location(await curator.post(`${at('conflict')}?/publish`, {}))).toContain('done=publish');
    expect(await page(curator, at('conflict'))).toContain('Change of a practice, published on');
    expect(await page(people.visitor, `/practices/${practices.conflict.slug}`)).toContain(both);
  });

  test('a practice has its buttons for those who keep it, and not a trace of them for anybody else', async () => {
    const path = `/practices/${practices.courts.slug}`;
    const before = await people.visitor.get(path);
    const seen = await before.text();
    expect(before.headers.get('cache-control') ?? '').not.toContain('private');
    for (const trace of [`${path}/keep`, '/merge', 'restore', 'Withdraw']) expect(seen).not.toContain(trace);
    const others = await page(people.ngo, path);
    for (const trace of [`${path}/keep`, '/merge']) expect(others).not.toContain(trace);
    expect(await page(people.kenya, path)).toContain(`${path}/keep?/confirm`);
    expect(await page(people.kenya, path)).not.toContain('/merge');
    expect(await page(people.curator, path)).toContain(`${path}/merge`);
    expect((await people.ngo.get(`${path}/keep`)).status).toBe(404);
    expect((await people.ngo.post(`${path}/keep?/standing`, { change: 'withdraw' })).status).toBe(404);
    expect((await people.kenya.get(`${path}/merge`)).status).toBe(403);
    expect(location(await people.visitor.get(`${path}/keep`))).toContain('/sign-in');
    expect(await page(people.visitor, path)).toBe(seen);
    // Names of persons are not for the public; that something was done is.
    expect(await page(people.curator, `${path}/versions`)).toContain('Kenya; made public by: curator');
    const shown = await page(people.visitor, `${path}/versions`);
    expect(shown).not.toContain('curator');
    expect(shown).toContain('Kenya; made public by: The Forum');
    expect(location(await people.kenya.post(`${path}/keep?/confirm`, {}))).toBe(`${path}/keep?done=confirmed`);
  });

  test('a withdrawn practice leaves the search within a second, its address says so, and it is published again', async () => {
    const path = `/practices/${practices.harbour.slug}`;
    expect(await total('Harbour masters')).toBe(1);
    const asked = await page(people.kenya, `${path}/keep?step=withdraw`);
    expect(asked).toContain('Its address says that it was withdrawn.');
    const unsaid = await people.kenya.post(`${path}/keep?step=withdraw&/standing`, { change: 'withdraw', why: ' ' });
    expect([unsaid.status, (await unsaid.text()).includes('Say in a sentence why it is withdrawn.')]).toEqual([
      400,
      true,
    ]);
    const long = `It ended. ${'x'.repeat(4_000)}`;
    const refused = await people.kenya.post(`${path}/keep?step=withdraw&/standing`, { change: 'withdraw', why: long });
    expect([refused.status, (await refused.text()).includes(long)]).toEqual([400, true]);
    expect(await total('Harbour masters')).toBe(1);
    const why = 'The harbour was closed.';
    await people.kenya.post(`${path}/keep?step=withdraw&/standing`, { change: 'withdraw', why });
    const began = performance.now();
    expect(await total('Harbour masters')).toBe(0);
    expect(performance.now() - began).toBeLessThan(1_000);
    const gone = await people.visitor.get(path);
    const said = await gone.text();
    expect([gone.status, said.includes('This practice was withdrawn')]).toEqual([410, true]);
    expect(said).not.toContain('Employers do');
    expect(said).not.toContain(why);
    for (const who of [people.kenya, people.curator]) {
      const kept = await page(who, `${path}/keep`);
      expect(kept).toContain('Withdrawn by kenya on');
      expect(kept).toContain(why);
      expect(kept).toContain('It stays withdrawn, and nobody else reads it, until the draft is published');
      expect(kept).not.toContain('The published text stays');
    }
    const data = await people.visitor.get(`/api/v1${path}`);
    expect([data.status, data.headers.get('content-type')]).toEqual([
      410,
      expect.stringContaining('application/problem+json'),
    ]);
    expect((await people.visitor.get(`${path}.bib`)).status).toBe(410);
    expect((await people.visitor.get(`${path}/versions`)).status).toBe(410);
    expect(location(await people.kenya.get(path))).toBe(`${path}/keep`);
    expect((await people.kenya.post(`${path}/keep?/standing`, { change: 'publish-again' })).status).toBe(404);
    expect(location(await people.curator.post(`${path}/keep?/standing`, { change: 'publish-again' }))).toContain(
      'done=',
    );
    expect(await total('Harbour masters')).toBe(1);
    await people.curator.post(`${path}/keep?/standing`, { change: 'withdraw', why, public: 'yes' });
    for (const prefix of ['', '/fr', '/es', '/ar']) expect(await pageIn(people.visitor, prefix + path)).toContain(why);
    await people.curator.post(`${path}/keep?/standing`, { change: 'publish-again' });
    await people.curator.post(`${path}/keep?/standing`, { change: 'archive' });
    expect(await page(people.kenya, `${path}/keep`)).toContain('It stays archived until the draft is published');
    expect(await total('Harbour masters')).toBe(0);
    expect(await page(people.visitor, path)).toContain('This practice is archived');
  });

  test('of two that say the same one is merged into the other: found by search or address, seen side by side, then led on', async () => {
    const [from, into] = [`/practices/${practices.goes.slug}`, `/practices/${practices.stays.slug}`];
    const { curator } = people;
    expect(await page(curator, `${from}/merge`)).toContain(`into=${practices.stays.slug}`);
    expect(await page(curator, `${from}/merge?q=clinics`)).toContain(`into=${practices.stays.slug}`);
    expect(await page(curator, `${from}/merge?q=${encodeURIComponent(`${server.origin}/fr${into}`)}`)).toContain(
      'This one goes',
    );
    expect(await page(curator, `${from}/merge?into=${practices.goes.slug}`)).toContain(
      'There is no practice at that address',
    );
    const both = await page(curator, `${from}/merge?into=${practices.stays.slug}`);
    for (const text of ['Border clinics for mothers', 'Clinics for mothers at the border', 'Differs'])
      expect(both).toContain(text);
    expect((await people.kenya.post(`${from}/merge`, { into: practices.stays.slug })).status).toBe(404);
    expect((await curator.post(`${from}/merge`, { into: 'nothing' })).status).toBe(404);
    expect(location(await curator.post(`${from}/merge`, { into: practices.stays.slug }))).toBe(
      `${into}/keep?done=merged`,
    );
    const led = await people.visitor.get(from);
    expect([led.status, location(led)]).toEqual([308, into]);
    expect(await total('clinics mothers')).toBe(1);
  });

  test('a version is brought back at once by a curator, and by the owner in a draft', async () => {
    const path = `/practices/${practices.restored.slug}`;
    const compared = await page(people.visitor, `${path}/versions?from=1&to=2`);
    expect(compared).toMatch(/<del[^>]*>.*?No worker pays a fee\. Employers do/s);
    expect((await people.visitor.post(`${path}/versions?/restore`, { version: '1' })).status).toBe(404);
    expect((await people.ngo.post(`${path}/versions?/restore`, { version: '1' })).status).toBe(404);
    expect(await page(people.visitor, `${path}/versions?restore=1`)).not.toContain('Bring');
    expect(await page(people.kenya, `${path}/versions?restore=1`)).toContain('Make the draft');
    const drafted = location(await people.kenya.post(`${path}/versions?/restore`, { version: '1' }));
    expect(drafted).toMatch(/^\/desk\/drafts\/[0-9a-f-]{36}\/what$/);
    const open = location(await people.kenya.post(`${path}/versions?/restore`, { version: '1' }))!;
    expect(await page(people.kenya, open)).toContain('Somebody is at work on this practice already');
    expect(location(await people.curator.post(`${path}/versions?/restore`, { version: '1' }))).toBe(
      `${path}/versions?restored=1`,
    );
    expect(await page(people.visitor, path)).toContain('No worker pays a fee.');
    expect(location(await people.curator.post(`${path}/versions?/restore`, { version: '1' }))).toBe(
      `${path}/versions?same=1`,
    );
  });

  test('whatever was typed into a draft, it stands on the review page as text', async () => {
    const { curator } = people;
    for (const prefix of ['', '/ar']) {
      const html = await page(curator, prefix + at('hostile'));
      expect(html).not.toContain('<script>hacked');
      expect(html).not.toMatch(/<img[^>]*hacked/);
      expect(html.split('&lt;script>hacked()').length).toBeGreaterThan(TEXT_FIELDS.length);
    }
    await curator.post(`${at('hostile')}?/remark`, { field: 'title', text: PAYLOAD });
    expect(await page(curator, at('hostile'))).not.toContain('<script>hacked');
    expect(await page(curator, '/desk/review')).not.toContain('<script>hacked');
  });

  test('a form sent from elsewhere does nothing', async () => {
    const answer = await people.curator.post(`${at('late')}?/publish`, {}, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });
});
