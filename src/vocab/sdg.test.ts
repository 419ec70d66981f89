import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from './language.ts';
import { GOALS, TARGETS, compareSdg, goalOf, isGoal, isTarget, sdgLabel } from './sdg.ts';

const refs = [...GOALS, ...TARGETS].map(({ code }) => code);

describe('the goals and targets', () => {
  test('are 17 and 169, each once, in their order', () => {
    expect(GOALS).toHaveLength(17);
    expect(TARGETS).toHaveLength(169);
    expect(new Set(refs).size).toBe(186);
    for (const list of [GOALS, TARGETS]) {
      const codes = list.map(({ code }) => code);
      expect(codes).toEqual(codes.toSorted(compareSdg));
    }
  });

  test('are as many in each goal as the 2030 Agenda has', () => {
    const counts = GOALS.map(({ code }) => TARGETS.filter(({ goal }) => goal === code).length);
    expect(counts).toEqual([7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]);
  });

  test('follow one another without a gap: 1, 2, 3, then a, b, c', () => {
    for (const { code } of GOALS) {
      const parts = TARGETS.filter(({ goal }) => goal === code).map((target) => target.code.slice(code.length + 1));
      const numbered = parts.filter((part) => /\d/.test(part));
      expect(numbered).toEqual(numbered.map((_, at) => String(at + 1)));
      expect(parts.slice(numbered.length).join('')).toBe('abcd'.slice(0, parts.length - numbered.length));
    }
  });

  test('have labels of their own in English and French, the goals in all four languages', () => {
    for (const locale of LOCALES) expect(new Set(GOALS.map(({ code }) => sdgLabel(code, locale))).size).toBe(17);
    for (const locale of ['en', 'fr'] as const) {
      const labels = TARGETS.map(({ label }) => label[locale]);
      expect(new Set(labels).size).toBe(169);
      for (const label of labels) expect(label!.length).toBeLessThanOrEqual(60);
    }
  });

  test('are named by number alone, so that "4.8" and "18" are none', () => {
    expect(['1', '17'].every(isGoal)).toBe(true);
    expect(['0', '18', '010', '10.7', ''].some(isGoal)).toBe(false);
    expect(['10.7', '10.c', '17.18'].every(isTarget)).toBe(true);
    expect(['4.8', '10', '10.07', '10.C', '10.d', ''].some(isTarget)).toBe(false);
    expect(goalOf('10.7')).toBe('10');
    expect(goalOf('10')).toBe('10');
  });

  test('have one colour each, given as a data mark', () => {
    expect(new Set(GOALS.map(({ colour }) => colour)).size).toBe(17);
    for (const { colour } of GOALS) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('the order of references', () => {
  test('is by goal, the goal itself first, then 1 < 2 < … < 10 < a < b', () => {
    expect(['10.c', '8.10', '10', '8.a', '10.7', '8.9', '2', '10.a'].toSorted(compareSdg)).toEqual([
      '2',
      '8.9',
      '8.10',
      '8.a',
      '10',
      '10.7',
      '10.a',
      '10.c',
    ]);
  });

  test('is total: of two references one comes first, and the same way round from both sides', () => {
    const ref = fc.constantFrom(...refs);
    fc.assert(
      fc.property(ref, ref, ref, (a, b, c) => {
        expect(compareSdg(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareSdg(a, b)) + Math.sign(compareSdg(b, a))).toBe(0);
        if (compareSdg(a, b) < 0 && compareSdg(b, c) < 0) expect(compareSdg(a, c)).toBeLessThan(0);
      }),
    );
  });
});

describe('what a target has to do with migration', () => {
  test('is said of those that name it, as the input to the HLPF of 2020 lists them', () => {
    const naming = TARGETS.filter(({ migration }) => migration?.names).map(({ code }) => code);
    expect(naming).toEqual(['4.b', '5.2', '5.3', '8.7', '8.8', '10.7', '10.c', '16.2', '17.18']);
  });

  test('is said of others as our reading, with its source', () => {
    const read = TARGETS.filter(({ migration }) => migration && !migration.names);
    expect(read).toHaveLength(45);
    for (const { migration } of read) {
      expect(migration!.concerns).toMatch(/^(vulnerability|potential)$/);
      expect(migration!.source).toContain('Our reading');
    }
  });
});
