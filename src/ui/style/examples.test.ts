import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { type Examples, STATES } from './example.ts';

const ui = join(import.meta.dirname, '..');
const namesIn = (folder: string, ending: string) =>
  readdirSync(join(ui, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

test('every component has examples, and all examples are of a component', () => {
  expect(namesIn('examples', '.ts')).toEqual(namesIn('components', '.svelte'));
});

describe.each(namesIn('examples', '.ts'))('The examples of %s', (name) => {
  const load = async () => ((await import(`../examples/${name}.ts`)) as { book: Examples<object> }).book;

  test('are of different states, each with a name', async () => {
    const states = (await load()).examples.map(({ state }) => state);
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states).size).toBe(states.length);
    expect(STATES).toEqual(expect.arrayContaining(states));
  });

  test.each(LOCALES)('can be made for a reader of %s', async (locale) => {
    const language = { locale, t: (key: string) => key, link: (path: string) => `/${locale}${path}` };
    for (const { props } of (await load()).examples) {
      const text = JSON.stringify(props(language));
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      for (const [, href] of text.matchAll(/"(?:\w*[hH]ref)":"([^"]*)"/g)) expect(href).toMatch(`/${locale}/`);
    }
  });
});
