import { asc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import { BATCH } from '#platform/history.ts';
import type { Practice, PracticeContent, Source } from './model.ts';
import { practices } from './tables.ts';
import { titleKey } from './titles.ts';

type Row = typeof practices.$inferSelect;

function fromRow(row: Row): Practice {
  const { titleKey: _, sourceEdition, sourceLabel, createdAt, updatedAt, ...rest } = row;
  return {
    ...rest,
    source: { edition: sourceEdition, label: sourceLabel },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function toRow(practice: Practice): Row {
  const { source, createdAt, updatedAt, ...rest } = practice;
  return {
    ...rest,
    titleKey: titleKey(practice.title),
    sourceEdition: source.edition,
    sourceLabel: source.label,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

/** The content alone, without what the catalogue adds to it. */
export function contentOf(practice: Practice): PracticeContent {
  const { id: _i, slug: _s, version: _v, createdAt: _c, updatedAt: _u, ...content } = practice;
  return content;
}

/** How many practices there are. */
export async function countPractices(db: Database): Promise<number> {
  return db.$count(practices);
}

/** Every practice in the order of its id (which is the order in which they came), in batches, so that memory stays bounded. */
export async function* allPractices(db: Database): AsyncGenerator<Practice[]> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db
      .select()
      .from(practices)
      .where(gt(practices.id, last))
      .orderBy(asc(practices.id))
      .limit(BATCH);
    if (rows.length === 0) return;
    yield rows.map(fromRow);
    last = rows.at(-1)!.id;
  }
}

/** The practices with these ids, in no particular order; an id that is not there is passed over. */
export async function practicesById(db: Database, ids: readonly string[]): Promise<Practice[]> {
  const found: Practice[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    found.push(...(await db.select().from(practices).where(inArray(practices.id, batch))).map(fromRow));
  }
  return found;
}

/** The practices of one edition, in the order in which they came. */
export async function practicesOfEdition(db: Database, edition: number): Promise<Practice[]> {
  const rows = await db.select().from(practices).where(eq(practices.sourceEdition, edition)).orderBy(asc(practices.id));
  return rows.map(fromRow);
}

/** The sources practices came from, with how many came from each. */
export async function sourcesOfPractices(db: Database): Promise<{ source: Source; count: number }[]> {
  const rows = await db
    .select({ edition: practices.sourceEdition, label: practices.sourceLabel, count: sql<number>`count(*)::int` })
    .from(practices)
    .groupBy(practices.sourceEdition, practices.sourceLabel)
    .orderBy(asc(practices.sourceEdition), asc(sql`min(${practices.id}::text)`));
  return rows.map(({ edition, label, count }) => ({ source: { edition, label }, count }));
}

/** The practice at an address; null where there is none. */
export async function practiceAt(db: Database, slug: string): Promise<Practice | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(practices).where(eq(practices.slug, slug));
  return row ? fromRow(row) : null;
}

/** The practices at these addresses, in no particular order; at most as many as one statement takes. */
export async function practicesAt(db: Database, slugs: readonly string[]): Promise<Practice[]> {
  const asked = slugs.filter((slug) => !slug.includes('\0')).slice(0, BATCH);
  if (asked.length === 0) return [];
  return (await db.select().from(practices).where(inArray(practices.slug, asked))).map(fromRow);
}

/** Everything by which a row of a file may be recognised: practices that share an id, an address or a title with it. */
export async function practicesLike(
  db: Database,
  keys: { ids: string[]; slugs: string[]; titleKeys: string[] },
): Promise<Practice[]> {
  const found = new Map<string, Practice>();
  const look = async (
    column: typeof practices.id | typeof practices.slug | typeof practices.titleKey,
    values: string[],
  ) => {
    for (let from = 0; from < values.length; from += BATCH) {
      const rows = await db
        .select()
        .from(practices)
        .where(inArray(column, values.slice(from, from + BATCH)));
      for (const row of rows) found.set(row.id, fromRow(row));
    }
  };
  await look(practices.id, keys.ids);
  await look(practices.slug, keys.slugs);
  await look(practices.titleKey, keys.titleKeys);
  return [...found.values()];
}

/** Id, address, title key and countries of every practice: what likely duplicates are looked for among. */
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
    .from(practices);
}

/** Of these addresses, and those with a number behind them, the ones that are taken. */
export async function takenSlugs(db: Database, slugs: string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  const base = sql<string>`regexp_replace(${practices.slug}, '-[0-9]+$', '')`;
  for (let from = 0; from < slugs.length; from += BATCH) {
    const batch = slugs.slice(from, from + BATCH);
    const rows = await db
      .select({ slug: practices.slug })
      .from(practices)
      .where(or(inArray(practices.slug, batch), inArray(base, batch)));
    for (const row of rows) taken.add(row.slug);
  }
  return taken;
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
 * Writes the present state of practices over the ones with the version before. False where somebody else has changed one
 * since it was read: the caller's transaction must then be given up.
 */
export async function updatePractices(tx: Database, list: readonly Practice[]): Promise<boolean> {
  const names = COLUMNS.map(([, { name }]) => name).filter((name) => name !== 'id');
  const set = sql.raw(names.map((name) => `"${name}" = later."${name}"`).join(', '));
  for (let from = 0; from < list.length; from += BATCH) {
    const batch = list.slice(from, from + BATCH);
    const written = await tx.execute(sql`update ${practices} set ${set}
      from jsonb_populate_recordset(null::practices, ${asRecords(batch)}::jsonb) later
      where practices.id = later.id and practices.version = later.version - 1 returning practices.id`);
    if (rowsOf(written).length < batch.length) return false;
  }
  return true;
}
