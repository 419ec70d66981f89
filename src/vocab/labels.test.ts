import { describe, expect, test } from 'vitest';
import { GROUPS } from './groups.ts';
import { KIND_LABELS, kindLabel } from './kinds.ts';
import { type Label, LOCALES } from './language.ts';
import { STAKEHOLDERS, isStakeholder, stakeholderLabel } from './stakeholders.ts';
import { THEMES, isTheme, themeLabel } from './themes.ts';

const vocabularies: [name: string, entries: { code: string; label: Label }[]][] = [
  ['themes', [...THEMES]],
  ['stakeholders', [...STAKEHOLDERS]],
  ['groups', [...GROUPS]],
  ['kinds', Object.entries(KIND_LABELS).map(([code, label]) => ({ code, label }))],
];

describe.each(vocabularies)('the %s', (_, entries) => {
  test('have codes fit for an address, each once', () => {
    const codes = entries.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('have a name in each of the four languages, no two alike', () => {
    for (const locale of LOCALES) {
      const labels = entries.map(({ label }) => label[locale]);
      expect(labels.every((label) => label !== undefined && label.trim() === label && label !== '')).toBe(true);
      expect(new Set(labels).size).toBe(entries.length);
    }
  });
});

test('names are given by code and language; what is no code names itself', () => {
  expect(themeLabel('labour-mobility', 'fr')).toBe('Mobilité de la main-d’œuvre');
  expect(stakeholderLabel('state', 'ar')).toBe('دولة');
  expect(kindLabel('law', 'es')).toBe('Ley');
  expect([themeLabel('x', 'en'), stakeholderLabel('x', 'en'), kindLabel('constructor', 'en')]).toEqual([
    'x',
    'x',
    'constructor',
  ]);
  expect([isTheme('2030-agenda'), isTheme('x'), isStakeholder('rcp'), isStakeholder('x')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
