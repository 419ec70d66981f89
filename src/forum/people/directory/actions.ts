import type { Context } from '#platform/context.ts';
import { recordAct } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { demand, may } from '../authority.ts';
import { dayOf, readLine, type Refused, type Role, runsOn } from '../model.ts';
import { roleName } from '../names.ts';
import {
  endMembership,
  type Membership,
  membershipById,
  membershipsOf,
  setTitle,
} from '../organisations/memberships.ts';
import { LONGEST_TITLE } from '../place.ts';
import { ensurePerson, personOfAccount } from '../store.ts';
import { type DirectoryFilter, isListed } from './filter.ts';
import {
  AUDIENCES,
  type Audience,
  type Audiences,
  type DirectoryEntry,
  DIRECTORY_FIELDS,
  type DirectoryReader,
  seenBy,
} from './model.ts';
import { type ContactsOf, contactsOn, entryOf, holdersOf, type OwnEntry, writeEntry } from './store.ts';

/** Everybody the directory lists for who asks, by name, with what each of them shows to that reader and nothing else. */
export async function directory(ctx: Context, filter: DirectoryFilter): Promise<DirectoryEntry[]> {
  demand(ctx.actor, 'directory.read');
  const contacts = await contactsOn(ctx.db, dayOf(ctx.now), ctx.locale, null);
  return contacts
    .map((contact) => seenBy('reader', contact))
    .filter((entry) => entry !== null)
    .filter((entry) => isListed(entry, roleNames(ctx, entry), filter))
    .sort(byCountryThenName(ctx));
}

const roleNames = ({ locale }: Context, { roles }: DirectoryEntry) => roles.map((role) => roleName(locale, role));

/** By what somebody is, then by name: those of one country or mechanism stand together. */
function byCountryThenName(ctx: Context): (a: DirectoryEntry, b: DirectoryEntry) => number {
  const { compare } = new Intl.Collator(ctx.locale);
  const first = (entry: DirectoryEntry) => roleNames(ctx, entry)[0] ?? '';
  return (a, b) => compare(first(a), first(b)) || compare(a.shown.name ?? '', b.shown.name ?? '');
}

/**
 * Contacts of some organisations, or the focal points of a state, as whoever asks sees them: of an organisation those who show their name and
 * that they are there, of a state those who show anything.
 */
export async function contactsSeenBy(ctx: Context, of: ContactsOf): Promise<DirectoryEntry[]> {
  const reader: DirectoryReader = may(ctx.actor, 'directory.read') ? 'reader' : 'anybody';
  const contacts = await contactsOn(ctx.db, dayOf(ctx.now), ctx.locale, of);
  return contacts
    .filter((contact) => 'state' in of || of.organisations.some((id) => contact.organisations.includes(id)))
    .map((contact) => seenBy(reader, contact))
    .filter((entry) => entry !== null)
    .filter(({ shown }) =>
      'state' in of ? Object.keys(shown).length > 0 : shown.name !== undefined && shown.organisation !== undefined,
    );
}

/** Somebody's time in an office, as a reader sees it. */
export interface HolderSeen extends DirectoryEntry {
  from: string;
  /** The first day on which it is not held any more; null while no end is known. */
  until: string | null;
}

/**
 * Who held and holds a role, the first one first, as whoever asks sees them: those who show their name, and nobody else. That an office is held by
 * somebody who shows nothing is for the directory to say.
 */
export async function holdersSeenBy(ctx: Context, office: { role: Role; of: string | null }): Promise<HolderSeen[]> {
  const reader: DirectoryReader = may(ctx.actor, 'directory.read') ? 'reader' : 'anybody';
  const holders = await holdersOf(ctx.db, office, dayOf(ctx.now), ctx.locale);
  return holders.flatMap(({ from, until, ...contact }) => {
    const entry = seenBy(reader, contact);
    return entry?.shown.name === undefined ? [] : [{ ...entry, from, until }];
  });
}

/** One's own entry, and where one belongs today. */
export async function ownEntry(ctx: Context, account: string): Promise<OwnEntry & { places: Membership[] }> {
  demand(ctx.actor, 'directory.own-entry', { account });
  const person = await personOfAccount(ctx.db, account);
  const places = person ? await membershipsOf(ctx.db, person.id) : [];
  const entry = await entryOf(ctx.db, person?.id ?? account);
  return { ...entry, places: places.filter((place) => runsOn(place, dayOf(ctx.now))) };
}

/** What is typed for the directory, as it was typed: `show-name` and its like say to whom each part is shown. */
export const ENTRY_FIELDS = ['post', 'phone', ...DIRECTORY_FIELDS.map((field) => `show-${field}` as const)] as const;
export type EntryForm = Record<(typeof ENTRY_FIELDS)[number], string>;

const LONGEST_PHONE = 40;

/** Says what is to be seen of oneself in the directory, and by whom. */
export async function setOwnEntry(ctx: Context, account: string, form: EntryForm): Promise<true | Refused> {
  demand(ctx.actor, 'directory.own-entry', { account });
  const read = readEntry(form);
  if ('complaints' in read) return read;
  await ctx.db.transaction(async (tx) => {
    const person = await ensurePerson(tx, ctx.now, account, ctx.actor.name);
    await writeEntry(tx, ctx.now, person, read);
    await recordAct(tx, ctx, 'directory.own-entry', { person, shownTo: read.shownTo });
  });
  return true;
}

function readEntry(form: EntryForm): OwnEntry | Refused {
  const complaints: Complaint[] = [];
  const [post, phone] = [readLine(form.post), readLine(form.phone)];
  if (post.length > LONGEST_TITLE)
    complaints.push({ name: 'post', notice: { key: 'people.too-long', values: { most: LONGEST_TITLE } } });
  if (phone !== '' && (phone.length > LONGEST_PHONE || (phone.match(/\p{Nd}/gu) ?? []).length < 5))
    complaints.push({ name: 'phone', notice: { key: 'people.bad-phone' } });
  for (const field of DIRECTORY_FIELDS)
    if (!AUDIENCES.some((audience) => audience === form[`show-${field}`]))
      complaints.push({ name: `show-${field}`, notice: { key: 'people.bad-audience' } });
  const shownTo = Object.fromEntries(
    DIRECTORY_FIELDS.map((field) => [field, form[`show-${field}`] as Audience]),
  ) as Audiences;
  return complaints.length > 0 ? { complaints } : { post, phone, shownTo };
}

/** Says what one is in an organisation one belongs to. False where there is no such place of one's own. */
export async function renameOwnPlace(
  ctx: Context,
  account: string,
  id: string,
  typed: string,
): Promise<boolean | Refused> {
  demand(ctx.actor, 'directory.own-entry', { account });
  const place = await ownPlace(ctx, account, id);
  if (!place) return false;
  const title = readLine(typed);
  if (title.length > LONGEST_TITLE)
    return { complaints: [{ name: 'title', notice: { key: 'people.too-long', values: { most: LONGEST_TITLE } } }] };
  await ctx.db.transaction(async (tx) => {
    await setTitle(tx, place.id, title);
    await recordAct(tx, ctx, 'people.place-renamed', { person: place.person, organisation: place.organisation.id });
  });
  return true;
}

/** Says that one belongs to an organisation no more, from today on. False where there is no such place of one's own. */
export async function leaveOwnPlace(ctx: Context, account: string, id: string): Promise<boolean> {
  demand(ctx.actor, 'directory.own-entry', { account });
  const place = await ownPlace(ctx, account, id);
  if (!place) return false;
  await ctx.db.transaction(async (tx) => {
    await endMembership(tx, place, dayOf(ctx.now));
    await recordAct(tx, ctx, 'people.place-ended', { person: place.person, organisation: place.organisation.id });
  });
  return true;
}

async function ownPlace(ctx: Context, account: string, id: string): Promise<Membership | null> {
  const [place, person] = [await membershipById(ctx.db, id), await personOfAccount(ctx.db, account)];
  return place && person && place.person === person.id && runsOn(place, dayOf(ctx.now)) ? place : null;
}
