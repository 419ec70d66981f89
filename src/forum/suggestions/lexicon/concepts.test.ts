import { describe, expect, test } from 'vitest';
import { isGcm } from '#vocab/gcm.ts';
import { LOCALES } from '#vocab/language.ts';
import { GOALS, isGoal, isTarget, TARGETS } from '#vocab/sdg.ts';
import { isTheme, THEMES } from '#vocab/themes.ts';
import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { saidIn } from '../phrases.ts';
import { isOrdinary } from '../ordinary-words.ts';
import { readWords } from '../reading.ts';
import { CONCEPTS } from './concepts.ts';

const codesOf = (list = '') => list.split(' ').filter(Boolean);
const isKnown = (code: string) =>
  isGoal(code) || isTarget(code) || isTheme(code) || (code.startsWith('g') && isGcm(code.slice(1)));

test('concepts speak for goals, targets, objectives and themes that exist, and for each in one way', () => {
  for (const { says, hints, en } of CONCEPTS) {
    const codes = [...codesOf(says), ...codesOf(hints)];
    expect(codes.filter((code) => !isKnown(code))).toEqual([]);
    expect(new Set(codes).size, en).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(0);
  }
});

test('every theme, every objective, every goal and every target that touches migration is spoken for', () => {
  const spoken = new Set(CONCEPTS.flatMap(({ says, hints }) => [...codesOf(says), ...codesOf(hints)]));
  const goals = new Set([...spoken].map((code) => code.split('.')[0]));
  expect(THEMES.filter(({ code }) => !spoken.has(code))).toEqual([]);
  expect(GCM_OBJECTIVES.filter(({ code }) => !spoken.has(`g${code}`))).toEqual([]);
  expect(GOALS.filter(({ code }) => !goals.has(code))).toEqual([]);
  expect(TARGETS.filter(({ code, migration }) => migration && !spoken.has(code)).map(({ code }) => code)).toEqual([]);
});

describe.each(LOCALES)('In %s', (language) => {
  test('no concept but migration is said by a word of every text, as “loyer” (rent) was by “loi” (law), of the same stem', () => {
    const taken = CONCEPTS.filter(({ en }) => !en.split('|').includes('migration')).flatMap((concept) =>
      concept[language].split('|').filter((phrase) => {
        const words = readWords([{ field: 'summary', text: phrase, language }]);
        return !phrase.includes('=') && words.length === 1 && isOrdinary(words[0]!.stem, language);
      }),
    );
    expect(taken).toEqual([]);
  });

  test('every phrase of the lexicon is recognised where it stands', () => {
    CONCEPTS.forEach((concept, number) => {
      for (const phrase of concept[language].split('|')) {
        const text = phrase
          .split(' ')
          .map((word) => word.replace('=', '').split('/')[0])
          .join(' ');
        const words = readWords([{ field: 'summary', text, language }]);
        expect([phrase, saidIn(words, [language]).some((said) => said.concept === number)]).toEqual([phrase, true]);
      }
    });
  });
});
