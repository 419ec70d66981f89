import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isToken, newToken, TOKEN_PREFIX, tokenHash } from './token-secret.ts';

test('a token says by its beginning where it belongs, and no two are the same', () => {
  const tokens = Array.from({ length: 500 }, newToken);
  expect(new Set(tokens).size).toBe(500);
  for (const token of tokens) {
    expect(token).toMatch(/^cs_[0-9A-Za-z]{46}$/);
    expect(isToken(token)).toBe(true);
  }
});

test('one that lost, changed or swapped a sign is none, so that a scanner that finds one is not mistaken', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 48 }), fc.constantFrom(...'09AZaz_-. '), (at, sign) => {
      const token = newToken();
      const changed = token.slice(0, at) + sign + token.slice(at + 1);
      expect(isToken(changed)).toBe(changed === token);
      expect(isToken(token.slice(0, at) + token.slice(at + 1))).toBe(false);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => !isToken(text) && !isToken(TOKEN_PREFIX + text)));
});

test('what is kept of a token is its SHA-256', () => {
  expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('how a token looks is told to those who scan for leaked ones as it is', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/api-tokens.md'), 'utf8');
  const pattern = new RegExp(/`(cs_\[[^`]+)`/.exec(guide)![1]!);
  expect(pattern.test(newToken())).toBe(true);
});
