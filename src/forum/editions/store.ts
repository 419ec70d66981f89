import { asc } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import type { Edition } from './model.ts';
import { editions } from './tables.ts';

/** Every edition, the first one first. A forum has one a year: a list that stays short. */
export async function allEditions(db: Database): Promise<Edition[]> {
  const rows = await db.select().from(editions).orderBy(asc(editions.number));
  return rows.map(({ content, id, slug, stage, version, createdAt, updatedAt }) => ({
    ...content,
    id,
    slug,
    stage,
    version,
    createdAt,
    updatedAt,
  }));
}
