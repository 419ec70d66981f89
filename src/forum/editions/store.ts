import { and, arrayContains, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { Edition, EditionContent } from './model.ts';
import { editions } from './tables.ts';

/** Every edition, the first one first. A forum has one a year: a list that stays short. */
export async function allEditions(db: Database): Promise<Edition[]> {
  return (await db.select().from(editions).orderBy(asc(editions.number))).map(editionOf);
}

/** The edition at an address; null where there is none. */
export async function editionAt(db: Database, slug: string): Promise<Edition | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(editions).where(eq(editions.slug, slug));
  return row ? editionOf(row) : null;
}

/** The edition at an address, or else the latest one that is known by this year: "2013" is the one of 2013 and 2014. */
export async function editionCalled(db: Database, asked: string): Promise<Edition | null> {
  const there = await editionAt(db, asked);
  if (there || !/^\d{4}$/.test(asked)) return there;
  const [row] = await db
    .select()
    .from(editions)
    .where(arrayContains(editions.years, [Number(asked)]))
    .orderBy(desc(editions.number))
    .limit(1);
  return row ? editionOf(row) : null;
}

/** The edition of an id; null where there is none. */
export async function editionById(db: Database, id: string): Promise<Edition | null> {
  const [row] = await db
    .select()
    .from(editions)
    .where(sql`${editions.id}::text = ${id}`);
  return row ? editionOf(row) : null;
}

/** The present edition; null between two. */
export async function presentEdition(db: Database): Promise<Edition | null> {
  const [row] = await db.select().from(editions).where(eq(editions.stage, 'current'));
  return row ? editionOf(row) : null;
}

/** Writes a new edition; false where its number or its address is another's. */
export async function insertEdition(tx: Database, edition: Edition): Promise<boolean> {
  const { id, createdAt } = edition;
  const written = await tx
    .insert(editions)
    .values({ id, createdAt, ...columnsOf(edition) })
    .onConflictDoNothing()
    .returning({ id: editions.id });
  return written.length > 0;
}

/** Writes an edition's next state; false where it is not the one it was made from any more. */
export async function updateEdition(tx: Database, edition: Edition): Promise<boolean> {
  const written = await tx
    .update(editions)
    .set(columnsOf(edition))
    .where(and(eq(editions.id, edition.id), eq(editions.version, edition.version - 1)))
    .returning({ id: editions.id });
  return written.length > 0;
}

/** Waits until this transaction alone changes editions: numbers and addresses are each given once, and one edition is the present one. */
export async function editionsAlone(tx: Database): Promise<void> {
  await tx.execute(sql`lock table ${editions} in share row exclusive mode`);
}

function columnsOf(edition: Edition) {
  const { number, slug, stage, years, chairs, subThemes, version, updatedAt } = edition;
  const themes = [...new Set(subThemes.flatMap((one) => one.themes))];
  return { number, slug, stage, years, chairs, themes, content: contentOfEdition(edition), version, updatedAt };
}

/** What an edition says, without where it stands. */
export function contentOfEdition(edition: EditionContent): EditionContent {
  const { number, years, chairs, theme, summary, city, country, online, from, until } = edition;
  const { subThemes, innovations, outcome, sources } = edition;
  return {
    number,
    years,
    chairs,
    theme,
    summary,
    city,
    country,
    online,
    from,
    until,
    subThemes,
    innovations,
    outcome,
    sources,
  };
}

function editionOf({ content, id, slug, stage, version, createdAt, updatedAt }: typeof editions.$inferSelect): Edition {
  return { ...content, id, slug, stage, version, createdAt, updatedAt };
}
