import { expect, test } from 'vitest';
import { annexIntroduction, annexOf, columnHeadings } from './annex.ts';
import { practice, READER, samplePractices } from './practices.fixture.ts';

const from = (label: string, title: string) => practice({ title, source: { edition: 2020, label } });
const outline = (practices: Parameters<typeof annexOf>[0]) =>
  annexOf(practices, 2020, READER).parts.map(({ heading, rows }) => [heading, ...rows.map(({ name }) => name)]);

test('the annex of 2020 has its two parts, of 21 practices each', () => {
  const { parts } = annexOf(samplePractices(), 2020, READER);
  expect(parts.map(({ heading, rows }) => [heading, rows.length])).toEqual([
    ['Submissions to the Chair’s call for inputs', 21],
    ['Outcomes of the GFMD 2019 Roundtables', 21],
  ]);
});

test('parts stand as they first appear, practices as they came', () => {
  const practices = [from('2019 Roundtables', 'A'), from('Cities', 'B'), from('2019 Roundtables', 'C')];
  expect(outline(practices)).toEqual([
    ['Outcomes of the GFMD 2019 Roundtables', 'A', 'C'],
    ['Cities', 'B'],
  ]);
});

test('practices that came with no part lead the annex, without a heading', () => {
  expect(outline([from('Cities', 'A'), from('', 'B')])).toEqual([
    ['', 'B'],
    ['Cities', 'A'],
  ]);
});

test('a practice is worded in the reader’s language, its own texts as its people wrote them', () => {
  const [part] = annexOf([practice()], 2020, { locale: 'fr', origin: 'https://forum.example' }).parts;
  expect(part).toEqual({
    heading: 'Réponses à l’appel à contributions de la présidence',
    rows: [
      {
        slug: 'skills-partnership',
        sdg: '8.8, 10.7',
        name: 'Skills partnership',
        href: 'https://forum.example/practices/skills-partnership',
        dates: '2018 – en cours',
        where: 'Allemagne, Maroc',
        aim: ['Nurses learn and work in two countries.', 'Both count the years.'],
        partners: ['International Labour Organization (ILO)', 'GIZ'],
        language: 'en',
      },
    ],
  });
});

test('a partner whose name would be read as several is written so that it is read as one', () => {
  const partners = ['Ministry of Labour, Employment and Training', 'GIZ'];
  const [part] = annexOf([practice({ partners })], 2020, READER).parts;
  expect(part!.rows[0]!.partners).toEqual(['Ministry of Labour, Employment and Training; GIZ']);
});

test('the opening sentence counts the practices', () => {
  expect(annexIntroduction(annexOf(samplePractices(), 2020, READER), 'en')).toMatch(/^42 practices /);
  expect(annexIntroduction(annexOf([practice()], 2020, READER), 'fr')).toMatch(/^Une pratique /);
});

test('the columns are those of the annex of 2020', () => {
  expect(columnHeadings('en')).toEqual([
    'SDG',
    'Name and Link',
    'Project Date',
    'Country/Region/City',
    'Aim',
    'Key Partners',
  ]);
});
