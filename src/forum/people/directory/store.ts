import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { accounts } from '#platform/accounts/tables.ts';
import type { HeldRole } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { isNobody } from '#platform/mail/address.ts';
import type { Locale } from '#vocab/language.ts';
import { type Role, type RoleTerm, rolesOn } from '../model.ts';
import { type Membership, membershipsOn } from '../organisations/memberships.ts';
import { nameIn } from '../organisations/model.ts';
import { memberships } from '../organisations/tables.ts';
import { persons, roleTerms } from '../tables.ts';
import { type Audiences, type Contact, NOTHING_SHOWN } from './model.ts';
import { directoryEntries } from './tables.ts';

/** Whose contacts are asked for: those of some organisations, or those of a state. */
export type ContactsOf = { organisations: readonly string[] } | { state: string };

/** What somebody has said of themselves for the directory. */
export interface OwnEntry {
  post: string;
  phone: string;
  shownTo: Audiences;
}

/** Somebody's own entry; of who has never said anything, one that shows nothing. */
export async function entryOf(db: Database, person: string): Promise<OwnEntry> {
  const [row] = await db.select().from(directoryEntries).where(eq(directoryEntries.person, person));
  return row
    ? { post: row.post, phone: row.phone, shownTo: audiencesOf(row) }
    : { post: '', phone: '', shownTo: NOTHING_SHOWN };
}

const audiencesOf = (row: typeof directoryEntries.$inferSelect): Audiences => ({
  name: row.nameFor,
  post: row.postFor,
  organisation: row.organisationFor,
  email: row.emailFor,
  phone: row.phoneFor,
});

/** Writes somebody's entry. */
export async function writeEntry(
  tx: Database,
  now: Date,
  person: string,
  { post, phone, shownTo }: OwnEntry,
): Promise<void> {
  const values = {
    post,
    phone,
    nameFor: shownTo.name,
    postFor: shownTo.post,
    organisationFor: shownTo.organisation,
    emailFor: shownTo.email,
    phoneFor: shownTo.phone,
    updatedAt: now,
  };
  await tx
    .insert(directoryEntries)
    .values({ person, ...values })
    .onConflictDoUpdate({ target: directoryEntries.person, set: values });
}

/** Takes somebody's entry out of the directory. Says whether there was one. */
export async function removeEntry(tx: Database, person: string): Promise<boolean> {
  const gone = await tx
    .delete(directoryEntries)
    .where(eq(directoryEntries.person, person))
    .returning({ person: directoryEntries.person });
  return gone.length > 0;
}

/**
 * Everybody who holds a role on a day, by name, with all that is known of them; those of some organisations or of a state's focal point
 * alone where those are named. For this room only: what a reader may see of it, `seenBy` says.
 */
export async function contactsOn(db: Database, day: string, locale: Locale, of: ContactsOf | null): Promise<Contact[]> {
  const rows = await db
    .select({ id: persons.id, name: persons.name, email: accounts.email, entry: directoryEntries })
    .from(persons)
    .leftJoin(accounts, eq(accounts.id, persons.account))
    .leftJoin(directoryEntries, eq(directoryEntries.person, persons.id))
    .where(
      and(
        sql`exists (select 1 from ${roleTerms} where ${roleTerms.person} = ${persons.id} and ${running(day)})`,
        of === null ? undefined : inArray(persons.id, peopleOf(db, day, of)),
      ),
    )
    .orderBy(asc(sql`lower(${persons.name})`), asc(persons.id));
  const terms = Map.groupBy(
    await db
      .select({
        person: roleTerms.person,
        role: roleTerms.role,
        of: roleTerms.of,
        from: roleTerms.from,
        until: roleTerms.until,
      })
      .from(roleTerms)
      .where(running(day))
      .orderBy(asc(roleTerms.from), asc(roleTerms.id)),
    ({ person }) => person,
  );
  const places = await membershipsOn(
    db,
    rows.map(({ id }) => id),
    day,
  );
  return rows.map((row) => contactOf(row, rolesOn(terms.get(row.id) ?? [], day), places.get(row.id) ?? [], locale));
}

/** A person with all that is known of them. */
function contactOf(
  { name, email, entry }: { name: string; email: string | null; entry: typeof directoryEntries.$inferSelect | null },
  roles: HeldRole[],
  present: readonly Membership[],
  locale: Locale,
): Contact {
  return {
    roles,
    organisations: present.map(({ organisation }) => organisation.id),
    known: {
      name,
      post: entry?.post || (present.find(({ title }) => title !== '')?.title ?? ''),
      organisation: present.map(({ organisation }) => nameIn(organisation, locale)).join('; '),
      email: email === null || isNobody(email) ? '' : email,
      phone: entry?.phone ?? '',
    },
    shownTo: entry ? audiencesOf(entry) : NOTHING_SHOWN,
  };
}

/**
 * Everybody who ever held a role, the first one first, with what is known of them today. For this room only, like `contactsOn`.
 * `of`: the state or mechanism the role is of; null for a role of the whole Forum.
 */
export async function holdersOf(
  db: Database,
  { role, of }: { role: Role; of: string | null },
  day: string,
  locale: Locale,
): Promise<(Contact & Pick<RoleTerm, 'from' | 'until'>)[]> {
  const rows = await db
    .select({
      id: persons.id,
      name: persons.name,
      email: accounts.email,
      entry: directoryEntries,
      from: roleTerms.from,
      until: roleTerms.until,
    })
    .from(roleTerms)
    .innerJoin(persons, eq(persons.id, roleTerms.person))
    .leftJoin(accounts, eq(accounts.id, persons.account))
    .leftJoin(directoryEntries, eq(directoryEntries.person, persons.id))
    .where(and(eq(roleTerms.role, role), of === null ? isNull(roleTerms.of) : eq(roleTerms.of, of)))
    .orderBy(asc(roleTerms.from), asc(roleTerms.id));
  const places = await membershipsOn(db, [...new Set(rows.map(({ id }) => id))], day);
  return rows.map(({ from, until, ...row }) => ({
    ...contactOf(row, [{ role, of }], places.get(row.id) ?? [], locale),
    from,
    until,
  }));
}

/** Those of an organisation that is one of these, or the focal points of a state. */
function peopleOf(db: Database, day: string, of: ContactsOf) {
  return 'state' in of
    ? db
        .select({ person: roleTerms.person })
        .from(roleTerms)
        .where(and(eq(roleTerms.role, 'focal-point'), eq(roleTerms.of, of.state), running(day)))
    : db
        .select({ person: memberships.person })
        .from(memberships)
        .where(inArray(memberships.organisation, [...of.organisations]));
}

const running = (day: string) =>
  sql`${roleTerms.from} <= ${day} and (${roleTerms.until} is null or ${roleTerms.until} > ${day})`;
