import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';

interface Sample {
  sdg: string[];
  gcm: string[];
  countries: string[];
  regions: string[];
  themes: string[];
  start: number | null;
  end: number | null;
  ongoing: boolean;
  source: { edition: number };
}
const SAMPLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'sample', 'practices.json'), 'utf8'),
) as Sample[];

const goalsOf = ({ sdg }: Sample) => [...new Set(sdg.map((code) => code.split('.')[0]!))];

/** Whether a practice is known to have run in a year, said once more in other words than the program's. */
function ranIn({ start, end, ongoing, source: { edition } }: Sample, year: number): boolean {
  if (start === null && end === null) return ongoing && year === edition;
  if (start === null) return year === end;
  if (end === null) return year >= start && year <= Math.max(start, edition);
  return year >= start && year <= end;
}

/** A table as its lines of cells: names may be quoted, and hold commas. */
const tableOf = (csv: string): string[][] =>
  csv
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell!));

describe.each(emptyDatabases())('The pictures of a selection, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  const get = (path: string) => fetch(server.origin + path);
  const table = async (path: string) => tableOf(await (await get(path)).text());
  const total = async (query: string) =>
    ((await (await get(`/api/v1/practices?${query}`)).json()) as { total: number }).total;

  /** Every link of a cell of the page, with its number. */
  async function cellsOf(path: string): Promise<{ href: string; count: number }[]> {
    const page = await (await get(path)).text();
    const cells = page.matchAll(/<td class="level-[1-4][^"]*">.*?<a href="([^"]+)"[^>]*>(\d+)<\/a>/gs);
    return [...cells].map(([, href, count]) => ({ href: href!.replaceAll('&amp;', '&'), count: Number(count) }));
  }

  beforeAll(async () => {
    server = await startServer(folder, await fresh());
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  describe('Through time', () => {
    test('counts each of the 42 practices in every year in which it ran, goal by goal', async () => {
      const [head, ...rows] = await table('/time.csv');
      expect(head!.slice(0, 3)).toEqual(['SDG goal', '', '2010']);
      expect(rows).toHaveLength(17);
      for (const [goal, , ...counts] of rows)
        counts.forEach((count, at) => {
          const [first, last] = head![at + 2]!.split('–').map(Number);
          const years = Array.from({ length: (last ?? first!) - first! + 1 }, (_, step) => first! + step);
          const expected = SAMPLE.filter(
            (one) => goalsOf(one).includes(goal!) && years.some((year) => ranIn(one, year)),
          );
          expect(Number(count), `${goal} ${head![at + 2]}`).toBe(expected.length);
        });
    });

    test('counts objectives of one country, and says how many in how many years', async () => {
      const [head, ...rows] = await table('/time.csv?rows=gcm&country=MA');
      const morocco = SAMPLE.filter(({ countries }) => countries.includes('MA'));
      expect(rows).toHaveLength(23);
      for (const [objective, , ...counts] of rows)
        expect(counts.map(Number), objective).toEqual(
          head!
            .slice(2)
            .map((year) => morocco.filter((one) => one.gcm.includes(objective!) && ranIn(one, Number(year))).length),
        );
      const running = SAMPLE.filter((one) => ranIn(one, 2020)).length;
      const undated = SAMPLE.filter(
        (one) => !Array.from({ length: 201 }, (_, at) => 1900 + at).some((y) => ranIn(one, y)),
      );
      const page = await (await get('/time')).text();
      expect(page).toContain(
        `${42 - undated.length} practices run in the years from 2010 to 2030; most in 2020: ${running}.`,
      );
      expect(page).toContain(`${undated.length} more say nothing of their years`);
    });

    test('shows of chosen years and goals these alone, so that every number is that of the practices it leads to', async () => {
      expect((await table('/time.csv?year=2019&year=2017&goal=8&goal=10')).map((row) => row[0])).toEqual([
        'SDG goal',
        '8',
        '10',
      ]);
      for (const path of [
        '/time?theme=decent-work&year=2019&year=2020&goal=10',
        '/time?q=labour',
        '/time?rows=target&goal=10',
      ]) {
        const cells = await cellsOf(path);
        expect(cells.length, path).toBeGreaterThan(0);
        for (const { href, count } of cells) expect(await total(href.split('?')[1]!), href).toBe(count);
      }
    });
  });

  describe('The coverage', () => {
    const CONTINENTS = ['002', '019', '142', '150', '009'];

    test('counts the practices of a theme alone', async () => {
      const [head, ...rows] = await table('/coverage.csv?rows=goal&theme=labour-mobility');
      expect(head!.slice(2)).toEqual(['Africa', 'Americas', 'Asia', 'Europe', 'Oceania', 'Worldwide']);
      const theme = SAMPLE.filter(({ themes }) => themes.includes('labour-mobility'));
      expect(theme.length).toBeGreaterThan(0);
      expect(
        rows
          .flatMap((row) => row.slice(2))
          .map(Number)
          .reduce((a, b) => a + b),
      ).toBeGreaterThan(0);
      for (const [goal, , ...counts] of rows)
        for (const [at, region] of CONTINENTS.entries())
          expect(Number(counts[at]), `${goal} ${region}`).toBe(
            await total(`goal=${goal}&region=${region}&theme=labour-mobility`),
          );
      const served = theme.flatMap(goalsOf);
      for (const [goal, , ...counts] of rows)
        expect(
          counts.some((count) => count !== '0'),
          goal,
        ).toBe(served.includes(goal!));
    });

    test('keeps the selection in every link, and each filter can be taken off', async () => {
      const page = await (await get('/coverage?rows=goal&within=002&theme=labour-mobility&q=work')).text();
      for (const href of [
        '/coverage?rows=gcm&amp;within=002&amp;q=work&amp;theme=labour-mobility',
        '/coverage?rows=goal&amp;within=142&amp;q=work&amp;theme=labour-mobility',
        '/coverage?rows=goal&amp;within=002&amp;theme=labour-mobility',
        '/coverage?rows=goal&amp;within=002&amp;q=work',
        '/coverage.png?rows=goal&amp;within=002&amp;q=work&amp;theme=labour-mobility',
        '/time?rows=goal&amp;q=work&amp;theme=labour-mobility',
        '/practices?q=work&amp;theme=labour-mobility',
      ])
        expect(page, href).toContain(`href="${href}"`);
      const catalogue = await (await get('/practices?theme=labour-mobility&sort=name')).text();
      expect(catalogue).toContain('href="/coverage?theme=labour-mobility"');
      expect(catalogue).toContain('href="/time?theme=labour-mobility"');
    });

    test('shows of chosen regions these alone, or their parts, each number that of the practices it leads to', async () => {
      expect((await table('/coverage.csv?region=150&region=014'))[0]!.slice(2)).toEqual(['East Africa', 'Europe']);
      for (const path of [
        '/coverage?region=150&region=014',
        '/coverage?region=150&within=150',
        '/coverage?rows=gcm&country=DE',
      ]) {
        const cells = await cellsOf(path);
        expect(cells.length, path).toBeGreaterThan(0);
        for (const { href, count } of cells) expect(await total(href.split('?')[1]!), href).toBe(count);
      }
    });
  });

  test('a picture says of which practices it is', async () => {
    const picture = await (await get('/time.svg?theme=labour-mobility')).text();
    expect(picture).toContain('Theme: Labour mobility');
    expect(picture).toContain(`href="${server.origin}/practices?goal=8&amp;theme=labour-mobility&amp;year=2020"`);
    expect((await get('/ar/time.png?rows=gcm')).headers.get('content-type')).toBe('image/png');
  });

  test.each([
    ['/time.csv?colour=red', 'colour'],
    ['/time.csv?within=002', 'within'],
    ['/time.svg?rows=country', 'rows'],
    ['/time.png?rows=goal&rows=gcm', 'rows'],
    ['/coverage.csv?theme=nothing', 'theme'],
    ['/coverage.csv?sort=name', 'sort'],
    ['/coverage.csv?page=2', 'page'],
    ['/coverage.csv?region=150&within=002', 'within'],
  ])('%s is a 400 that names it', async (path, name) => {
    const response = await get(path);
    const problem = (await response.json()) as { errors: { name: string }[] };
    expect([response.status, problem.errors.map((error) => error.name)]).toEqual([400, [name]]);
    expect((await get(path.replace(/\.\w+/, ''))).status).toBe(400);
  });

  test('a format that there is not is a 404', async () => {
    expect((await get('/time.exe')).status).toBe(404);
  });
});
