import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from './language.ts';
import { dateFormat, dateIn } from './dates.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('A date', () => {
  test.each([
    ['en', '1 March 2026', '11 March 2026'],
    ['fr', '1er mars 2026', '11 mars 2026'],
    ['es', '1 de marzo de 2026', '11 de marzo de 2026'],
    ['ar', '1 مارس 2026', '11 مارس 2026'],
  ] as const)('is written as %s writes it', (locale, first, eleventh) => {
    expect([dateIn(locale, day('2026-03-01')), dateIn(locale, day('2026-03-11'))]).toEqual([first, eleventh]);
  });

  test('says the first of a month in French as an ordinal number, with its day of the week, its hour and in a stretch too', () => {
    const first = day('2026-06-01');
    expect(dateFormat('fr', { dateStyle: 'full' }).format(first)).toBe('lundi 1er juin 2026');
    expect(dateFormat('fr', { dateStyle: 'medium', timeStyle: 'short' }).format(first)).toMatch(/^1er juin 2026/);
    const stretch = dateFormat('fr', { dateStyle: 'long' });
    expect(stretch.formatRange(first, day('2026-06-03'))).toMatch(/^1er[–-]3 juin 2026$/);
    expect(stretch.formatRange(day('2026-06-21'), day('2026-07-01'))).toMatch(/^21 juin\s–\s1er juillet 2026$/);
  });

  test('in French numbers alone stays a number', () => {
    expect(dateFormat('fr', { dateStyle: 'short' }).format(day('2026-06-01'))).toBe('01/06/2026');
    expect(dateFormat('fr', { day: 'numeric', month: 'numeric' }).format(day('2026-06-01'))).not.toContain('1er');
  });

  test('of another day than the first is what the language data say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.date({ min: day('1950-01-01'), max: day('2100-01-01'), noInvalidDate: true }),
        (locale, at) => {
          const plain = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
            dateStyle: 'long',
            timeZone: 'UTC',
          });
          const expected = plain.format(at);
          expect(dateIn(locale, at)).toBe(
            locale === 'fr' && at.getUTCDate() === 1 ? expected.replace(/^1 /, '1er ') : expected,
          );
        },
      ),
    );
  });
});
