import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabases } from '../support/databases.ts';
import { cli, newFolder, removeFolder } from '../support/server.ts';

interface Said {
  language: string;
  sdg: { code: string; label: string; explicit: boolean; words: { words: string; start: number; end: number }[] }[];
  countries: { code: string; label: string }[];
  duplicates: { slug: string; titleIsAlike: boolean }[];
}

const TEXT = `Une charte pour les travailleuses du foyer
Au Sénégal, une charte protège les droits des travailleuses domestiques (ODD 8.8).
`;

describe.each(emptyDatabases())('Suggestions from the command line, on $name', ({ fresh }) => {
  const folder = newFolder();
  const file = join(folder, 'text.txt');
  let database: Record<string, string>;
  const run: typeof cli = (words, dataDir, environment) => cli(words, dataDir, { ...database, ...environment });

  beforeAll(async () => {
    database = await fresh();
    writeFileSync(file, TEXT);
    const csv = join(folder, 'one.csv');
    writeFileSync(csv, 'Title;Summary;SDG;Country\nSkilled Workers Immigration Law;A law for workers.;10.7;Germany\n');
    expect((await run(['import', csv, '--apply'], folder)).code).toBe(0);
  });
  afterAll(() => removeFolder(folder));

  test('are told with the words that made them so, in the language of the terminal', async () => {
    const { code, out, err } = await run(['suggest', file], folder, { LC_ALL: 'fr_FR.UTF-8' });
    expect([code, err]).toEqual([0, '']);
    expect(out.toString()).toContain('8.8 ');
    expect(out.toString()).toContain('«\u00a0ODD 8.8\u00a0» (nommé dans le texte)');
    expect(out.toString()).toContain('  Sénégal\u00a0: «\u00a0Sénégal\u00a0» (nommé dans le texte)');
  });

  test('are one JSON document, whose places count from the beginning of the text', async () => {
    const { code, out } = await run(['suggest', file, '--json'], folder);
    const said = JSON.parse(out.toString()) as Said;
    expect([code, said.language]).toEqual([0, 'fr']);
    expect(said.sdg[0]).toMatchObject({ code: '8.8', explicit: true });
    expect(said.countries).toMatchObject([{ code: 'SN', label: 'Senegal' }]);
    for (const { words, start, end } of said.sdg.flatMap((one) => one.words))
      expect(TEXT.slice(start, end)).toBe(words);
  });

  test('name a practice that may be the same', async () => {
    writeFileSync(file, 'Skilled Worker Immigration Law\nGermany opens its labour market.\n');
    const { out } = await run(['suggest', file, '--json'], folder);
    const { duplicates } = JSON.parse(out.toString()) as Said;
    expect(duplicates).toMatchObject([{ slug: 'skilled-workers-immigration-law', titleIsAlike: true }]);
    expect((await run(['suggest', file], folder)).out.toString()).toContain(
      'a similar title, in the same place: Germany',
    );
    writeFileSync(file, TEXT);
  });

  test('are made for what comes on standard input', async () => {
    const command = spawn(process.execPath, ['bin/common-space.js', 'suggest', '-', '--json'], {
      env: { ...process.env, LC_ALL: 'C', DATA_DIR: folder, ...database },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    command.stdin.end(TEXT);
    let out = '';
    command.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await new Promise((resolve) => command.once('close', resolve));
    expect((JSON.parse(out) as Said).sdg[0]).toMatchObject({ code: '8.8' });
  });

  test.each([
    [['suggest'], 2, 'Name one text file'],
    [['suggest', '/no/such.txt'], 2, '/no/such.txt cannot be opened (ENOENT). Check its name.'],
    [['suggest', 'package.json', '--language', 'de'], 2, 'There is no language “de” here.'],
    [['suggest', 'tests/fixtures/annex-2020.docx'], 1, 'is not plain text in UTF-8'],
  ])('%j ends with %i and says why', async (words, ends, why) => {
    const { code, err, out } = await run(words, folder);
    expect([code, out.toString()]).toEqual([ends, '']);
    expect(err).toContain(why);
  });

  test('are not made for a whole book', async () => {
    writeFileSync(file, 'migration '.repeat(20_001));
    const { code, err } = await run(['suggest', file], folder);
    expect([code, err]).toEqual([1, expect.stringContaining('is longer than 200,000 characters')]);
  });
});
