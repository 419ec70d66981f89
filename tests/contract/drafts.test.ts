import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

const SECRET = 'Quokkas at the ferry terminal';
/** A picture of one dot, as people send pictures; and what people send who mean harm. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe.each(emptyDatabases())('Drafts, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let owner: Visit;
  let other: Visit;
  let kenya: Visit;
  let curator: Visit;
  let draft: string;
  beforeAll(async () => {
    const environment = await fresh();
    server = await startServer(folder, { SAMPLE: 'off', ...environment });
    owner = await signedInAs(server, folder, 'contributor', { email: 'owner@example.org', environment });
    other = await signedInAs(server, folder, 'contributor', { email: 'other@example.org', environment });
    kenya = await signedInAs(server, folder, 'focal-point', { email: 'kenya@example.org', state: 'KE', environment });
    curator = await signedInAs(server, folder, 'curator', { email: 'curator@example.org', environment });
    const begun = await owner.post('/share', { title: SECRET, language: 'en' });
    draft = new URL(begun.headers.get('location')!, server.origin).pathname.replace(/\/what$/, '');
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  async function send(who: Visit, files: [name: string, content: BlobPart, type: string][]): Promise<Response> {
    const form = new FormData();
    for (const [name, content, type] of files) form.append('files', new Blob([content], { type }), name);
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    // As a browser sends it: with its length.
    const whole = new Response(form);
    const body = await whole.bytes();
    return fetch(`${server.origin}${draft}/upload`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        cookie,
        origin: server.origin,
        accept: 'text/html',
        'content-type': whole.headers.get('content-type')!,
      },
    });
  }

  const attached = async (): Promise<string[]> =>
    [...(await (await owner.get(`${draft}/files`)).text()).matchAll(/href="(\/files\/[^"?]+)"/g)].map(
      ([, href]) => href!,
    );

  test('take a picture, whatever its name, under a name that leads nowhere; and nothing that runs', async () => {
    const sent = await send(owner, [['../../../etc/passwd.png', DOT, 'text/html']]);
    expect(sent.status).toBe(303);
    const [file] = await attached();
    expect(file).not.toMatch(/\.\.|etc%2F/);
    const answer = await owner.get(file!);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const refused = await send(owner, [
      ['picture.png', SVG, 'image/png'],
      ['page.pdf', '<!doctype html><script>alert(1)</script>', 'application/pdf'],
    ]);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/picture\.png: [\s\S]*page\.pdf: /);
    expect(await attached()).toHaveLength(1);
  });

  test('of somebody else are not there: not by page, not by form, not by file', async () => {
    const [file] = await attached();
    const steps = ['', '/what', '/where', '/who', '/goals', '/results', '/needs', '/translations', '/check'];
    for (const path of [...steps, '/history', '/files', '/upload'].map((end) => draft + end).concat(file!)) {
      expect([path, (await owner.get(path)).status]).toEqual([path, path === draft ? 303 : 200]);
      const answer = await other.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).not.toContain(SECRET);
      expect([303, 404]).toContain((await visit(server).get(path)).status);
    }
    const forms: [string, Record<string, string>][] = [
      [`${draft}/what?/save`, { version: '1', title: 'Mine now' }],
      [`${draft}/save?step=what`, { version: '1', title: 'Mine now' }],
      [`${draft}/check?/turn`, { turn: 'put-away' }],
      [`${draft}/what?/remark`, { text: 'I was here' }],
      [`${draft}/what?/settle`, { remark: draft.split('/').at(-1)! }],
      [`${draft}/history`, { number: '1' }],
      [`${draft}/files`, { version: '1' }],
    ];
    for (const [path, fields] of forms) expect([path, (await other.post(path, fields)).status]).toEqual([path, 404]);
    expect((await send(other, [['dot.png', DOT, 'image/png']])).status).toBe(404);
    expect(await (await owner.get(`${draft}/what`)).text()).toContain(SECRET);
  });

  test('are in nothing that is public', async () => {
    for (const path of [
      '/practices?q=quokkas',
      '/practices.csv',
      '/practices.json',
      '/practices.ndjson',
      '/practices.atom',
      '/api/v1/practices?q=quokkas',
      '/',
      '/desk',
    ]) {
      expect(await (await visit(server).get(path)).text(), path).not.toContain(SECRET);
      expect(await (await other.get(path)).text(), path).not.toContain(SECRET);
    }
  });

  test('are saved for whoever sends what was read, and not from another site', async () => {
    const fields = { version: '1', title: SECRET, summary: 'By the water.' };
    expect((await owner.post(`${draft}/save?step=what`, fields, { origin: 'https://evil.example' })).status).toBe(403);
    const saved = await owner.post(`${draft}/save?step=what`, fields);
    expect(await saved.json()).toMatchObject({ problems: {} });
    expect(saved.headers.get('cache-control')).toBe('private, no-store');
    expect((await owner.post(`${draft}/save?step=nothing`, fields)).status).toBe(400);
    expect((await owner.post(`${draft}/save?step=what`, { ...fields, version: 'x' })).status).toBe(400);
  });

  test('are bounded: no field takes more than it can keep, and nothing typed is lost for it', async () => {
    const long = 'x'.repeat(30_001);
    const page = await owner.get(`${draft}/results`);
    const version = /name="version" value="(\d+)"/.exec(await page.text())![1]!;
    const saved = await owner.post(`${draft}/results?/save`, { version, results: long });
    expect(saved.status).toBe(303);
    const shown = await (await owner.get(`${draft}/results`)).text();
    expect(shown).toContain(long);
    expect(shown).toContain('30,001');
    expect((await owner.post(`${draft}/results?/save`, { version, results: 'x'.repeat(600_000) })).status).toBe(413);
  });

  test('of a focal point are first offered her own state, whatever they say; those of others are not', async () => {
    const where = async (who: Visit) => {
      const begun = await who.post('/share', { title: 'Quokkas by the sea', language: 'en' });
      const path = new URL(begun.headers.get('location')!, server.origin).pathname.replace(/\/what$/, '/where');
      return (await who.get(path)).text();
    };
    expect(await where(kenya)).toMatch(/value="KE"[\s\S]{0,300}Kenya[\s\S]{0,300}Because you write for it\./);
    expect(await where(other)).not.toContain('Because you write for it.');
  });

  test('that are published show their pictures small, to everybody, each with what it shows in words', async () => {
    const save = async (step: string, fields: Record<string, string>) => {
      const page = await (await owner.get(`${draft}/${step}`)).text();
      const version = /name="version" value="(\d+)"/.exec(page)![1]!;
      expect([step, (await owner.post(`${draft}/${step}?/save`, { ...fields, version })).status]).toEqual([step, 303]);
    };
    await save('what', { title: 'The ferry terminal', summary: 'By the water.', language: 'en' });
    await save('where', { countries: 'AU' });
    await save('who', { owner: 'Harbour office' });
    await save('goals', { sdg: '11.2' });
    await save('results', { results: 'Everybody comes across.' });
    const before = (await attached())[0]!;
    expect((await visit(server).get(before)).status).toBe(404);
    await owner.post(`${draft}/check?/turn`, { turn: 'hand-in' });
    const review = draft.replace('/drafts/', '/review/');
    await curator.post(`${review}?/take`, {});
    const checklist = (await (await curator.get(review)).text()).split('?/check#checks')[1]!.split('</form>')[0]!;
    const hidden = [...checklist.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const points = hidden.flatMap(([, name]) => (name!.startsWith('seen.') ? [name!.slice('seen.'.length)] : []));
    await curator.post(`${review}?/check`, {
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      ...Object.fromEntries(points.map((point) => [point, 'holds'])),
    });
    expect((await curator.post(`${review}?/publish`, {})).status).toBe(303);
    const shown = await (await visit(server).get('/practices/the-ferry-terminal')).text();
    const [, picture, words] = /<img[^>]* src="(\/files\/[^"]+\?small)"[^>]* alt="([^"]+)"/.exec(shown)!;
    expect(words).not.toBe('');
    const answer = await visit(server).get(picture!);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)]);
  });
});
