import {
  and,
  type AnyColumn,
  arrayOverlaps,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import { BATCH } from '#platform/history.ts';
import { attachmentsOf, EMPTY_CONTENT, translationsOf } from './content.ts';
import type { Practice, PracticeContent, Source } from './model.ts';
import { circling } from './replication.ts';
import { formerAddresses, practices } from './tables.ts';
import { titleKey } from './titles.ts';

type Row = typeof practices.$inferSelect;

function fromRow(row: Row): Practice {
  const { titleKey: _, sourceEdition, sourceLabel, confirmedAt, remindedAt, createdAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    translations: translationsOf(rest),
    attachments: attachmentsOf(rest),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    remindedAt: remindedAt?.toISOString() ?? null,
    source: { edition: sourceEdition, label: sourceLabel },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function toRow(practice: Practice): Row {
  const { source, confirmedAt, remindedAt, createdAt, updatedAt, ...rest } = practice;
  return {
    ...rest,
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt),
    remindedAt: remindedAt === null ? null : new Date(remindedAt),
    titleKey: titleKey(practice.title),
    sourceEdition: source.edition,
    sourceLabel: source.label,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

/** The content alone, without what the catalogue adds to it. */
export function contentOf(practice: PracticeContent): PracticeContent {
  const fields = Object.keys(EMPTY_CONTENT) as (keyof PracticeContent)[];
  return Object.fromEntries(fields.map((field) => [field, practice[field]])) as unknown as PracticeContent;
}

/** What is in the catalogue, and what can be read at its address. */
const published = eq(practices.standing, 'published');
const readable = inArray(practices.standing, ['published', 'archived']);

/** How many practices there are, wherever they stand. */
export async function countPractices(db: Database): Promise<number> {
  return db.$count(practices);
}

/** Every published practice in the order of its id (which is the order in which they came), in batches, so that memory stays bounded. */
export async function* allPractices(db: Database): AsyncGenerator<Practice[]> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db
      .select()
      .from(practices)
      .where(and(published, gt(practices.id, last)))
      .orderBy(asc(practices.id))
      .limit(BATCH);
    if (rows.length === 0) return;
    yield rows.map(fromRow);
    last = rows.at(-1)!.id;
  }
}

/** The published practices with these ids, in no particular order; an id that is not among them is passed over. */
export async function practicesById(db: Database, ids: readonly string[]): Promise<Practice[]> {
  const found: Practice[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const rows = await db
      .select()
      .from(practices)
      .where(and(published, inArray(practices.id, batch)));
    found.push(...rows.map(fromRow));
  }
  return found;
}

/** The published practices of one edition, in the order in which they came. */
export async function practicesOfEdition(db: Database, edition: number): Promise<Practice[]> {
  const rows = await db
    .select()
    .from(practices)
    .where(and(published, eq(practices.sourceEdition, edition)))
    .orderBy(asc(practices.id));
  return rows.map(fromRow);
}

/** The published practices that these organisations shared, the newest first, at most `most`; and how many there are in all. */
export async function practicesOfOrganisations(
  db: Database,
  organisations: readonly string[],
  most: number,
): Promise<{ practices: Practice[]; total: number }> {
  if (organisations.length === 0) return { practices: [], total: 0 };
  const which = and(published, inArray(practices.organisation, [...organisations]));
  const rows = await db.select().from(practices).where(which).orderBy(desc(practices.createdAt)).limit(most);
  return { practices: rows.map(fromRow), total: await db.$count(practices, which) };
}

/** Every address to which a published practice links, each once. */
export async function publishedLinks(db: Database): Promise<string[]> {
  const rows = await db.execute(
    sql`select distinct unnest(links || evaluations) as address from ${practices} where ${published}`,
  );
  return rowsOf<{ address: string }>(rows).map(({ address }) => address);
}

/** The sources published practices came from, with how many came from each. */
export async function sourcesOfPractices(db: Database): Promise<{ source: Source; count: number }[]> {
  const rows = await db
    .select({ edition: practices.sourceEdition, label: practices.sourceLabel, count: sql<number>`count(*)::int` })
    .from(practices)
    .where(published)
    .groupBy(practices.sourceEdition, practices.sourceLabel)
    .orderBy(asc(practices.sourceEdition), asc(sql`min(${practices.id}::text)`));
  return rows.map(({ edition, label, count }) => ({ source: { edition, label }, count }));
}

/** The practice to be read at an address, be it a former one of its; null where there is none. */
export async function practiceAt(db: Database, slug: string): Promise<Practice | null> {
  return (await practicesAt(db, [slug])).get(slug) ?? null;
}

/**
 * The practices to be read at these addresses, present or former, by what was asked; at most as many as one statement takes.
 * The address of one that was merged is a former one of the other.
 */
export async function practicesAt(db: Database, slugs: readonly string[]): Promise<Map<string, Practice>> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  const asked = slugs.filter((slug) => !slug.includes('\0')).slice(0, BATCH);
  if (asked.length === 0) return new Map();
  const here = await db
    .select()
    .from(practices)
    .where(and(readable, inArray(practices.slug, asked)));
  const found = new Map(here.map((row) => [row.slug, fromRow(row)]));
  const rest = asked.filter((slug) => !found.has(slug));
  if (rest.length === 0) return found;
  const moved = await db
    .select({ former: formerAddresses.slug, practice: practices })
    .from(formerAddresses)
    .innerJoin(practices, eq(formerAddresses.practice, practices.id))
    .where(and(readable, inArray(formerAddresses.slug, rest)));
  for (const { former, practice } of moved) found.set(former, fromRow(practice));
  return found;
}

/** The practice at an address, present or former, wherever it stands but merged; null where there is none. Not for the public. */
export async function practiceWherever(db: Database, slug: string): Promise<Practice | null> {
  if (slug.includes('\0')) return null;
  const [row] = await db
    .select({ practice: practices })
    .from(practices)
    .leftJoin(formerAddresses, eq(formerAddresses.practice, practices.id))
    .where(and(ne(practices.standing, 'merged'), or(eq(practices.slug, slug), eq(formerAddresses.slug, slug))))
    .limit(1);
  return row ? fromRow(row.practice) : null;
}

/** Whether a practice was withdrawn that had this address, present or former; since when. Its text is no longer anybody's to read here. */
export async function withdrawnAt(db: Database, slug: string): Promise<Date | null> {
  if (slug.includes('\0')) return null;
  const [row] = await db
    .select({ at: practices.updatedAt })
    .from(practices)
    .leftJoin(formerAddresses, eq(formerAddresses.practice, practices.id))
    .where(and(eq(practices.standing, 'withdrawn'), or(eq(practices.slug, slug), eq(formerAddresses.slug, slug))))
    .limit(1);
  return row?.at ?? null;
}

/** The practice with an id, wherever it stands; null where there is none, whatever was sent as an id. */
export async function practiceWithId(db: Database, id: string): Promise<Practice | null> {
  const [row] = await db
    .select()
    .from(practices)
    .where(sql`${practices.id}::text = ${id}`);
  return row ? fromRow(row) : null;
}

/** The practices with these ids, wherever they stand, by id. For whoever has to do with them, not for the public. */
export async function practicesWithIds(db: Database, ids: readonly string[]): Promise<Map<string, Practice>> {
  const found = new Map<string, Practice>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    for (const row of await db.select().from(practices).where(inArray(practices.id, batch)))
      found.set(row.id, fromRow(row));
  }
  return found;
}

/** Whose practices are: of these states, and, where they are of no state, of this account. */
export interface Owners {
  states: readonly string[];
  account: string | null;
}

/** The ids of all practices of these owners, as a question inside another one. */
export function idsOwnedBy({ states, account }: Owners): SQL {
  const ofStates = states.length > 0 ? inArray(practices.ownerState, [...states]) : undefined;
  const ofAccount =
    account === null ? undefined : and(isNull(practices.ownerState), eq(practices.ownerAccount, account));
  return sql`(select ${practices.id} from ${practices} where ${or(ofStates, ofAccount) ?? sql`false`})`;
}

/** Practices that share an id, an address (`bySlug`, present or former) or a title with rows of a file. */
export interface Alike {
  practices: Practice[];
  bySlug: ReadonlyMap<string, Practice>;
}

/** Everything by which rows of a file may be recognised. */
export async function practicesLike(
  db: Database,
  keys: { ids: string[]; slugs: string[]; titleKeys: string[] },
): Promise<Alike> {
  const found = new Map<string, Practice>();
  const bySlug = new Map<string, Practice>();
  const look = async (values: string[], among: (some: string[]) => SQL | undefined) => {
    for (let from = 0; from < values.length; from += BATCH) {
      const rows = await db
        .select()
        .from(practices)
        .where(among(values.slice(from, from + BATCH)));
      for (const row of rows) found.set(row.id, fromRow(row));
    }
  };
  await look(keys.ids, (ids) => inArray(practices.id, ids));
  // One that nobody can read is no longer known by its name, only by its id.
  await look(keys.titleKeys, (titleKeys) => and(readable, inArray(practices.titleKey, titleKeys)));
  for (let from = 0; from < keys.slugs.length; from += BATCH)
    for (const [slug, practice] of await practicesAt(db, keys.slugs.slice(from, from + BATCH)))
      bySlug.set(slug, practice);
  return { practices: [...found.values()], bySlug };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The ids of practices by what names them: an id, wherever the practice stands, or an address at which it can be read. */
export async function idsNamed(db: Database, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ids = names.filter((name) => UUID.test(name));
  const slugs = names.filter((name) => !UUID.test(name));
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    for (const { id } of await db.select({ id: practices.id }).from(practices).where(inArray(practices.id, batch)))
      found.set(id, id);
  }
  for (let from = 0; from < slugs.length; from += BATCH)
    for (const [slug, { id }] of await practicesAt(db, slugs.slice(from, from + BATCH))) found.set(slug, id);
  return found;
}

/** What every practice that was taken over from others was taken over from, wherever it stands. */
export async function replicationsIn(db: Database): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: practices.id, replicates: practices.replicates })
    .from(practices)
    .where(TAKEN_OVER);
  return new Map(rows.map(({ id, replicates }) => [id, replicates]));
}

/**
 * Whether a practice would be taken over from itself, by however many steps, if it were taken over from these. To be asked before a
 * practice is written, inside its transaction.
 */
export async function replicatesItself(tx: Database, id: string, replicates: readonly string[]): Promise<boolean> {
  if (replicates.length === 0) return false;
  return circling((await replicationsIn(tx)).set(id, [...replicates])).has(id);
}

/** Worded as the index practices_replicates is, which holds the few practices that were taken over (migration 0013). */
const TAKEN_OVER = sql`${practices.replicates} <> '{}'`;

/** The practices to be read that were taken over from any of these. */
export async function practicesReplicating(db: Database, ids: readonly string[], most: number): Promise<Practice[]> {
  const rows = await db
    .select()
    .from(practices)
    .where(and(readable, TAKEN_OVER, arrayOverlaps(practices.replicates, [...ids])))
    .orderBy(asc(practices.id))
    .limit(most);
  return rows.map(fromRow);
}

/** The practices to be read with these ids, in no particular order. */
export async function readablePractices(db: Database, ids: readonly string[]): Promise<Practice[]> {
  const rows = await db
    .select()
    .from(practices)
    .where(and(readable, inArray(practices.id, ids.slice(0, BATCH))));
  return rows.map(fromRow);
}

/** Id, address, title key and countries of every practice to be read: what likely duplicates are looked for among. */
export async function practiceTitles(
  db: Database,
): Promise<{ id: string; slug: string; title: string; titleKey: string; countries: string[] }[]> {
  return db
    .select({
      id: practices.id,
      slug: practices.slug,
      title: practices.title,
      titleKey: practices.titleKey,
      countries: practices.countries,
    })
    .from(practices)
    .where(readable);
}

/** Of these addresses, and those with a number behind them, the ones that are or were somebody's, and whose. */
export async function takenSlugs(db: Database, slugs: string[]): Promise<Map<string, string>> {
  const taken = new Map<string, string>();
  const base = (column: AnyColumn) => sql<string>`regexp_replace(${column}, '-[0-9]+$', '')`;
  for (let from = 0; from < slugs.length; from += BATCH) {
    const batch = slugs.slice(from, from + BATCH);
    const former = await db
      .select()
      .from(formerAddresses)
      .where(or(inArray(formerAddresses.slug, batch), inArray(base(formerAddresses.slug), batch)));
    for (const { slug, practice } of former) taken.set(slug, practice);
    const rows = await db
      .select({ slug: practices.slug, id: practices.id })
      .from(practices)
      .where(or(inArray(practices.slug, batch), inArray(base(practices.slug), batch)));
    for (const { slug, id } of rows) taken.set(slug, id);
  }
  return taken;
}

/** Lets every address of a practice lead to another from now on. */
export async function mergeAddresses(tx: Database, from: Pick<Practice, 'id' | 'slug'>, into: string): Promise<void> {
  await tx.update(formerAddresses).set({ practice: into }).where(eq(formerAddresses.practice, from.id));
  await tx.insert(formerAddresses).values({ slug: from.slug, practice: into });
}

/** Practices as JSON that the database reads as rows of its table. */
function asRecords(list: readonly Practice[]): string {
  return JSON.stringify(
    list.map((practice) => {
      const row = toRow(practice);
      return Object.fromEntries(COLUMNS.map(([key, { name }]) => [name, row[key]]));
    }),
  );
}

const COLUMNS = Object.entries(getTableColumns(practices)) as [keyof Row, { name: string }][];

/** Writes new practices. */
export async function insertPractices(tx: Database, list: readonly Practice[]): Promise<void> {
  for (let from = 0; from < list.length; from += BATCH) {
    const records = asRecords(list.slice(from, from + BATCH));
    await tx.execute(
      sql`insert into ${practices} select * from jsonb_populate_recordset(null::practices, ${records}::jsonb)`,
    );
  }
}

/**
 * Writes the present state of practices over the ones with the version before; an address that one leaves goes on leading to
 * it. False where somebody else has changed one since it was read: the caller's transaction must then be given up.
 */
export async function updatePractices(tx: Database, list: readonly Practice[]): Promise<boolean> {
  const names = COLUMNS.map(([, { name }]) => name).filter((name) => name !== 'id');
  const set = sql.raw(names.map((name) => `"${name}" = later."${name}"`).join(', '));
  for (let from = 0; from < list.length; from += BATCH) {
    const batch = list.slice(from, from + BATCH);
    const later = sql`jsonb_populate_recordset(null::practices, ${asRecords(batch)}::jsonb) later`;
    await tx.execute(sql`delete from ${formerAddresses} using ${later}
      where former_addresses.slug = later.slug and former_addresses.practice = later.id`);
    await tx.execute(sql`insert into ${formerAddresses} (slug, practice)
      select practices.slug, practices.id from ${practices} join ${later} on practices.id = later.id
      where practices.slug <> later.slug`);
    const written = await tx.execute(sql`update ${practices} set ${set} from ${later}
      where practices.id = later.id and practices.version = later.version - 1 returning practices.id`);
    if (rowsOf(written).length < batch.length) return false;
  }
  return true;
}
