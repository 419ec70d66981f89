import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSdgRefs, printSdgRefs } from './sdg-references.ts';
import { GOALS, TARGETS, compareSdg } from './sdg.ts';

describe('references that people write', () => {
  test.each([
    ['10.7, 8.8', '8.8, 10.7'],
    ['8.7 & 8.8', '8.7, 8.8'],
    ['10, 11, 16 and 17', '10, 11, 16, 17'],
    ['11 & 17.18', '11, 17.18'],
    ['10.7, 5.2, 8.7 and 16.2', '5.2, 8.7, 10.7, 16.2'],
    ['4. 8, 10, 11, 16 and 17', '4, 8, 10, 11, 16, 17'],
    ['8.7 & 8.8, 10.7', '8.7, 8.8, 10.7'],
    ['1.5, 10.7, 11.5, 13.1, 13.3', '1.5, 10.7, 11.5, 13.1, 13.3'],
    ['10.7, 11 ', '10.7, 11'],
    ['SDG 10.7', '10.7'],
    ['SDGs: 8, 10.', '8, 10'],
    ['SDG8.8', '8.8'],
    ['Goal 10', '10'],
    ['ODD 8.8 et 10', '8.8, 10'],
    ['ODS 8 y 10', '8, 10'],
    ['Meta 10.7', '10.7'],
    ['Sustainable Development Goal 10', '10'],
    ['No. 8, n° 10', '8, 10'],
    ['Target 10.c', '10.c'],
    ['10.C', '10.c'],
    ['10c', '10.c'],
    ['10,7', '7, 10'],
    ['8.7/8.8', '8.7, 8.8'],
    ['8.7; 8.8', '8.7, 8.8'],
    ['8.7 8.8', '8.7, 8.8'],
    ['8.7\r\n8.8', '8.7, 8.8'],
    ['• 8.7\n- 8.9', '8.7, 8.9'],
    ['10.7\u00a0&\u00a08.8', '8.8, 10.7'],
    ['٨.٧ و ٨.٨', '8.7, 8.8'],
    ['٨٫٧ و١٠', '8.7, 10'],
    ['الهدف ١٠، ٨', '8, 10'],
    ['８．８', '8.8'],
    ['08', '8'],
    ['8.8, 8.8', '8.8'],
    ['', ''],
    [' – ', ''],
  ])('%j is %s', (text, printed) => {
    expect(parseSdgRefs(text)).toEqual({ refs: printed === '' ? [] : printed.split(', '), refused: [] });
  });
});

describe('a range', () => {
  test.each([
    ['1-3', '1, 2, 3'],
    ['Goals 8 to 10', '8, 9, 10'],
    ['8.7–8.8', '8.7, 8.8'],
    ['8.9 — 8.10', '8.9, 8.10'],
    ['10.a–10.c', '10.a, 10.b, 10.c'],
    ['8.7 - 10.7', '8.7, 10.7'],
  ])('%j is %s: goals, or targets of one goal', (text, printed) => {
    expect(parseSdgRefs(text)).toEqual({ refs: printed.split(', '), refused: [] });
  });

  test.each(['3-1', '1-3-5', '8.7-8', '8-8.7', '1.1-1.b', '4. 8-10'])(
    '%j could mean several things, and is refused',
    (text) => {
      expect(parseSdgRefs(text)).toEqual({ refs: [], refused: [{ text, reason: 'unreadable' }] });
    },
  );

  test('that ends beyond the last goal is refused at that end', () => {
    expect(parseSdgRefs('16-19')).toEqual({ refs: ['16'], refused: [{ text: '19', reason: 'no-such-goal' }] });
  });
});

describe('a stray space or full stop', () => {
  test('makes a target where there is such a target, and two goals where there is none', () => {
    expect(parseSdgRefs('10. 7').refs).toEqual(['10.7']);
    expect(parseSdgRefs('10 .c').refs).toEqual(['10.c']);
    expect(parseSdgRefs('4. 8').refs).toEqual(['4', '8']);
    expect(parseSdgRefs('8. 10. 16').refs).toEqual(['8', '10', '16']);
    expect(parseSdgRefs('8.7. 10.7').refs).toEqual(['8.7', '10.7']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['4.8', '4.8', 'no-such-target'],
    ['18', '18', 'no-such-goal'],
    ['abc', 'abc', 'unreadable'],
    ['8.8.1', '8.8.1', 'unreadable'],
    ['8.7a', '8.7a', 'unreadable'],
    ['10.7¹', '10.7¹', 'unreadable'],
    ['not applicable', 'not applicable', 'unreadable'],
    ['٤٫٨', '٤٫٨', 'no-such-target'],
    ['GOAL ٢٠', '٢٠', 'no-such-goal'],
  ] as const)('%j is refused by name', (text, refused, reason) => {
    expect(parseSdgRefs(text)).toEqual({ refs: [], refused: [{ text: refused, reason }] });
  });

  test('does not take the rest with it', () => {
    expect(parseSdgRefs('8.8, decent work (see 4.8) & 10.7, 4.8')).toEqual({
      refs: ['8.8', '10.7'],
      refused: [
        { text: 'decent work', reason: 'unreadable' },
        { text: 'see', reason: 'unreadable' },
        { text: '4.8', reason: 'no-such-target' },
      ],
    });
  });
});

describe('of any text', () => {
  const known = fc.constantFrom(...[...GOALS, ...TARGETS].map(({ code }) => code));
  const piece = fc.oneof(
    known,
    fc.constantFrom(
      '4.8',
      '18',
      '0',
      '2030',
      'SDG',
      'goal',
      'abc',
      '10c',
      '8.8.1',
      '٨',
      '.',
      '-',
      'a',
      'R2',
      '٢٠',
      '10.C',
    ),
  );
  const separator = fc.constantFrom(', ', ',', ' ', '; ', '/', ' and ', ' & ', '\n', '. ', '.', '-', ' – ', ' و', '');
  const cell = fc.array(fc.tuple(piece, separator), { maxLength: 8 }).map((parts) => parts.flat().join(''));
  const text = fc.oneof(cell, fc.string({ unit: 'grapheme', maxLength: 40 }));
  // "1٨" is one number of two digits, as much as "18" and "١٨".
  const western = (written: string) =>
    ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'].reduce(
      (text, digits) => text.replace(new RegExp(`[${digits}]`, 'g'), (digit) => String(digits.indexOf(digit))),
      written,
    );
  const digitRuns = (written: string) =>
    (western(written).match(/[0-9]+/g) ?? []).map((run) => run.replace(/^0+(?=\d)/, ''));

  test('every number turns up among the references or among the refused', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { refs, refused } = parseSdgRefs(written);
        const told = [...refs, ...refused.map((one) => one.text)].flatMap(digitRuns);
        for (const run of digitRuns(written)) expect(told).toContain(run);
      }),
      { numRuns: 2000 },
    );
  });

  test('every refused piece stands in the text as it is named', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const refused of parseSdgRefs(written).refused) expect(written).toContain(refused.text);
      }),
      { numRuns: 2000 },
    );
  });

  test('the references are sorted, each once, and their print reads the same', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { refs } = parseSdgRefs(written);
        expect(refs).toEqual([...new Set(refs)].toSorted(compareSdg));
        expect(parseSdgRefs(printSdgRefs(refs))).toEqual({ refs, refused: [] });
      }),
      { numRuns: 2000 },
    );
  });
});

test('a hostile cell is read in a moment', () => {
  const started = performance.now();
  for (const text of [
    '1'.repeat(500_000),
    '1 '.repeat(100_000),
    '1. '.repeat(100_000),
    '1-'.repeat(100_000),
    'a '.repeat(100_000),
    ' '.repeat(200_000),
    `1${' '.repeat(200_000)}x`,
  ])
    parseSdgRefs(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
