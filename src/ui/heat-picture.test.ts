import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { heatCsv, heatSvg } from './heat-picture.ts';
import type { HeatView } from './views.ts';

const VIEW: HeatView = {
  rowsName: 'SDG target',
  columns: [
    { code: '002', name: 'Africa', href: '/coverage?rows=target&within=002' },
    { code: '150', name: 'Europe, "old" & <new>', href: '/coverage?rows=target&within=150' },
  ],
  rows: [
    {
      head: { code: '10.7', name: 'Safe, orderly and regular migration', href: '/sdgs/10.7' },
      cells: [
        { count: 3, href: '/practices?target=10.7&region=002', level: 4 },
        { count: 0, href: '/practices?target=10.7&region=150', level: 0 },
      ],
    },
  ],
  classes: [{ level: 4, least: 3, most: 3 }],
};
const WORDS = {
  title: 'Where & where not',
  notes: ['Theme: <labour>'],
  legend: 'Practices:',
  none: 'none',
  text: 'From <here>',
  locale: 'en',
  dir: 'ltr' as const,
};
const svg = (dir: 'ltr' | 'rtl' = 'ltr') => heatSvg(VIEW, { ...WORDS, dir }, 'https://forum.example');
const xOf = (picture: string, text: string) =>
  Number(new RegExp(`<text x="([\\d.]+)"[^>]*>\u2067?${text}\u2069?<`).exec(picture)![1]);

describe('the picture', () => {
  test('says what it is to a screen reader, and leads from each number to its practices', () => {
    expect(svg()).toContain('<title id="title">Where &amp; where not</title>');
    expect(svg()).toContain('<title>10.7 · Africa · 3</title>');
    expect(svg()).toContain('<a href="https://forum.example/practices?target=10.7&amp;region=002">');
    expect(svg()).not.toContain('region=150"><title>');
  });

  test('holds nothing that somebody wrote as marks of its own', () => {
    expect(svg()).toContain('&lt;new&gt;');
    expect(
      JSON.stringify(parseFragment(svg()), (key, value: unknown) => (key === 'parentNode' ? null : value)),
    ).not.toContain('"nodeName":"new"');
  });

  test('is mirrored where the page is', () => {
    expect(xOf(svg(), '10.7')).toBeLessThan(xOf(svg(), 'Africa'));
    expect(xOf(svg('rtl'), '10.7')).toBeGreaterThan(xOf(svg('rtl'), 'Africa'));
  });
});

test('the table has a row for each subject and a column for each region', () => {
  expect(heatCsv(VIEW)).toBe(
    '\ufeffSDG target,,Africa,"Europe, ""old"" & <new>"\r\n10.7,"Safe, orderly and regular migration",3,0\r\n',
  );
});
