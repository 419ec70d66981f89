import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACCESS, mayEnter } from '../../src/routes/access.ts';

const routes = join(import.meta.dirname, '..', '..', 'src', 'routes');
const declared = readdirSync(routes, { recursive: true, withFileTypes: true })
  .filter((entry) => /^\+(page\.svelte|server\.ts)$/.test(entry.name))
  .map((entry) => entry.parentPath.slice(routes.length) || '/');

test('every route says who may enter, and nothing is declared that is no route', () => {
  expect([...new Set(declared)].sort()).toEqual(Object.keys(ACCESS).sort());
});

test('a route that says nothing lets nobody in', () => {
  expect(mayEnter('/a-new-page', 'visitor')).toBe(false);
  expect(mayEnter('/a-new-page', 'support-unit')).toBe(false);
});
