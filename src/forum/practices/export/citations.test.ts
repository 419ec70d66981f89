import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCitation } from './citations.ts';
import { practice } from './practices.fixture.ts';

const ORIGIN = 'https://forum.example';
const CITED = practice({
  slug: 'papyrus-project',
  title: 'Papyrus & Co: 100% {fair}',
  summary: 'First.\nSecond_one.',
  sdg: ['8.8'],
  themes: ['labour-mobility'],
  language: 'en',
  source: { edition: 2020, label: 'Call for inputs' },
});

test('as BibTeX, with what TeX would take for its own escaped', () => {
  expect(writeCitation('bib', CITED, ORIGIN)).toBe(
    [
      '@misc{papyrus-project-2020,',
      '  title = {{Papyrus \\& Co: 100\\% \\{fair\\}}},',
      '  publisher = {Common Space},',
      '  year = {2020},',
      '  url = {https://forum.example/practices/papyrus-project},',
      '  abstract = {First. Second\\_one.},',
      '  langid = {en},',
      '  keywords = {SDG 8.8, Labour mobility},',
      '  note = {Call for inputs}',
      '}',
      '',
    ].join('\n'),
  );
});

test('as RIS, a line each', () => {
  expect(writeCitation('ris', CITED, ORIGIN).split('\r\n')).toEqual([
    'TY  - GEN',
    'TI  - Papyrus & Co: 100% {fair}',
    'PB  - Common Space',
    'PY  - 2020',
    'UR  - https://forum.example/practices/papyrus-project',
    'AB  - First. Second_one.',
    'LA  - en',
    'KW  - SDG 8.8',
    'KW  - Labour mobility',
    'N1  - Call for inputs',
    'ER  - ',
    '',
  ]);
});

test('as CSL-JSON', () => {
  expect(JSON.parse(writeCitation('json', CITED, ORIGIN))).toMatchObject([
    { id: 'papyrus-project', type: 'document', title: CITED.title, issued: { 'date-parts': [[2020]] } },
  ]);
});

test('of no edition, the year is that of the first version', () => {
  const of2024 = { ...CITED, source: { edition: null, label: '' }, createdAt: '2024-05-01T00:00:00.000Z' };
  expect(writeCitation('bib', of2024, ORIGIN)).toContain('year = {2024}');
});

describe('whatever somebody wrote', () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 40 });

  test('braces of BibTeX stay in pairs, and a RIS line begins with its tag', () => {
    fc.assert(
      fc.property(any, any, any, (title, summary, slug) => {
        const cited = { ...CITED, title, summary, slug };
        const bib = writeCitation('bib', cited, ORIGIN).replace(/\\[\\{}]/g, '');
        let depth = 0;
        for (const sign of bib) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(bib).toMatch(/^@misc\{[A-Za-z0-9-]+-2020,\n/);
        for (const line of writeCitation('ris', cited, ORIGIN).split('\r\n').filter(Boolean))
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
      }),
    );
  });
});
