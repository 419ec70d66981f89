import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import {
  canonical,
  EMPTY_CONTENT,
  merged,
  type ImportRow,
  type PracticeContent,
  readImportRows,
} from '#forum/practices/index.ts';
import { annexOf } from './annex.ts';
import { writeAnnex } from './formats.ts';
import { practice, READER, samplePractices } from './practices.fixture.ts';

/** What the six columns and the parts of an annex hold of a practice. */
const COLUMNS = [
  ...([
    'title',
    'summary',
    'sdg',
    'countries',
    'places',
    'regions',
    'global',
    'start',
    'end',
    'ongoing',
    'partners',
  ] as const),
  'source' as const,
];
const inColumns = (content: PracticeContent) => COLUMNS.map((field) => content[field]);

async function readAgain(format: 'docx' | 'xlsx', practices: Parameters<typeof annexOf>[0], locale = READER.locale) {
  const { body } = await writeAnnex(format, annexOf(practices, 2020, { ...READER, locale }), locale);
  const read = await readImportRows({ name: `practices.${format}`, chunks: () => [body] });
  if (!read.ok) throw new Error(read.problem.key);
  const rows: ImportRow[] = [];
  for await (const step of read.rows) rows.push(...(step.ok ? step.value : []));
  expect(read.unknownHeaders()).toEqual([]);
  expect(rows.flatMap(({ refusals }) => refusals)).toEqual([]);
  return rows.map(({ content }) => merged(EMPTY_CONTENT, content));
}

describe.each(['docx', 'xlsx'] as const)('the annex as %s', (format) => {
  test.each(LOCALES)('imports to the same 42 practices in two parts, in %s', async (locale) => {
    const practices = samplePractices();
    const again = await readAgain(format, practices, locale);
    expect(again.map(inColumns)).toEqual(practices.map(canonical).map(inColumns));
    const inPart = (label: string) => again.filter(({ source }) => source.label === label).length;
    expect([inPart('Call for inputs'), inPart('2019 Roundtables')]).toEqual([21, 21]);
  });

  test('imports what is hard to word: open years, the world, partners with commas, a part of another name, no part', async () => {
    const practices = [
      practice({
        title: 'No part',
        source: { edition: 2020, label: '' },
        sdg: [],
        partners: [],
        summary: '',
        places: ['Geneva'],
      }),
      practice({ title: 'Began', start: 2011, end: null, ongoing: false }),
      practice({
        title: 'Ended',
        start: null,
        end: 2019,
        ongoing: false,
        source: { edition: 2020, label: 'Cities, towns' },
      }),
      practice({ title: 'Still there', start: 2011, end: 2030, source: { edition: 2020, label: 'Cities, towns' } }),
      practice({
        title: 'World',
        countries: [],
        regions: [],
        global: true,
        source: { edition: 2020, label: 'Cities, towns' },
      }),
      practice({
        title: 'مدينة',
        language: 'ar',
        partners: ['Ministry of Labour, Employment and Training', 'A; B \\ C'],
      }),
    ];
    const ordered = [0, 1, 5, 2, 3, 4].map((at) => canonical(practices[at]!));
    expect((await readAgain(format, practices)).map(inColumns)).toEqual(ordered.map(inColumns));
  });

  test.each(LOCALES)('imports the same years, in %s', async (locale) => {
    const years = [null, 2011].flatMap((start) =>
      [null, 2011, 2019].flatMap((end) => [true, false].map((ongoing) => ({ start, end, ongoing }))),
    );
    const practices = years.map((one, at) => practice({ title: `Practice of time ${at}`, ...one }));
    const again = await readAgain(format, practices, locale);
    expect(again.map(({ start, end, ongoing }) => ({ start, end, ongoing }))).toEqual(years);
  });
});
