import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNobody, readEmailAddress } from './address.ts';

describe('An e-mail address', () => {
  test.each([
    ['Amina.Otieno@Interior.GO.KE', 'amina.otieno@interior.go.ke'],
    ['  focal+gfmd@example.org ', 'focal+gfmd@example.org'],
    ['jörg@bücher.example', 'jörg@xn--bcher-kva.example'],
  ])('%s is read as %s', (typed, kept) => expect(readEmailAddress(typed)).toBe(kept));

  test.each([
    'no address',
    'a@b',
    'a@b@c.org',
    'a..b@example.org',
    'victim@example.org,evil@example.org',
    'victim@example.org evil@example.org',
    'Victim <victim@example.org>',
    '"a b"@example.org',
    'a@example.org\r\nBcc: evil@example.org',
    'a@exam\nple.org',
    'a\0@example.org',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example.org`,
  ])('%j is none', (typed) => expect(readEmailAddress(typed)).toBeNull());

  test('that was read is read the same again, and could end no header and hold no second one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
        const kept = readEmailAddress(typed);
        if (kept === null) return;
        expect(readEmailAddress(kept)).toBe(kept);
        expect(kept).not.toMatch(/[\s,;:<>()"\\\p{Cc}]/u);
        expect(kept.split('@')).toHaveLength(2);
      }),
    );
  });

  test('under .invalid is nobody’s', () => {
    expect(isNobody('support-unit@common-space.invalid')).toBe(true);
    expect(isNobody('someone@invalid.example')).toBe(false);
  });
});
