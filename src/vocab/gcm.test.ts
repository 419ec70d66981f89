import { describe, expect, test } from 'vitest';
import { GCM_OBJECTIVES, compareGcm, gcmLabel, isGcm, parseGcmRefs } from './gcm.ts';
import { LOCALES } from './language.ts';
import { compareSdg, isTarget } from './sdg.ts';

describe('the objectives of the Global Compact', () => {
  test('are 23, by number, with a label in all four languages', () => {
    expect(GCM_OBJECTIVES.map(({ code }) => code)).toEqual(Array.from({ length: 23 }, (_, at) => String(at + 1)));
    for (const locale of LOCALES) expect(new Set(GCM_OBJECTIVES.map(({ label }) => label[locale])).size).toBe(23);
    expect(gcmLabel('20', 'fr')).toBe('Envois de fonds et inclusion financière');
    expect(gcmLabel('24', 'en')).toBe('24');
    expect(isGcm('23') && !isGcm('24') && !isGcm('0')).toBe(true);
    expect(['10', '2', '1'].toSorted(compareGcm)).toEqual(['1', '2', '10']);
  });

  test('are each linked to targets that exist, in their order', () => {
    for (const { targets } of GCM_OBJECTIVES) {
      expect(targets.length).toBeGreaterThan(0);
      expect(targets.every(isTarget)).toBe(true);
      expect(targets).toEqual(targets.toSorted(compareSdg));
    }
  });
});

describe('objectives that people write', () => {
  test.each([
    ['5, 6 and 18', '5, 6, 18'],
    ['Objective 20', '20'],
    ['Objectifs 5 et 6', '5, 6'],
    ['GCM 1-3', '1, 2, 3'],
    ['5. 6', '5, 6'],
    ['٢٠', '20'],
  ])('%j is %s', (text, printed) => {
    expect(parseGcmRefs(text)).toEqual({ refs: printed.split(', '), refused: [] });
  });

  test.each([
    ['24', '24', 'no-such-objective'],
    ['5.6', '5.6', 'unreadable'],
    ['7-5', '7-5', 'unreadable'],
    ['all', 'all', 'unreadable'],
  ] as const)('%j is refused by name', (text, refused, reason) => {
    expect(parseGcmRefs(text)).toEqual({ refs: [], refused: [{ text: refused, reason }] });
  });
});
