import type { Locale } from '#vocab/language.ts';
import { type DirectoryEntry, roleName } from '#forum/people/index.ts';
import type { ContactView } from '#ui/people-views.ts';

/** An entry of the directory in the reader's words: of what it does not show there is nothing to put into words. */
export function contactView(locale: Locale, { roles, shown }: DirectoryEntry): ContactView {
  const { phone, ...rest } = shown;
  return {
    roles: roles.map((role) => roleName(locale, role)),
    ...rest,
    ...(phone !== undefined && { phone: { text: phone, number: diallable(phone) } }),
  };
}

/** A number as a telephone dials it (RFC 3966), its digits in any script. */
function diallable(phone: string): string {
  const digits = phone.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return digits.replace(/[^+\d]/g, '').replace(/(?!^)\+/g, '');
}

/** What a digit counts: those of a script follow one another from its zero on. */
function digitValue(digit: string): number {
  let code = digit.codePointAt(0)!;
  const last = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - 1)) && last - code < 9) code--;
  return last - code;
}
