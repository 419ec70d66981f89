import { describe, expect, test } from 'vitest';
import { say } from '#platform/languages.ts';
import { LOCALES } from '#vocab/language.ts';
import { toContent } from './rows.ts';
import type { CellValue, Field, RawRow } from './table.ts';

function understand(
  cells: Partial<Record<Field, CellValue>>,
  options: { exchange?: boolean; section?: string; edition?: number } = {},
) {
  const columns = Object.keys(cells).map((field, position) => ({
    field: field as Field,
    header: `The ${field}`,
    position,
  }));
  const row: RawRow = {
    number: 7,
    section: options.section ?? '',
    cells: { title: 'Papyrus', ...cells },
    problems: [],
  };
  return toContent(row, { columns, exchange: options.exchange ?? false, edition: options.edition ?? null });
}

const refusalsOf = (cells: Partial<Record<Field, CellValue>>, exchange = false) =>
  understand(cells, { exchange }).refusals.map(({ column, read, why, accepts }) => ({
    column,
    read,
    why: say('en', why),
    accepts: say('en', accepts!),
  }));

const PARTNERS = Array.from({ length: 400 }, (_, at) => `Partner ${at} ${'x'.repeat(80)}`);

describe('a row that people wrote', () => {
  test('is read the way people write', () => {
    expect(
      understand({
        summary: 'What it does',
        sdg: '4. 8, 10, 11, 16 and 17',
        gcm: '16 & 6',
        dates: '2017 - current',
        where: 'Mannheim, Germany',
        partners: 'GIZ; City of Mannheim',
        themes: 'labour-mobility; Health, Éducation',
        kind: 'Programme',
        stakeholders: 'Local authority',
        language: 'français',
      }).content,
    ).toMatchObject({
      title: 'Papyrus',
      summary: 'What it does',
      sdg: ['4', '8', '10', '11', '16', '17'],
      gcm: ['6', '16'],
      start: 2017,
      end: null,
      ongoing: true,
      countries: ['DE'],
      places: ['Mannheim'],
      partners: ['GIZ', 'City of Mannheim'],
      themes: ['labour-mobility', 'health', 'education'],
      kind: 'programme',
      stakeholders: ['local-authority'],
      language: 'fr',
    });
  });

  test('says nothing of what the file has no column for', () => {
    expect(understand({}).content).toEqual({ title: 'Papyrus' });
  });

  test('has the addresses in its name taken as links', () => {
    const { content } = understand({
      title: 'Papyrus (https://example.org/p)\nhttps://example.org/q.',
      links: 'http://example.org/r',
    });
    expect(content).toEqual({
      title: 'Papyrus',
      links: ['https://example.org/p', 'https://example.org/q', 'http://example.org/r'],
    });
  });

  test('may have its countries, places and years in columns of their own', () => {
    expect(understand({ countries: 'MA; Tunisie', start: '2018', end: 'ongoing' }).content).toMatchObject({
      countries: ['MA', 'TN'],
      start: 2018,
      ongoing: true,
    });
    expect(understand({ countries: 'MA TN' }).content).toEqual({ title: 'Papyrus', countries: ['MA', 'TN'] });
  });

  test('comes from the part under whose heading it stands', () => {
    const label = (section: string) => understand({}, { section, edition: 2020 }).content.source;
    expect(label('Submissions to Chair’s call for inputs')).toEqual({ edition: 2020, label: 'Call for inputs' });
    expect(label('Réponses à l’appel à contributions de la présidence')).toMatchObject({ label: 'Call for inputs' });
    expect(label('Convocatoria de aportes')).toMatchObject({ label: 'Call for inputs' });
    expect(label('دعوة إلى تقديم مساهمات')).toMatchObject({ label: 'Call for inputs' });
    expect(label('Outcomes of GFMD 2019 Roundtables')).toMatchObject({ label: '2019 Roundtables' });
    expect(label('Résultats des tables rondes de 2019')).toMatchObject({ label: '2019 Roundtables' });
    expect(label('Resultados de las mesas redondas de 2019')).toMatchObject({ label: '2019 Roundtables' });
    expect(label('نتائج الموائد المستديرة 2019')).toMatchObject({ label: '2019 Roundtables' });
    expect(label('Marketplace')).toMatchObject({ label: 'Marketplace' });
    expect(understand({}).content.source).toBeUndefined();
  });

  test.each<[string, Partial<Record<Field, CellValue>>, string, string, string]>([
    ['an SDG target that does not exist', { sdg: '10.7, 4.8' }, 'The sdg', '10.7, 4.8', '4.8'],
    ['an SDG that does not exist', { sdg: '18' }, 'The sdg', '18', '18'],
    ['a GCM objective that does not exist', { gcm: '24' }, 'The gcm', '24', '24'],
    ['dates that are none', { dates: 'soon' }, 'The dates', 'soon', 'years'],
    ['an end before its start', { dates: '2020 – 2016' }, 'The dates', '2020 – 2016', 'before the start, 2020'],
    ['a start that is no year', { start: 'spring' }, 'The start', 'spring', 'year'],
    ['an unknown theme', { themes: 'health; weather' }, 'The themes', 'weather', 'theme'],
    ['an unknown stakeholder', { stakeholders: 'aliens' }, 'The stakeholders', 'aliens', 'stakeholder'],
    ['an unknown kind', { kind: 'dance' }, 'The kind', 'dance', 'kind'],
    ['a language the catalogue has not', { language: 'Klingon' }, 'The language', 'Klingon', 'language'],
    ['an address that runs a script', { links: 'javascript:alert(1)' }, 'The links', 'javascript:alert(1)', 'address'],
    ['no name', { title: '' }, 'The title', '', 'no name'],
    ['a name too long', { title: 'x'.repeat(301) }, 'The title', `${'x'.repeat(79)}…`, '301'],
    [
      'more than a cell of Excel holds',
      { partners: PARTNERS },
      'The partners',
      `Partner 0 ${'x'.repeat(69)}…`,
      '30,000',
    ],
  ])('with %s is refused there, with what would be accepted', (_what, cells, column, read, why) => {
    const refusals = refusalsOf(cells);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ column, read, why: expect.stringContaining(why) as string });
    expect(refusals[0]!.accepts).not.toBe('');
  });

  test('is refused in any of the four languages', () => {
    const { refusals } = understand({ sdg: '18, 4.8, x', dates: 'soon', title: '', links: 'x' });
    expect(refusals).toHaveLength(6);
    for (const locale of LOCALES)
      for (const { why, accepts } of refusals) expect(say(locale, why) + say(locale, accepts)).not.toBe('');
  });
});

describe('a row of one of our own exports', () => {
  const exact = {
    id: '0190b6a1-0000-7000-8000-000000000001',
    slug: 'papyrus',
    title: 'Papyrus  project',
    summary: 'One\nTwo',
    kind: 'project',
    sdg: '8.8; 10.7',
    gcm: '6',
    countries: 'CH; MA',
    places: 'Geneva\\; old town',
    regions: '155',
    global: 'false',
    start: '2017',
    end: '',
    ongoing: 'true',
    partners: 'Ministry of Labour, Training; GIZ',
    themes: 'health',
    stakeholders: 'state',
    links: 'https://example.org/p',
    language: 'fr',
    sourceEdition: '2020',
    sourceLabel: 'Call for inputs',
    createdAt: '2020-03-31T12:00:00.000Z',
    updatedAt: '2020-04-01T12:00:00.000Z',
  };

  test('is read by its codes', () => {
    expect(understand(exact, { exchange: true })).toMatchObject({
      refusals: [],
      id: exact.id,
      slug: 'papyrus',
      createdAt: exact.createdAt,
      updatedAt: exact.updatedAt,
      content: {
        title: 'Papyrus  project',
        kind: 'project',
        sdg: ['8.8', '10.7'],
        countries: ['CH', 'MA'],
        places: ['Geneva; old town'],
        global: false,
        start: 2017,
        end: null,
        ongoing: true,
        partners: ['Ministry of Labour, Training', 'GIZ'],
        language: 'fr',
        source: { edition: 2020, label: 'Call for inputs' },
      },
    });
  });

  test('may be added by hand, without an identifier', () => {
    const { refusals, id, content } = understand(
      { ...exact, id: '', slug: '', kind: '', createdAt: '' },
      { exchange: true },
    );
    expect([refusals, id, content.kind]).toEqual([[], undefined, null]);
  });

  test.each<[Field, string]>([
    ['id', '12'],
    ['slug', 'Not a slug'],
    ['kind', 'Programme!'],
    ['sdg', '4.8'],
    ['gcm', '24'],
    ['countries', 'Morocco'],
    ['regions', 'Europe'],
    ['global', 'perhaps'],
    ['start', '17'],
    ['end', '2016'],
    ['ongoing', 'yes please'],
    ['themes', 'Health'],
    ['stakeholders', 'State'],
    ['links', 'www.example.org'],
    ['language', 'de'],
    ['sourceEdition', 'twenty'],
    ['createdAt', 'yesterday'],
  ])('is refused where its %s is “%s”', (field, text) => {
    expect(refusalsOf({ ...exact, [field]: text }, true)).toMatchObject([{ column: `The ${field}` }]);
  });
});

describe('translations', () => {
  test('of an export are those its columns hold; a language that is in no column and not named is taken out', () => {
    const said = understand({ translations: 'fr; es', 'title.fr': 'Le papyrus', 'summary.fr': '' }, { exchange: true })
      .content.translations!;
    expect(said.fr).toEqual({ title: 'Le papyrus', summary: '' });
    expect(said).not.toHaveProperty('es');
    expect([said.en?.title, said.ar?.needs]).toEqual(['', '']);
  });

  test('of a file with columns alone are those, and no other is spoken of', () => {
    expect(understand({ 'title.ar': 'بردي', 'lessons.ar': 'درس' }).content.translations).toEqual({
      ar: { title: 'بردي', lessons: 'درس' },
    });
    expect(understand({}).content).not.toHaveProperty('translations');
  });

  test('into a language that is not kept here are refused by its name', () => {
    expect(refusalsOf({ translations: 'fr; Klingon' }, true)).toMatchObject([
      { read: 'Klingon', why: 'The catalogue is not kept in this language.' },
    ]);
  });

  test('have names and texts no longer than those of the practice', () => {
    const columns = refusalsOf({ 'title.fr': 'x'.repeat(301), 'needs.es': 'y'.repeat(30_001) }, true);
    expect(columns.map(({ column }) => column).sort()).toEqual(['The needs.es', 'The title.fr']);
  });
});

test.each(['owner', 'results', 'costs', 'lessons', 'needs'] as const)(
  '%s may be as long as a summary, and no longer',
  (field) => {
    expect(refusalsOf({ [field]: 'z'.repeat(30_000) })).toEqual([]);
    expect(refusalsOf({ [field]: 'z'.repeat(30_001) })).toMatchObject([{ column: `The ${field}` }]);
  },
);

test('evaluations are addresses; practices taken over are named by what has no space', () => {
  expect(
    understand({
      evaluations: 'https://example.org/a, https://example.org/b',
      replicates: 'village-offices; other-office',
    }).content,
  ).toMatchObject({
    evaluations: ['https://example.org/a', 'https://example.org/b'],
    replicates: ['village-offices', 'other-office'],
  });
  expect(refusalsOf({ evaluations: 'a good one' }).map(({ read }) => read)).toEqual(['a', 'good', 'one']);
  expect(understand({ replicates: 'Village offices of Kenya' }).content.replicates).toEqual([
    'Village offices of Kenya',
  ]);
});
