import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picture } from '../../src/platform/uploads/files.fixture.ts';
import { type Answer, type Program, program, tokenOf } from '../support/api.ts';
import { ALL_HOLD } from '../support/checks.ts';
import { emptyDatabases } from '../support/databases.ts';
import { cli, newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

const ITEM = {
  title: 'Passeport de compétences',
  summary: 'Une loi reconnaît les qualifications des travailleuses migrantes.',
  kind: 'law',
  language: 'fr',
  countries: ['KE'],
  places: ['Nairobi'],
  start: 2021,
  ongoing: true,
  owner: 'Ministère du travail',
  sdg: ['8.8', '10.7'],
  translations: { en: { title: 'Skills passport' } },
};

describe.each(emptyDatabases())('By the API alone, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let environment: Record<string, string>;
  let amina: Program;
  let ines: Program;
  let stranger: Program;
  let aminasBrowser: Visit;

  const person = (role: string, email: string, state = '') =>
    signedInAs(server, folder, role, { email, state, environment });
  beforeAll(async () => {
    environment = await fresh();
    server = await startServer(folder, { ...environment, SAMPLE: 'off' });
    environment['ORIGIN'] = server.origin;
    aminasBrowser = await person('focal-point', 'amina@example.org', 'KE');
    const inesBrowser = await person('curator', 'ines@example.org');
    const other = await person('contributor', 'other@example.org');
    amina = program(server, await tokenOf(aminasBrowser, ['drafts:read', 'drafts:write']));
    ines = program(server, await tokenOf(inesBrowser, ['review', 'drafts:write']));
    stranger = program(server, await tokenOf(other, ['drafts:read', 'drafts:write']));
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  const begun = async (item: object = ITEM, by = amina): Promise<string> => {
    const answer = await by.ask('POST', '/api/v1/drafts', item);
    expect(answer.status, JSON.stringify(answer.json)).toBe(201);
    return answer.json.id as string;
  };
  const turn = (by: Program, id: string, name: string, note?: string) =>
    by.ask('POST', `/api/v1/drafts/${id}/turns`, note === undefined ? { turn: name } : { turn: name, note });
  const names = ({ json }: Answer) => (json.errors as { name: string }[]).map(({ name }) => name);
  const found = async (words: string) => {
    const answer = await fetch(`${server.origin}/api/v1/practices?${new URLSearchParams({ q: words })}`);
    return ((await answer.json()) as { items: { slug: string }[] }).items.map(({ slug }) => slug);
  };

  test('a practice goes from its first words to the catalogue, is asked about on its way, and is withdrawn', async () => {
    const first = await amina.ask('POST', '/api/v1/drafts', { title: ITEM.title, language: 'fr' });
    const id = first.json.id as string;
    expect([first.status, first.headers.get('location'), first.headers.get('etag')]).toEqual([
      201,
      `/api/v1/drafts/${id}`,
      '"1"',
    ]);
    expect(first.json).toMatchObject({
      stage: 'draft',
      state: 'KE',
      missing: ['summary', 'countries', 'owner', 'sdg'],
    });
    const early = await turn(amina, id, 'hand-in');
    expect([early.status, names(early)]).toEqual([409, ['summary', 'countries', 'owner', 'sdg']]);

    const changed = await amina.ask('PATCH', `/api/v1/drafts/${id}`, ITEM, { 'if-match': '"1"' });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(changed.json.item).toMatchObject({
      ...ITEM,
      translations: { en: { title: 'Skills passport', summary: '' } },
    });
    expect(changed.json).toMatchObject({ missing: [], errors: [], turns: ['hand-in', 'put-away'] });

    expect((await turn(amina, id, 'hand-in')).json.stage).toBe('handed-in');
    const queue = await ines.ask('GET', '/api/v1/review?whose=nobody');
    expect(queue.json).toMatchObject({ total: 1, items: [{ id, title: ITEM.title, stage: 'handed-in' }] });
    expect((await turn(ines, id, 'take')).json.stage).toBe('in-review');
    const mute = await turn(ines, id, 'ask');
    expect([mute.status, names(mute)]).toEqual([400, ['note']]);
    const remarked = await ines.ask('POST', `/api/v1/drafts/${id}/remarks`, { field: 'results', text: 'How many?' });
    expect(remarked.json.items).toMatchObject([{ field: 'results', text: 'How many?', settledAt: null }]);
    expect((await turn(ines, id, 'ask', 'How many people?')).json.stage).toBe('question');

    const asked = await amina.ask('GET', `/api/v1/drafts/${id}`);
    expect(asked.json.turns).toEqual(['answer', 'put-away']);
    const answered = await amina.ask(
      'PATCH',
      `/api/v1/drafts/${id}`,
      { results: '1 200 travailleuses.' },
      {
        'if-match': asked.headers.get('etag')!,
      },
    );
    expect(answered.status).toBe(200);
    expect((await turn(amina, id, 'answer', 'Voilà.')).json.stage).toBe('in-review');

    const hindered = await turn(ines, id, 'publish');
    expect([hindered.status, names(hindered)]).toEqual([409, ['checks', 'comments']]);
    const checks = `/api/v1/drafts/${id}/checks`;
    const unsaid = await ines.ask('PUT', checks, { checks: { ...ALL_HOLD, sourced: { holds: false } } });
    expect([unsaid.status, names(unsaid)]).toEqual([400, ['checks']]);
    expect((await ines.ask('PUT', checks, { checks: ['complete'] })).status).toBe(400);
    expect((await ines.ask('PUT', checks, { checks: { true: { holds: true } } })).status).toBe(400);
    const why = 'The decree is on paper only.';
    const said = await ines.ask('PUT', checks, { checks: { ...ALL_HOLD, sourced: { holds: false, why } } });
    expect(said.json.checks).toMatchObject([
      { name: 'complete', holds: true, changedSince: [], why: '' },
      { name: 'sourced', holds: false, why },
      { name: 'balanced', holds: true },
      { name: 'personal-data', holds: true },
      { name: 'non-binding', holds: true },
    ]);
    // Who said what for which reason is for those who curate.
    const { checks: owners } = (await amina.ask('GET', `/api/v1/drafts/${id}`)).json;
    expect(owners[1]).toEqual({ name: 'sourced', holds: false, at: said.json.checks[1].at, changedSince: [] });
    const remark = remarked.json.items[0].id as string;
    const settled = await ines.ask('PATCH', `/api/v1/drafts/${id}/remarks/${remark}`, { settled: true });
    expect(settled.json.items[0].settledAt).not.toBeNull();
    const published = await turn(ines, id, 'publish');
    expect([published.status, published.json.stage, published.json.practice]).toEqual([
      200,
      'published',
      'passeport-de-competences',
    ]);
    const slug = published.json.practice as string;
    expect(await found('travailleuses')).toEqual([slug]);

    const versions = await amina.ask('GET', `/api/v1/drafts/${id}/versions`);
    expect(versions.json.items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
    const second = await amina.ask('GET', `/api/v1/drafts/${id}/versions/2`);
    expect(second.json).toMatchObject({ number: 2, item: { summary: ITEM.summary, results: '' } });

    const confirmed = await amina.ask('POST', `/api/v1/practices/${slug}/confirm`);
    expect(confirmed.json).toMatchObject({ slug, standing: 'published', version: 2 });
    const change = await amina.ask('POST', `/api/v1/practices/${slug}/changes`);
    expect(change.json).toMatchObject({ practice: slug, stage: 'draft', item: { results: '1 200 travailleuses.' } });
    expect((await amina.ask('POST', `/api/v1/practices/${slug}/changes`)).json.id).toBe(change.json.id);

    const withdraw = `/api/v1/practices/${slug}/withdraw`;
    expect((await stranger.ask('POST', withdraw, { why: 'Hm.' })).status).toBe(404);
    const silent = await amina.ask('POST', withdraw, { why: ' ' });
    expect([silent.status, names(silent)]).toEqual([400, ['why']]);
    const began = performance.now();
    expect((await amina.ask('POST', withdraw, { why: 'It ended.', public: true })).json.standing).toBe('withdrawn');
    await expect.poll(() => found('travailleuses'), { timeout: 1_000, interval: 50 }).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
    const gone = await fetch(`${server.origin}/api/v1/practices/${slug}`);
    expect([gone.status, ((await gone.json()) as { detail: string }).detail]).toEqual([
      410,
      expect.stringContaining('It ended.'),
    ]);
  });

  test('an archived practice is no longer found, and still read', async () => {
    const id = await begun({ ...ITEM, title: 'Une charte archivée' });
    await turn(amina, id, 'hand-in');
    await turn(ines, id, 'take');
    await ines.ask('PUT', `/api/v1/drafts/${id}/checks`, { checks: ALL_HOLD });
    const { json } = await turn(ines, id, 'publish');
    const archived = await ines.ask('POST', `/api/v1/practices/${json.practice}/archive`);
    expect(archived.json.standing).toBe('archived');
    expect(await found('archivée')).toEqual([]);
    expect((await fetch(`${server.origin}/api/v1/practices/${json.practice}`)).status).toBe(200);
  });

  test('a second pair of eyes is asked for and given, by another who curates and nobody else', async () => {
    const id = await begun({ ...ITEM, title: 'Une loi à revoir' });
    const second = `/api/v1/drafts/${id}/second`;
    await turn(amina, id, 'hand-in');
    await turn(ines, id, 'take');
    expect((await ines.ask('POST', second)).status).toBe(409);
    expect(names(await ines.ask('PUT', second, { wanted: 'yes' }))).toEqual(['wanted']);
    expect((await ines.ask('PUT', second, { wanted: true })).json.second).toEqual({ wanted: true, given: false });
    for (const other of [amina, stranger]) {
      expect((await other.ask('PUT', second, { wanted: false })).status).toBe(404);
      expect((await other.ask('POST', second)).status).toBe(404);
    }
    await ines.ask('PUT', `/api/v1/drafts/${id}/checks`, { checks: ALL_HOLD });
    expect(names(await turn(ines, id, 'publish'))).toEqual(['second-reviewer']);
    // Whoever looks after it is no second pair of eyes.
    expect((await ines.ask('POST', second)).status).toBe(409);
    const karim = program(server, await tokenOf(await person('curator', 'karim@example.org'), ['review']));
    expect((await karim.ask('POST', second)).json.second).toEqual({ wanted: true, given: true });
    expect((await turn(ines, id, 'publish')).json.stage).toBe('published');
    expect((await ines.ask('PUT', second, { wanted: true })).status).toBe(409);
  });

  test('a draft is brought together with what the catalogue says by now, and what was withdrawn is published again', async () => {
    const published = async (id: string) => {
      await turn(amina, id, 'hand-in');
      await turn(ines, id, 'take');
      await ines.ask('PUT', `/api/v1/drafts/${id}/checks`, { checks: ALL_HOLD });
      return turn(ines, id, 'publish');
    };
    const slug = (await published(await begun({ ...ITEM, title: 'Une carte verte' }))).json.practice as string;
    const change = await amina.ask('POST', `/api/v1/practices/${slug}/changes`);
    const id = change.json.id as string;
    const at = `/api/v1/drafts/${id}`;
    await amina.ask('PATCH', at, { summary: 'Le sien.' }, { 'if-match': '"1"' });
    // Meanwhile the catalogue comes to say something else: a file is imported.
    const file = join(folder, 'green-card.csv');
    const { id: practice } = (await (await fetch(`${server.origin}/api/v1/practices/${slug}`)).json()) as {
      id: string;
    };
    writeFileSync(file, `id,title,summary\n${practice},Une carte verte,Le nôtre.\n`);
    expect((await cli(['import', file, '--apply', '--json'], folder, environment)).code).toBe(0);
    const against = await published(id);
    expect([against.status, against.json.conflicts]).toEqual([
      409,
      [{ name: 'summary', theirs: 'Le nôtre.', mine: 'Le sien.' }],
    ]);
    const { version, practiceVersion } = against.json as { version: number; practiceVersion: number };
    const ifMatch = { 'if-match': `"${version}"` };
    const item = { summary: 'Le sien et le nôtre.' };
    const rebased = (body: object, headers = ifMatch, by = ines) => by.ask('POST', `${at}/rebase`, body, headers);
    expect((await rebased({ practiceVersion, item }, {} as typeof ifMatch)).status).toBe(428);
    expect(names(await rebased({ practiceVersion: 0, item }))).toEqual(['practiceVersion']);
    expect(names(await rebased({ practiceVersion, item: { colour: 'x' } }))).toEqual(['colour']);
    expect((await rebased({ practiceVersion, item }, ifMatch, amina)).status).toBe(404);
    const left = await rebased({ practiceVersion });
    expect([left.status, left.json.conflicts.length, left.json.practiceVersion]).toEqual([409, 1, practiceVersion]);
    expect((await rebased({ practiceVersion: practiceVersion - 1, item })).status).toBe(409);
    const together = await rebased({ practiceVersion, item });
    expect([together.status, together.json.item.summary]).toEqual([200, 'Le sien et le nôtre.']);
    await ines.ask('PUT', `${at}/checks`, { checks: ALL_HOLD });
    expect((await turn(ines, id, 'publish')).json.stage).toBe('published');
    expect((await rebased({ practiceVersion, item })).status).toBe(409);

    await amina.ask('POST', `/api/v1/practices/${slug}/withdraw`, { why: 'A mistake.' });
    const again = `/api/v1/practices/${slug}/publish-again`;
    for (const other of [amina, stranger]) expect((await other.ask('POST', again)).status).toBe(404);
    expect((await ines.ask('POST', again)).json.standing).toBe('published');
    expect((await ines.ask('POST', again)).status).toBe(404);
    expect(await found('carte verte')).toContain(slug);
  });

  test('two on one draft lose nothing: what goes together is brought together, and of two texts both come back', async () => {
    const id = await begun();
    const at = `/api/v1/drafts/${id}`;
    expect((await amina.ask('PATCH', at, { summary: 'Le sien.', sdg: ['10.7'] }, { 'if-match': '"1"' })).status).toBe(
      200,
    );
    const together = await ines.ask('PATCH', at, { costs: 'Peu.' }, { 'if-match': '"1"' });
    // A token for one’s own drafts is none for those of others, whoever its owner is; with “review” it is.
    expect([together.status, together.json.item]).toEqual([
      200,
      expect.objectContaining({ summary: 'Le sien.', costs: 'Peu.', sdg: ['10.7'] }),
    ]);
    const conflict = await amina.ask(
      'PATCH',
      at,
      { summary: 'Le mien.', owner: 'Un autre', start: 2020, places: ['Mombasa'] },
      { 'if-match': '"1"' },
    );
    expect([conflict.status, conflict.headers.get('content-type')]).toEqual([
      412,
      'application/problem+json; charset=utf-8',
    ]);
    expect(conflict.json.conflicts).toEqual([{ name: 'summary', theirs: 'Le sien.', mine: 'Le mien.' }]);
    const now = await amina.ask('GET', at);
    expect(now.headers.get('etag')).toBe(`"${conflict.json.version}"`);
    expect(now.json.item).toMatchObject({ summary: 'Le sien.', owner: 'Un autre', start: 2020, places: ['Mombasa'] });
    const { items } = (await amina.ask('GET', `${at}/versions`)).json;
    const aside = items.find(({ action }: { action: string }) => action === 'draft.set-aside');
    const kept = await amina.ask('GET', `${at}/versions/${aside.number}`);
    expect(kept.json.item.summary).toBe('Le mien.');
    const merged = { summary: 'Le sien. Le mien.' };
    const done = await amina.ask('PATCH', at, merged, { 'if-match': conflict.headers.get('etag')! });
    expect([done.status, done.json.item.summary]).toEqual([200, 'Le sien. Le mien.']);
  });

  test('a change that does not say what it was made from is not made', async () => {
    const id = await begun();
    const at = `/api/v1/drafts/${id}`;
    for (const header of [{}, { 'if-match': '*' }, { 'if-match': 'W/"1"' }, { 'if-match': '1' }])
      expect((await amina.ask('PATCH', at, { costs: 'x' }, header as Record<string, string>)).status).toBe(428);
    const ahead = await amina.ask('PATCH', at, { costs: 'x' }, { 'if-match': '"99"' });
    expect([ahead.status, ahead.json.version]).toEqual([412, 1]);
    expect((await amina.ask('GET', at)).json.item.costs).toBe('');
  });

  test('what cannot be read is refused by name, all of it, in the language asked for, and nothing is written', async () => {
    const bad = await amina.ask(
      'POST',
      '/api/v1/drafts',
      { titre: 'x', sdg: ['99'], start: '2021', translations: { de: {} } },
      { 'accept-language': 'fr' },
    );
    expect([bad.status, names(bad)]).toEqual([400, ['titre', 'sdg', 'start', 'translations.de']]);
    expect(bad.json.errors[0].detail).toContain('champ «\u00a0titre\u00a0»');
    const id = await begun();
    const at = `/api/v1/drafts/${id}`;
    const ifMatch = { 'if-match': '"1"' };
    expect(names(await amina.ask('PATCH', at, { end: 2010 }, ifMatch))).toEqual(['end']);
    const nowhere = ['0197c7a0-0000-7000-8000-000000000000'];
    expect(names(await amina.ask('PATCH', at, { replicates: nowhere }, ifMatch))).toEqual(['replicates']);
    expect((await amina.ask('PATCH', at, '{"title": ', ifMatch)).status).toBe(400);
    expect((await amina.ask('PATCH', at, '"text"', ifMatch)).status).toBe(400);
    expect((await amina.ask('PATCH', at, 'x', { ...ifMatch, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await amina.ask('PATCH', at, { summary: 'x'.repeat(600_000) }, ifMatch)).status).toBe(413);
    expect((await amina.ask('GET', at)).headers.get('etag')).toBe('"1"');
    expect(names(await amina.ask('POST', `${at}/turns`, { turn: 'fly', hight: 3 }))).toEqual(['hight', 'turn']);
    expect(names(await amina.ask('POST', `${at}/remarks`, { field: 'colour', text: '' }))).toEqual(['field', 'text']);
    expect(names(await amina.ask('GET', '/api/v1/drafts?stage=lost&page=0&x=1'))).toEqual(['x', 'stage', 'page']);
  });

  test('an owner’s own turns are hers, and the curators’ are not', async () => {
    const id = await begun();
    expect((await turn(amina, id, 'publish')).status).toBe(403);
    expect((await turn(amina, id, 'answer')).status).toBe(409);
    await turn(amina, id, 'hand-in');
    expect((await amina.ask('PATCH', `/api/v1/drafts/${id}`, { costs: 'x' }, { 'if-match': '"1"' })).status).toBe(409);
    expect((await turn(amina, id, 'take-back')).json.stage).toBe('draft');
    expect((await turn(amina, id, 'put-away')).json.stage).toBe('put-away');
    expect((await turn(amina, id, 'reopen')).json.stage).toBe('draft');
  });

  test('drafts are listed a page at a time, those that wait longest first', async () => {
    const before = (await amina.ask('GET', '/api/v1/drafts')).json.total as number;
    for (const title of ['One', 'Two', 'Three']) await begun({ title });
    const page = await amina.ask('GET', '/api/v1/drafts?perPage=2&page=1');
    expect([page.json.total, page.json.items.length]).toEqual([before + 3, 2]);
    const last = await amina.ask('GET', `/api/v1/drafts?perPage=1&page=${before + 3}`);
    expect(last.json.items).toMatchObject([{ title: 'Three' }]);
    expect((await amina.ask('GET', '/api/v1/drafts?stage=published')).json.items[0].practice).not.toBeNull();
    expect((await stranger.ask('GET', '/api/v1/drafts')).json.total).toBe(0);
  });

  test('files are attached by content, all or none, and read with the token', async () => {
    const id = await begun();
    const at = `/api/v1/drafts/${id}/attachments`;
    const form = new FormData();
    form.set('files', new Blob([new Uint8Array(await picture('PNG' as never))]), 'carte.png');
    const attached = await amina.ask('POST', at, form);
    expect(attached.status, JSON.stringify(attached.json)).toBe(201);
    const [{ name, type, url }] = attached.json.attachments;
    expect([name, type]).toEqual(['carte.png', 'image/png']);
    const path = new URL(url as string).pathname;
    expect((await amina.ask('GET', path)).status).toBe(200);
    expect((await stranger.ask('GET', path)).status).toBe(404);
    expect((await fetch(server.origin + path)).status).toBe(404);
    const said = { attachments: [{ id: attached.json.attachments[0].id, caption: 'La carte' }] };
    const captioned = await amina.ask('PATCH', `/api/v1/drafts/${id}`, said, {
      'if-match': attached.headers.get('etag')!,
    });
    expect(captioned.json.attachments).toMatchObject([{ name: 'carte.png', caption: 'La carte' }]);
    for (const bad of [[{ id }], [{ ...said.attachments[0], name: 'x' }], said.attachments[0], [1]])
      expect(
        names(await amina.ask('PATCH', `/api/v1/drafts/${id}`, { attachments: bad }, { 'if-match': '"1"' })),
      ).toEqual(['attachments']);
    form.append('files', new Blob(['<svg onload="alert(1)"/>']), 'carte.svg');
    const refused = await amina.ask('POST', at, form);
    expect([refused.status, names(refused)]).toEqual([400, ['carte.svg']]);
    expect((await amina.ask('GET', `/api/v1/drafts/${id}`)).json.attachments).toHaveLength(1);
    const off = await amina.ask(
      'PATCH',
      `/api/v1/drafts/${id}`,
      { attachments: [] },
      {
        'if-match': captioned.headers.get('etag')!,
      },
    );
    expect(off.json.attachments).toEqual([]);
    expect((await amina.ask('POST', at, {})).status).toBe(400);
    expect((await amina.ask('POST', at, new FormData())).status).toBe(400);
  });

  test('a text is told what it may be about, with the words that made it so; nothing of it is kept', async () => {
    const text = { summary: 'Protects domestic workers (SDG 8.8) in Kenya.', language: 'en' };
    const answer = await amina.ask('POST', '/api/v1/suggestions', text);
    expect(answer.json.sdg[0]).toMatchObject({ code: '8.8', explicit: true, words: [{ words: 'SDG 8.8' }] });
    expect(answer.json.countries[0].code).toBe('KE');
    expect(names(await amina.ask('POST', '/api/v1/suggestions', { text: 'x' }))).toEqual(['text']);
    const here = await aminasBrowser.get('/account');
    expect(here.status).toBe(200);
    const cookie = [...aminasBrowser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const session = program(server, '');
    expect((await session.ask('POST', '/api/v1/suggestions', text, { cookie })).status).toBe(200);
    expect((await session.ask('POST', '/api/v1/suggestions', text)).status).toBe(401);
    const elsewhere = { cookie, origin: 'https://evil.example' };
    expect((await session.ask('POST', '/api/v1/suggestions', text, elsewhere)).status).toBe(403);
  });

  test('somebody else’s draft is not there, at any of its addresses, by token or by session', async () => {
    const id = await begun();
    const at = `/api/v1/drafts/${id}`;
    const contributor = await person('contributor', 'nosy@example.org', 'KE');
    const cookie = [...contributor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const byScopes = program(server, await tokenOf(contributor, ['drafts:read', 'drafts:write']));
    const curatorsOwn = program(
      server,
      await tokenOf(await person('curator', 'own@example.org'), ['drafts:read', 'drafts:write']),
    );
    const png = new FormData();
    png.set('files', new Blob(['x']), 'x.png');
    const addresses: [string, string, unknown?][] = [
      ['GET', at],
      ['PATCH', at, { title: 'Mine' }],
      ['POST', `${at}/turns`, { turn: 'hand-in' }],
      ['GET', `${at}/versions`],
      ['GET', `${at}/versions/1`],
      ['GET', `${at}/remarks`],
      ['POST', `${at}/remarks`, { text: 'x' }],
      ['PATCH', `${at}/remarks/${id}`, { settled: true }],
      ['POST', `${at}/attachments`, png],
    ];
    for (const [method, path, body] of addresses)
      for (const [who, by] of Object.entries({ contributor: byScopes, stranger, 'a curator’s own': curatorsOwn })) {
        const answer = await by.ask(method, path, body, { 'if-match': '"1"' });
        expect([who, method, path, answer.status]).toEqual([who, method, path, 404]);
        expect(JSON.stringify(answer.json)).not.toContain(ITEM.title);
      }
    for (const path of [at, `${at}/versions`, `${at}/versions/1`, `${at}/remarks`])
      expect((await program(server, '').ask('GET', path, undefined, { cookie })).status).toBe(404);
    for (const odd of ['x', '%00', '..%2F..', "'%20or%20true"])
      expect((await amina.ask('GET', `/api/v1/drafts/${odd}`)).status).toBe(404);
    expect((await amina.ask('GET', at)).json.version).toBe(1);
  });

  test('a colleague of the same post, by a browser, sees what the program wrote', async () => {
    const id = await begun();
    const page = await (await aminasBrowser.get(`/desk/drafts/${id}/what`)).text();
    expect(page).toContain(ITEM.title);
    expect((await visit(server).get(`/desk/drafts/${id}/what`)).status).toBe(303);
  });
});
