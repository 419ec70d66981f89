import type { HeldRole } from '#platform/context.ts';
import { translate } from '#platform/languages.ts';
import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { isMechanism, isRole, type Mechanism } from './model.ts';

/** A role in words, with what it is of: "Focal point of Kenya". */
export function roleName(locale: Locale, { role, of }: HeldRole): string {
  if (!isRole(role)) return role;
  const name = translate(locale, `accounts.role-${role}`);
  if (of === null) return name;
  const what = isMechanism(of) ? mechanismName(locale, of) : countryName(of, locale);
  return translate(locale, 'accounts.role-of', { role: name, of: what });
}

/** The name of the account a forum begins with, and of the operator: that of the office, not of a person. */
export const UNIT_NAME = 'Support Unit';

/** Whoever acts, by name; the office in the reader's language, as "Unité d’appui" in a French letter. */
export function actorName(locale: Locale, name: string): string {
  return name === UNIT_NAME ? translate(locale, 'accounts.role-support-unit') : name;
}

/** A mechanism in words. */
export function mechanismName(locale: Locale, mechanism: Mechanism): string {
  return translate(locale, `accounts.mechanism-${mechanism}`);
}
