import type { HeldRole } from '#platform/context.ts';

/** What a contact may show of themselves, one by one; a picture is never asked for. */
export const DIRECTORY_FIELDS = ['name', 'post', 'organisation', 'email', 'phone'] as const;
export type DirectoryField = (typeof DIRECTORY_FIELDS)[number];

/** To whom something is shown: to nobody, which is what nobody has said anything about; to those who may read the directory; to the whole world. */
export const AUDIENCES = ['nobody', 'readers', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];
export type Audiences = Record<DirectoryField, Audience>;

/** Who opted into nothing. */
export const NOTHING_SHOWN: Audiences = {
  name: 'nobody',
  post: 'nobody',
  organisation: 'nobody',
  email: 'nobody',
  phone: 'nobody',
};

/** Who reads: one who may read the directory, or anybody. */
export type DirectoryReader = 'reader' | 'anybody';

/** Somebody who holds a role, with all that is known and to whom each part of it is shown. It never leaves this room. */
export interface Contact {
  roles: HeldRole[];
  /** The ids of the organisations they belong to. */
  organisations: string[];
  /** Empty where it is not known. */
  known: Record<DirectoryField, string>;
  shownTo: Audiences;
}

/** A contact as one reader sees it: what is not for that reader is not in it. */
export interface DirectoryEntry {
  roles: HeldRole[];
  shown: Partial<Record<DirectoryField, string>>;
}

/** The roles whose holders are contacts of the Forum by their office: that there is one is told to those who may read the directory. */
const CONTACT_ROLES = ['focal-point', 'mechanism-coordinator'];

/** Whether a reader is among those to whom something is shown. */
export function admits(audience: Audience, reader: DirectoryReader): boolean {
  return audience === 'public' || (audience === 'readers' && reader === 'reader');
}

/**
 * A contact as a reader sees it, or null where the reader does not see it at all. Private by default: what nobody opted into is not
 * there. Of a focal point or a coordinator who shows nothing, those who may read the directory learn that there is one.
 */
export function seenBy(reader: DirectoryReader, { roles, known, shownTo }: Contact): DirectoryEntry | null {
  const shown = Object.fromEntries(
    DIRECTORY_FIELDS.filter((field) => admits(shownTo[field], reader) && known[field] !== '').map((field) => [
      field,
      known[field],
    ]),
  );
  const byOffice = roles.filter(({ role }) => CONTACT_ROLES.includes(role));
  if (Object.keys(shown).length > 0) return { roles, shown };
  return reader === 'reader' && byOffice.length > 0 ? { roles: byOffice, shown } : null;
}
