import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Action, ACTIONS, mayEver, OPERATOR, STANDINGS } from '#forum/people/index.ts';
import { VISITOR } from '#platform/context.ts';
import { ACCESS, CONFIDENTIAL, mayEnter } from '../../src/routes/access.ts';
import { PERMISSIONS_FILE, permissionsPage, somebody } from '../support/permissions.ts';

const source = join(import.meta.dirname, '..', '..', 'src');
const routes = join(source, 'routes');
const declared = readdirSync(routes, { recursive: true, withFileTypes: true })
  .filter((entry) => /^\+(page\.svelte|server\.ts)$/.test(entry.name))
  .map((entry) => entry.parentPath.slice(routes.length) || '/');

test('every route says who may enter, and nothing is declared that is no route', () => {
  expect([...new Set(declared)].sort()).toEqual(Object.keys(ACCESS).sort());
});

test('a route that says nothing lets nobody in', () => {
  expect(mayEnter('/a-new-page', VISITOR)).toBe('no');
  expect(mayEnter('/a-new-page', OPERATOR)).toBe('no');
});

test('every action of the table is asked for somewhere, and none is asked for that is not in it', () => {
  const asked = new Set<string>();
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts') && !name.endsWith('authority.ts'),
  );
  for (const name of files)
    for (const [, action] of readFileSync(join(source, name), 'utf8').matchAll(
      /\b(?:demand|may|mayEver)\([^;]*?'([a-z-]+\.[a-z-]+|sign-in)'/g,
    ))
      asked.add(action!);
  for (const action of Object.values(ACCESS)) asked.add(action);
  expect([...asked].sort()).toEqual(Object.keys(ACTIONS).sort());
});

test('every exported action that changes something asks who may', () => {
  const rooms = join(source, 'forum');
  const files = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('actions.ts'));
  expect(files.length).toBeGreaterThan(1);
  for (const name of files)
    for (const [text, called] of readFileSync(join(rooms, name), 'utf8').matchAll(
      /^export async function (\w+)\(\s*ctx: Context[\s\S]*?^}/gm,
    ))
      expect(/\b(demand|may|mayEver)\(\s*ctx\.actor|\bdraftFor\(ctx/.test(text), `${name}: ${called}`).toBe(true);
});

/** Of one draft or one person, or for programs: answered as if it were not there. */
const isQuiet = (route: string) => CONFIDENTIAL.has(route) || route.startsWith('/api/');

describe.each(STANDINGS)('For %s', (standing) => {
  test.each(Object.keys(ACCESS))('%s is open exactly where its action is', (route) => {
    const actor = somebody(standing);
    const refused = standing === 'visitor' ? 'sign-in' : isQuiet(route) ? 'no' : 'for-others';
    const entry = mayEver(actor, ACCESS[route] as Action) ? 'yes' : refused;
    expect(mayEnter(route, actor)).toBe(entry);
  });
});

test('what is confidential is declared by routes that there are, and holds every page of one draft or one person', () => {
  for (const route of CONFIDENTIAL) expect(ACCESS).toHaveProperty([route]);
  const named = Object.keys(ACCESS).filter((route) => /^\/(desk|people)\/.*\[/.test(route));
  expect([...CONFIDENTIAL].sort()).toEqual(named.sort());
});

test('docs/permissions.md is what the code says (npm run permissions writes it anew)', () => {
  expect(readFileSync(PERMISSIONS_FILE, 'utf8')).toBe(permissionsPage());
});
