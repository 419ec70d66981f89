import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { beforehand } from '../support/drafts.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { seedSurvey } from '../support/survey-story.ts';
import { signedInAs, visit, type Visit } from '../support/visit.ts';

const RESULTS = '/surveys/themes-2020/results';

interface Part {
  part: string;
  figures: { answered: number; counts?: Record<string, number> } | null;
}
interface Published {
  results: { question: string; option: string | null; parts: Part[] }[];
  named: { code: string }[];
}

describe.each(emptyDatabases())('On $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let chair: Visit;
  const published = async (): Promise<Published> =>
    (await (await fetch(`${server.origin}/api/v1/surveys/themes-2020`)).json()) as Published;

  beforeAll(async () => {
    const environment = { ...(await fresh()), SAMPLE: 'off' };
    await beforehand(folder, environment, seedSurvey);
    server = await startServer(folder, environment);
    chair = await signedInAs(server, folder, 'chair', { environment: { ...environment, ORIGIN: server.origin } });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('nothing is public before it is published: no page, no file, no line of the list', async () => {
    for (const path of [RESULTS, `${RESULTS}.csv`, `${RESULTS}.json`, '/api/v1/surveys/themes-2020'])
      expect((await visit(server).get(path)).status, path).toBe(404);
    expect(await (await fetch(`${server.origin}/api/v1/surveys`)).json()).toEqual({ total: 0, items: [] });
    for (const path of ['live', 'texts', 'themes'])
      expect((await visit(server).get(`${RESULTS}/${path}`)).status, path).toBe(303);
  });

  test('the Chair sees both methods side by side, and groups withheld as everybody will', async () => {
    const page = await (await chair.get(`${RESULTS}/live`)).text();
    for (const words of ['Place by Borda', 'Place by Schulze', 'Withheld', '4 of 4', 'Publish these results'])
      expect(page).toContain(words);
    expect(page).not.toMatch(/\b(vote|votes|voted|decision|pledge|winner)\b/i);
  });

  test('texts are put under themes many at once, and the results published, without scripts', async () => {
    const form = await (await chair.get(`${RESULTS}/texts`)).text();
    const names = [...form.matchAll(/name="(more\/[^"]+)"/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(5);
    const [first, second] = names;
    const sorted = await chair.post(`${RESULTS}/texts`, { [first!]: 'labour-mobility', [second!]: 'other' });
    expect(sorted.headers.get('location')).toBe(`${RESULTS}/texts?saved=1`);
    expect((await chair.post(`${RESULTS}/texts`, { [first!]: 'nonsense' })).status).toBe(400);
    expect((await chair.post(`${RESULTS}/live`, {})).headers.get('location')).toBe(`${RESULTS}/live?published=1`);
    const page = await (await visit(server).get(RESULTS)).text();
    expect(page).toContain('Labour mobility');
    expect(page.match(/<blockquote/g)).toHaveLength(2);
  });

  test('from all that is published nobody works out what fewer than five answered', async () => {
    const { results, named } = await published();
    expect(named).toHaveLength(1);
    for (const { question, option, parts } of results) {
      const of = (name: string) => parts.find(({ part }) => part === name)?.figures ?? null;
      for (const { part, figures } of parts)
        if (figures) expect(figures.answered, `${question} ${option} ${part}`).toBeGreaterThanOrEqual(5);
      const whole = of('states');
      if (!whole) continue;
      const groups = parts.filter(({ part }) => !['states', 'mechanisms'].includes(part));
      const rest = groups.reduce((left, { figures }) => left - (figures?.answered ?? 0), whole.answered);
      expect(rest === 0 || rest >= 5, `${question} ${option}: ${rest} left`).toBe(true);
    }
    // Four of the Eastern European Group answered: it is withheld, and another one with it.
    const themes = results.find(({ question }) => question === 'themes')!.parts;
    expect(themes.filter(({ figures }) => figures === null).map(({ part }) => part)).toEqual([
      'eastern-european',
      'weog',
      'mechanisms',
    ]);
  });

  test('page, files and API withhold alike', async () => {
    const { results } = await published();
    const withheld = results.flatMap(({ parts }) => parts).filter(({ figures }) => figures === null).length;
    const csv = await (await fetch(`${server.origin}${RESULTS}.csv`)).text();
    expect(csv.match(/,Withheld,/g)).toHaveLength(withheld);
    const file = (await (await fetch(`${server.origin}${RESULTS}.json`)).json()) as Published;
    expect(file).toEqual(await published());
    const workbook = await fetch(`${server.origin}${RESULTS}.xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await fetch(`${server.origin}${RESULTS}.odt`)).status).toBe(404);
    expect((await fetch(`${server.origin}${RESULTS}.csv?group=weog`)).status).toBe(400);
  });

  test('every language has its own words for it', async () => {
    for (const [locale, words] of Object.entries({ fr: 'Non communiqué', es: 'No se muestra', ar: 'محجوب' }))
      expect(await (await visit(server).get(`/${locale}${RESULTS}`)).text()).toContain(words);
  });

  test('what was ranked becomes sub-themes of the edition, once', async () => {
    expect(await (await chair.get(`${RESULTS}/themes`)).text()).toContain('value="themes/labour"');
    expect((await chair.post(`${RESULTS}/themes`, {})).status).toBe(400);
    const made = await chair.post(`${RESULTS}/themes`, [
      ['option', 'themes/labour'],
      ['option', 'themes/skills'],
    ]);
    expect(made.headers.get('location')).toBe(`${RESULTS}/themes?made=1`);
    const page = await (await chair.get(`${RESULTS}/themes`)).text();
    expect(page.match(/Already a sub-theme of the edition/g)).toHaveLength(2);
  });
});
