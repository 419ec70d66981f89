import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database.ts';
import { persons } from '../tables.ts';
import type { Organisation } from './model.ts';
import { memberships, organisations } from './tables.ts';

/** Somebody's place in an organisation, for a time; days are written as 2026-11-24, the last one is not one any more. */
export interface Membership {
  id: string;
  person: string;
  organisation: Pick<Organisation, 'id' | 'slug' | 'name' | 'names' | 'acronym'>;
  /** What they are there: "Head of section". Empty where it is not said. */
  title: string;
  from: string;
  until: string | null;
}

const COLUMNS = {
  id: memberships.id,
  person: memberships.person,
  title: memberships.title,
  from: memberships.from,
  until: memberships.until,
  organisation: {
    id: organisations.id,
    slug: organisations.slug,
    name: organisations.name,
    names: organisations.names,
    acronym: organisations.acronym,
  },
};

const all = (db: Database) =>
  db.select(COLUMNS).from(memberships).innerJoin(organisations, eq(organisations.id, memberships.organisation));

/** Where somebody belongs or belonged, the first one first. */
export async function membershipsOf(db: Database, person: string): Promise<Membership[]> {
  return all(db).where(eq(memberships.person, person)).orderBy(asc(memberships.from), asc(memberships.id));
}

/** Where several persons belong on a day, by person. */
export async function membershipsOn(
  db: Database,
  of: readonly string[],
  day: string,
): Promise<Map<string, Membership[]>> {
  if (of.length === 0) return new Map();
  const found = await all(db)
    .where(and(inArray(memberships.person, [...of]), runs(day)))
    .orderBy(asc(memberships.from), asc(memberships.id));
  return Map.groupBy(found, ({ person }) => person);
}

const runs = (day: string) =>
  sql`${memberships.from} <= ${day} and (${memberships.until} is null or ${memberships.until} > ${day})`;

/** Who belongs to an organisation on a day, by name, with what they are there. */
export async function membersOf(
  db: Database,
  organisation: string,
  day: string,
): Promise<{ person: string; name: string; title: string }[]> {
  return db
    .select({ person: persons.id, name: persons.name, title: memberships.title })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.person))
    .where(and(eq(memberships.organisation, organisation), runs(day)))
    .orderBy(asc(sql`lower(${persons.name})`), asc(persons.id));
}

/** A membership by its number; null where there is none, whatever was sent as a number. */
export async function membershipById(db: Database, id: string): Promise<Membership | null> {
  const [row] = await all(db).where(sql`${memberships.id}::text = ${id}`);
  return row ?? null;
}

/** Somebody belongs to an organisation from a day on; where they do already, only the title is set, if there is one. */
export async function beginMembership(
  tx: Database,
  day: string,
  { person, organisation, title }: { person: string; organisation: string; title: string },
): Promise<void> {
  const present = (await membershipsOn(tx, [person], day)).get(person) ?? [];
  const same = present.find((one) => one.organisation.id === organisation);
  if (same && title !== '') await setTitle(tx, same.id, title);
  if (!same) await tx.insert(memberships).values({ id: uuidv7(), person, organisation, title, from: day, until: null });
}

/** Sets what somebody is in an organisation. */
export async function setTitle(tx: Database, id: string, title: string): Promise<void> {
  await tx.update(memberships).set({ title }).where(eq(memberships.id, id));
}

/** Somebody belongs to an organisation no more from a day on. */
export async function endMembership(tx: Database, { id, from }: Membership, day: string): Promise<void> {
  await tx
    .update(memberships)
    .set({ until: from > day ? from : day })
    .where(eq(memberships.id, id));
}

/** Whoever belonged to one organisation belongs to another, as what and for as long as they did. Says how many memberships moved. */
export async function moveMemberships(tx: Database, from: string, to: string): Promise<number> {
  const moved = await tx
    .update(memberships)
    .set({ organisation: to })
    .where(eq(memberships.organisation, from))
    .returning({ id: memberships.id });
  return moved.length;
}
