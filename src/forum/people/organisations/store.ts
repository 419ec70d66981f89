import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type Locale, LOCALES } from '#vocab/language.ts';
import type { Database } from '#platform/database.ts';
import { foldedWords, slugFrom } from '#platform/slugs.ts';
import type { OrganisationFilter } from './filter.ts';
import { goesBy, nameIn, nameKey, type Organisation, type OrganisationContent, searchTextOf } from './model.ts';
import { organisationAddresses, organisations } from './tables.ts';

const COLUMNS = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  acronym: organisations.acronym,
  names: organisations.names,
  kind: organisations.kind,
  country: organisations.country,
  city: organisations.city,
  website: organisations.website,
  mechanism: organisations.mechanism,
  mergedInto: organisations.mergedInto,
  version: organisations.version,
  createdAt: organisations.createdAt,
  updatedAt: organisations.updatedAt,
};

/** Those that stand, and none that went into another. */
const STANDS = isNull(organisations.mergedInto);

/** The order of names as a reader knows them, or of organisations' own; the same on every database. */
const byName = (names: Locale | 'own') =>
  sql`${organisations.sortKeys} ->> ${sql.raw(`'${names}'`)} collate "C", ${organisations.id}`;

/** One page of a selection by name, and how many it has in all. `names`: which names make the order. */
export async function findOrganisations(
  db: Database,
  { q, kind, country, page, perPage }: OrganisationFilter,
  names: Locale | 'own',
): Promise<{ total: number; organisations: Organisation[] }> {
  const wanted = and(
    STANDS,
    ...(q === '' ? [] : [hasWords(q)]),
    ...(kind.length > 0 ? [inArray(organisations.kind, kind)] : []),
    ...(country.length > 0 ? [inArray(organisations.country, country)] : []),
  );
  const [total, found] = [
    await db.$count(organisations, wanted),
    await db
      .select(COLUMNS)
      .from(organisations)
      .where(wanted)
      .orderBy(byName(names))
      .limit(perPage)
      .offset((page - 1) * perPage),
  ];
  return { total, organisations: found };
}

/** Every word stands at the beginning of a word of a name; signs alone are found nowhere. */
function hasWords(q: string): SQL | undefined {
  const words = foldedWords(q);
  if (words.length === 0) return sql`false`;
  // Folded words hold letters and digits alone: nothing in them means anything to LIKE.
  return and(
    ...words.map((word) =>
      or(
        ...[`${word}%`, `% ${word}%`, `%\n${word}%`].map((pattern) => sql`${organisations.searchText} like ${pattern}`),
      ),
    ),
  );
}

/** The countries and kinds that organisations are of, with how many of each. */
export async function organisationCounts(
  db: Database,
): Promise<{ kind: Map<string, number>; country: Map<string, number> }> {
  const count = async (column: typeof organisations.kind | typeof organisations.country) => {
    const rows = await db
      .select({ value: column, count: sql<number>`count(*)::int` })
      .from(organisations)
      .where(STANDS)
      .groupBy(column);
    return new Map(rows.flatMap(({ value, count }) => (value === null ? [] : [[value, count] as const])));
  };
  return { kind: await count(organisations.kind), country: await count(organisations.country) };
}

/** The organisation at an address, be it a former one of its or of one that was merged into it; null where there is none. */
export async function organisationAt(db: Database, slug: string): Promise<Organisation | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db
    .select(COLUMNS)
    .from(organisationAddresses)
    .innerJoin(organisations, eq(organisations.id, organisationAddresses.organisation))
    .where(eq(organisationAddresses.slug, slug));
  return row ? standing(db, row) : null;
}

/** The organisation of an id, or the one it was merged into; null where there is none. */
export async function organisationById(db: Database, id: string): Promise<Organisation | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(organisations)
    .where(sql`${organisations.id}::text = ${id}`);
  return row ? standing(db, row) : null;
}

/** The organisations of several ids, by the id that was asked for: one that was merged into another gives the other. */
export async function organisationsById(db: Database, ids: readonly string[]): Promise<Map<string, Organisation>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select(COLUMNS)
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]));
  const found = new Map<string, Organisation>();
  for (const row of rows) {
    const stands = await standing(db, row);
    if (stands) found.set(row.id, stands);
  }
  return found;
}

async function standing(db: Database, row: Organisation): Promise<Organisation | null> {
  return row.mergedInto === null ? row : organisationById(db, row.mergedInto);
}

/** The ids an organisation goes by: its own, and those of the ones that were merged into it, which other records may still name. */
export async function idsOfOrganisation(db: Database, id: string): Promise<string[]> {
  const merged = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.mergedInto, id))
    .orderBy(asc(organisations.id));
  return [id, ...merged.map((row) => row.id)];
}

/** The organisations that go by exactly this name or acronym, or stand at this address. */
export async function organisationsCalled(db: Database, asked: string): Promise<Organisation[]> {
  const key = nameKey(asked);
  if (key === '') return [];
  const lines = [key, `${key}\n%`, `%\n${key}`, `%\n${key}\n%`];
  const rows = await db
    .select(COLUMNS)
    .from(organisations)
    .where(
      and(
        STANDS,
        or(eq(organisations.slug, asked.trim()), ...lines.map((line) => sql`${organisations.searchText} like ${line}`)),
      ),
    )
    .orderBy(byName('own'))
    .limit(20);
  return rows.filter((row) => row.slug === asked.trim() || goesBy(row, asked));
}

/** The names organisations are chosen by, as a reader knows them, at most as many as a page can carry. */
export async function organisationNames(db: Database, locale: Locale, most: number): Promise<string[]> {
  const rows = await db
    .select({ name: sql<string>`coalesce(${organisations.names} ->> ${locale}, ${organisations.name})` })
    .from(organisations)
    .where(STANDS)
    .orderBy(byName(locale))
    .limit(most);
  return [...new Set(rows.map(({ name }) => name))];
}

/** Addresses that are pages of ours and no organisation's. */
const RESERVED = ['new'];

/** The first free address for a name: the name itself, or with the lowest number from 2 behind it; one that was its own once is free to it. */
export async function freeSlug(tx: Database, name: string, own: string | null): Promise<string> {
  const wanted = slugFrom(name, 'organisation');
  const taken = await tx
    .select()
    .from(organisationAddresses)
    .where(sql`${organisationAddresses.slug} = ${wanted} or ${organisationAddresses.slug} like ${`${wanted}-%`}`);
  const free = (slug: string) =>
    !RESERVED.includes(slug) && !taken.some((one) => one.slug === slug && one.organisation !== own);
  let slug = wanted;
  for (let number = 2; !free(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}

const derived = (content: OrganisationContent) => ({
  sortKeys: {
    own: nameKey(content.name),
    ...(Object.fromEntries(LOCALES.map((locale) => [locale, nameKey(nameIn(content, locale))])) as Record<
      Locale,
      string
    >),
  },
  searchText: searchTextOf(content),
});

/** Writes a new organisation with its address. */
export async function insertOrganisation(tx: Database, organisation: Organisation): Promise<void> {
  await tx.insert(organisations).values({ ...organisation, ...derived(organisation) });
  await keepAddress(tx, organisation);
}

/** Writes an organisation's next state; false where it is not the one it was made from any more. */
export async function updateOrganisation(tx: Database, organisation: Organisation): Promise<boolean> {
  const { id, version, createdAt: _, ...rest } = organisation;
  const written = await tx
    .update(organisations)
    .set({ ...rest, version, ...derived(organisation) })
    .where(and(eq(organisations.id, id), eq(organisations.version, version - 1)))
    .returning({ id: organisations.id });
  if (written.length === 0) return false;
  await keepAddress(tx, organisation);
  return true;
}

async function keepAddress(tx: Database, { id, slug }: Organisation): Promise<void> {
  await tx.insert(organisationAddresses).values({ slug, organisation: id }).onConflictDoNothing();
}

/** Everything that was merged into one organisation is of another from now on. */
export async function passOnMerged(tx: Database, from: string, to: string): Promise<void> {
  await tx.update(organisations).set({ mergedInto: to }).where(eq(organisations.mergedInto, from));
}
