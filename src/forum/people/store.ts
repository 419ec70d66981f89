import { and, asc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { accounts } from '#platform/accounts/tables.ts';
import type { Actor } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { AREAS } from '#vocab/countries.ts';
import { type Action, isGranted, statesOf } from './authority.ts';
import { dayOf, type Role, type RoleTerm, ROLES, rolesOn, runsOn } from './model.ts';
import { UNIT_NAME } from './names.ts';
import { erasureRequests, persons, roleTerms } from './tables.ts';

/** A role held for a time, with the number by which it can be ended. */
export interface NumberedTerm extends RoleTerm {
  id: string;
}

/** Somebody known to the Forum. */
export interface Person {
  id: string;
  name: string;
  /** What they sign in with; null where they cannot. */
  account: string | null;
  email: string | null;
  /** When they last signed in; null where they never did. */
  signedInAt: Date | null;
  terms: NumberedTerm[];
  /** When they asked for their data to be erased; null where they did not. */
  erasureAskedAt: Date | null;
}

const TERM = {
  id: roleTerms.id,
  role: roleTerms.role,
  of: roleTerms.of,
  from: roleTerms.from,
  until: roleTerms.until,
};

/** Everybody, by name, with the roles they hold, held or will hold. */
export async function allPersons(db: Database): Promise<Person[]> {
  return personsWhere(db, undefined);
}

/** One person by id, with the roles they hold, held or will hold; null where there is none, whatever was sent as an id. */
export async function personById(db: Database, id: string): Promise<Person | null> {
  return (await personsWhere(db, sql`${persons.id}::text = ${id}`))[0] ?? null;
}

/** The names of all who are registered, but not that of the office: to find them in a text in which they have no place. */
export async function personNames(db: Database): Promise<string[]> {
  const rows = await db.selectDistinct({ name: persons.name }).from(persons).where(ne(persons.name, UNIT_NAME));
  return rows.map(({ name }) => name);
}

async function personsWhere(db: Database, wanted: SQL | undefined): Promise<Person[]> {
  const rows = await db
    .select({
      id: persons.id,
      name: persons.name,
      account: persons.account,
      email: accounts.email,
      signedInAt: accounts.signedInAt,
      erasureAskedAt: erasureRequests.askedAt,
    })
    .from(persons)
    .leftJoin(accounts, eq(accounts.id, persons.account))
    .leftJoin(erasureRequests, eq(erasureRequests.person, persons.id))
    .where(wanted)
    .orderBy(asc(sql`lower(${persons.name})`), asc(persons.id));
  if (rows.length === 0) return [];
  const [only] = wanted ? rows : [];
  const terms = Map.groupBy(
    await db
      .select({ ...TERM, person: roleTerms.person })
      .from(roleTerms)
      .where(only && eq(roleTerms.person, only.id))
      .orderBy(asc(roleTerms.from), asc(roleTerms.id)),
    ({ person }) => person,
  );
  return rows.map((row) => ({
    ...row,
    terms: (terms.get(row.id) ?? []).map(({ person: _, ...term }) => term),
  }));
}

/** Those who can sign in and may do this on a day, to anything or something, by name. */
export async function whoMay(db: Database, action: Action, now: Date): Promise<{ account: string; name: string }[]> {
  const held = await db
    .select({
      account: persons.account,
      name: persons.name,
      role: roleTerms.role,
      from: roleTerms.from,
      until: roleTerms.until,
    })
    .from(roleTerms)
    .innerJoin(persons, eq(persons.id, roleTerms.person))
    .where(
      and(
        isNotNull(persons.account),
        inArray(
          roleTerms.role,
          ROLES.filter((role) => isGranted(action, role)),
        ),
      ),
    )
    .orderBy(asc(sql`lower(${persons.name})`), asc(persons.id));
  const today = held.filter((term) => runsOn(term, dayOf(now)));
  return [...new Map(today.map(({ account, name }) => [account!, { account: account!, name }])).values()];
}

/** The person an account is of, with the roles ever held; null where there is none. */
export async function personOfAccount(
  db: Database,
  account: string,
): Promise<{ id: string; name: string; createdAt: Date; terms: NumberedTerm[]; erasureAskedAt: Date | null } | null> {
  const [person] = await db
    .select({
      id: persons.id,
      name: persons.name,
      createdAt: persons.createdAt,
      erasureAskedAt: erasureRequests.askedAt,
    })
    .from(persons)
    .leftJoin(erasureRequests, eq(erasureRequests.person, persons.id))
    .where(eq(persons.account, account));
  if (!person) return null;
  const terms = await db
    .select(TERM)
    .from(roleTerms)
    .where(eq(roleTerms.person, person.id))
    .orderBy(asc(roleTerms.from));
  return { ...person, terms };
}

/** Whoever is signed in with an account, with the roles held on that day. */
export async function actorOf(db: Database, account: { id: string; name: string }, now: Date): Promise<Actor> {
  const person = await personOfAccount(db, account.id);
  return {
    account: account.id,
    name: person?.name ?? account.name,
    roles: rolesOn(person?.terms ?? [], dayOf(now)),
  };
}

/** Everybody who can sign in and holds a role on that day, with all roles of that day. */
export async function actorsOn(db: Database, now: Date): Promise<(Actor & { account: string })[]> {
  const day = dayOf(now);
  const rows = await db
    .select({ account: persons.account, name: persons.name, role: roleTerms.role, of: roleTerms.of })
    .from(persons)
    .innerJoin(roleTerms, eq(roleTerms.person, persons.id))
    .where(
      and(
        isNotNull(persons.account),
        sql`${roleTerms.from} <= ${day} and (${roleTerms.until} is null or ${roleTerms.until} > ${day})`,
      ),
    )
    .orderBy(asc(persons.id), asc(roleTerms.id));
  return [...Map.groupBy(rows, ({ account }) => account!)].map(([account, held]) => ({
    account,
    name: held[0]!.name,
    roles: held.map(({ role, of }) => ({ role, of })),
  }));
}

/** The member states of the United Nations that have no focal point at a moment, by their codes. */
export async function statesWithoutFocalPoint(db: Database, now: Date): Promise<string[]> {
  const cared = new Set((await actorsOn(db, now)).flatMap(statesOf));
  return AREAS.filter(({ state, code }) => state === 'member' && !cared.has(code)).map(({ code }) => code);
}

/** The person of an account; makes one where there is none. */
export async function ensurePerson(tx: Database, now: Date, account: string, name: string): Promise<string> {
  const id = uuidv7();
  await tx
    .insert(persons)
    .values({ id, account, name, createdAt: now })
    .onConflictDoNothing({ target: persons.account });
  const [row] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.account, account));
  return row!.id;
}

/** Sets the name of the person of an account. */
export async function renamePerson(tx: Database, account: string, name: string): Promise<void> {
  await tx.update(persons).set({ name }).where(eq(persons.account, account));
}

/** Writes a term. */
export async function insertTerm(tx: Database, person: string, { role, of, from, until }: RoleTerm): Promise<void> {
  await tx.insert(roleTerms).values({ id: uuidv7(), person, role, of, from, until });
}

/** A term by its number, with whom it is of; null where there is none, whatever was sent as a number. */
export async function termById(
  db: Database,
  id: string,
): Promise<(NumberedTerm & { person: string; name: string; account: string | null }) | null> {
  const [row] = await db
    .select({ ...TERM, person: persons.id, name: persons.name, account: persons.account })
    .from(roleTerms)
    .innerJoin(persons, eq(persons.id, roleTerms.person))
    .where(sql`${roleTerms.id}::text = ${id}`);
  return row ?? null;
}

/** Sets the end of a term. */
export async function setUntil(tx: Database, id: string, until: string | null): Promise<void> {
  await tx.update(roleTerms).set({ until }).where(eq(roleTerms.id, id));
}

/** Whether somebody who holds or held this role ever signed in. */
export async function everSignedIn(db: Database, role: Role): Promise<boolean> {
  const found = await db
    .select({ id: roleTerms.id })
    .from(roleTerms)
    .innerJoin(persons, eq(persons.id, roleTerms.person))
    .innerJoin(accounts, eq(accounts.id, persons.account))
    .where(and(eq(roleTerms.role, role), isNotNull(accounts.signedInAt)))
    .limit(1);
  return found.length > 0;
}

/** Notes that a person asked for their data to be erased, or takes it back. */
export async function setErasureAsked(tx: Database, person: string, at: Date | null): Promise<void> {
  if (at === null) await tx.delete(erasureRequests).where(eq(erasureRequests.person, person));
  else await tx.insert(erasureRequests).values({ person, askedAt: at }).onConflictDoNothing();
}
