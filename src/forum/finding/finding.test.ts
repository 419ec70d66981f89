import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import type { Context } from '#platform/context.ts';
import { createLog } from '#platform/log.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { setPdf } from '#platform/uploads/files.fixture.ts';
import { prepareFile } from '#platform/uploads/prepare.ts';
import { programFolder } from '#platform/settings.ts';
import { createEdition, type EditionContent, formOfEdition } from '#forum/editions/index.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { addFiles, createPublication, emptyPublication, hidePublication, readDueTexts } from '#forum/library/index.ts';
import { createSession, formOfSession, type SessionContent } from '#forum/programme/index.ts';
import { createPracticeSearch } from '#forum/search/index.ts';
import { describeTheme, formOfTheme } from '#forum/themes/index.ts';
import {
  createFinder,
  type Everything,
  type Finder,
  findingQuery,
  FOUND_KINDS,
  type FoundKind,
  parseFinding,
} from './index.ts';
import { MOST_TEXT } from './finding-index.ts';

describe('What is asked in an address', () => {
  test('is written into it and read from it unchanged', () => {
    const q = fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\ufffd]/gu, '').trim());
    fc.assert(
      fc.property(q, fc.constantFrom(null, ...FOUND_KINDS), fc.integer({ min: 1, max: 999 }), (text, kind, page) => {
        const { request, complaints } = parseFinding(new URLSearchParams(findingQuery({ q: text, kind, page })), {
          sized: false,
        });
        expect([request.q, request.kind, request.page, complaints]).toEqual([text, kind, page, []]);
      }),
    );
  });

  test('is refused by name where it cannot be read', () => {
    const { complaints } = parseFinding(
      [
        ['kind', 'leaflet'],
        ['page', '-1'],
        ['goal', '4'],
        ['perPage', '5'],
        ['q', 'x'.repeat(5_000)],
      ],
      { sized: false },
    );
    expect(complaints.map(({ name }) => name)).toEqual(['kind', 'page', 'goal', 'perPage', 'q']);
  });
});

const sample = <Content>(file: string): Content[] =>
  JSON.parse(readFileSync(join(programFolder(), 'sample', file), 'utf8')) as Content[];

eachDatabase('The search over everything', (open) => {
  let database: OpenDatabase;
  let finder: Finder;
  const folder = mkdtempSync(join(tmpdir(), 'finding-'));
  const room = { folder: join(folder, 'files'), scanner: undefined };
  const as = (): Context => ({ db: database.db, now: new Date('2020-03-08T10:00:00Z'), locale: 'en', actor: OPERATOR });
  const ask = (q: string, kind: FoundKind | null = null, by = finder): Promise<Everything> =>
    by(database.db, { q, kind, page: 1, perPage: 20 }, 'en', as().now);
  const count = async (q: string, kind: FoundKind) => (await ask(q)).kinds.find((one) => one.kind === kind)?.count ?? 0;
  const itemsOf = ({ kinds }: Everything, kind: FoundKind) => kinds.find((one) => one.kind === kind)?.items ?? [];
  const entriesOf = async (q: string, kind: FoundKind) =>
    itemsOf(await ask(q), kind).flatMap((item) => ('entry' in item ? [item] : []));
  const publication = async (title: string) => {
    const made = await createPublication(as(), { ...emptyPublication(), 'title-en': title, kind: 'study' });
    if ('complaints' in made) throw new Error(JSON.stringify(made));
    return made;
  };
  const withText = async (slug: string, text: string) => {
    const bytes = await setPdf(text);
    const path = join(folder, slug);
    writeFileSync(path, bytes);
    const file = await prepareFile(room, { field: 'files', sentName: `${slug}.pdf`, path, size: bytes.length });
    if (!file.ok) throw new Error(file.problem.key);
    await addFiles(as(), room, slug, [file.value], 'en');
    await readDueTexts({ db: database.db, room, log: createLog('silent') }, () => as().now);
  };

  beforeAll(async () => {
    database = await open();
    for (const content of sample<EditionContent>('editions.json'))
      await createEdition(as(), formOfEdition(content), 'past');
    for (const { edition, ...content } of sample<SessionContent & { edition: string }>('sessions.json'))
      await createSession(as(), edition, formOfSession(content));
    finder = createFinder(createPracticeSearch());
  }, 120_000);
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  test('shows the theme first, with the editions that discussed it, in whatever language and with an error of typing', async () => {
    for (const q of ['labour mobility', 'Mobilité de la main-d’œuvre', 'labour mobilty', 'movilidad laboral']) {
      const found = await ask(q);
      expect(found.kinds[0]!.kind).toBe('theme');
      const first = itemsOf(found, 'theme')[0]!;
      expect('entry' in first && first.entry.id).toBe('labour-mobility');
      const editions = 'entry' in first ? first.entry.editions.map(({ slug }) => slug) : [];
      expect(editions[0]).toBe('2007');
      expect(editions.length).toBeGreaterThanOrEqual(8);
      expect(editions.length).toBeLessThan(14);
    }
  });

  test('counts each kind exactly: as many as all its pages together show', async () => {
    const q = 'migration';
    for (const { kind, count: said } of (await ask(q)).kinds) {
      const seen = new Set<string>();
      for (let page = 1; seen.size < said && page < 50; page++) {
        const { kinds } = await finder(database.db, { q, kind, page, perPage: 7 }, 'en', as().now);
        for (const item of kinds.find((one) => one.kind === kind)!.items)
          seen.add('entry' in item ? item.entry.path : item.practice.id);
      }
      expect([kind, seen.size]).toEqual([kind, said]);
    }
  });

  test('understands phrases and what is unwanted', async () => {
    const all = await count('labour', 'session');
    expect(all).toBeGreaterThan(0);
    expect(await count('labour -labour', 'session')).toBe(0);
    expect(await count('"mobility labour"', 'theme')).toBe(0);
  });

  test('finds what is new at once, by the text of its file with the place in it, and nothing of what was hidden', async () => {
    const { slug } = await publication('On houses');
    expect(await count('on houses', 'publication')).toBe(1);
    await withText(slug, 'Nothing here.\n\nThe pangolin of Vavau was seen where remittances build schools.');
    const [item] = await entriesOf('pangolin remittances', 'publication');
    expect(item!.passage!.file!.name).toBe('on-houses.pdf');
    expect(item!.passage!.pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['pangolin', 'remittances']);
    await hidePublication(as(), slug, 2, true);
    expect(await count('pangolin', 'publication')).toBe(0);
  });

  test('calls a theme as the forum calls it from now on, on everything that carries it', async () => {
    const before = await count('labour mobility', 'session');
    const label = { en: 'Zanzibar question', fr: '', es: '', ar: '' };
    await describeTheme(as(), 'labour-mobility', formOfTheme({ label, about: {}, retired: false }), 0);
    expect((await entriesOf('zanzibar', 'theme')).map(({ entry }) => entry.id)).toEqual(['labour-mobility']);
    let sessions = 0;
    for (let tries = 0; tries < 100 && sessions === 0; tries++, await wait(50))
      sessions = await count('zanzibar', 'session');
    expect(sessions).toBeGreaterThan(0);
    expect(sessions).toBeLessThanOrEqual(before);
  });

  test('holds no more of the texts of files than it may, and says of how many publications it does not know all', async () => {
    const { slug } = await publication('Beyond');
    await withText(slug, 'An okapi stands at the beginning, and at the end of it a quokka.');
    const small = createFinder(createPracticeSearch(), { ...MOST_TEXT, inAll: 30 });
    expect((await ask('okapi', null, small)).total).toBe(1);
    const end = await ask('quokka', null, small);
    expect([end.total, end.leftOut]).toEqual([0, 1]);
    expect((await ask('quokka')).total).toBe(1);
    expect((await ask('beyond', 'publication', small)).total).toBeGreaterThan(0);
  });
});
