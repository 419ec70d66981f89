import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each([
  ['/practices?goal=10#top', '/practices?goal=10#top'],
  ['/fr/practices', '/practices'],
  ['/fr', '/'],
])('%s is a path of this site', (sent, path) => expect(ownPath(sent, '/account')).toBe(path));

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/fr//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  '',
  null,
  undefined,
  42,
])('%j leads to where we choose', (sent) => expect(ownPath(sent, '/account')).toBe('/account'));

test('whatever is sent, with whatever language before it, a browser stays on this site', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '\t', '\n', '%2e', '%5c', '@', ':', 'fr', 'evil.example', '?'),
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), fc.constantFrom('', '/fr', '/ar'), (sent, prefix) => {
      const path = ownPath(`/${sent}`, '/account');
      expect(new URL(prefix + path, 'https://forum.example').origin).toBe('https://forum.example');
    }),
    { numRuns: 2_000 },
  );
});
