import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coloursIn, contrastOf, PAIRS, SCHEMES } from './contrast.ts';

const colours = coloursIn(readFileSync(join(import.meta.dirname, '..', 'tokens.css'), 'utf8'));
const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe.each(SCHEMES)('In the %s scheme', (scheme) => {
  test.each(PAIRS)('$front can be read on $ground: at least $least to 1', ({ front, ground, least }) => {
    expect(contrastOf(colours[front]![scheme], colours[ground]![scheme])).toBeGreaterThanOrEqual(least);
  });
});

test('black on white has the greatest contrast, a colour on itself none, and short names are the long ones', () => {
  expect(contrastOf('#000', '#fff')).toBeCloseTo(21);
  expect(contrastOf('#777777', '#fff')).toBeCloseTo(4.48, 2);
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      expect(contrastOf(one, one)).toBe(1);
      expect(contrastOf(one, other)).toBe(contrastOf(other, one));
      expect(contrastOf(one, other)).toBeLessThanOrEqual(21.001);
    }),
  );
});

test('a colour that is missing in one scheme is refused by name', () => {
  expect(() => coloursIn('--ink: var(--light, #000);')).toThrow(/--ink/);
});
