import { and, arrayContains, arrayOverlaps, asc, desc, eq, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { slugFrom } from '#platform/slugs.ts';
import type { SessionFilter } from './filter.ts';
import type { Session, SessionContent } from './model.ts';
import { sessions } from './tables.ts';

/** As many sessions of one edition, or of one theme, as are given at once. */
export const MOST_SESSIONS = 500;

/** By the day they began, those without one after them in the order in which they were written down. */
const IN_ORDER = [sql`${sessions.starts} asc nulls last`, asc(sessions.id)];

const SHOWN = eq(sessions.hidden, false);

/** The sessions of an edition; `hidden` with those that were taken off its programme. */
export async function sessionsOf(db: Database, edition: string, hidden: 'hidden' | 'shown'): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.edition, edition), ...(hidden === 'hidden' ? [] : [SHOWN])))
    .orderBy(...IN_ORDER)
    .limit(MOST_SESSIONS);
  return rows.map(sessionOf);
}

/** Other sessions that carry one of the themes of a session, at most so many: those of the latest editions first. */
export async function sessionsLike(db: Database, { id, themes }: Session, most: number): Promise<Session[]> {
  if (themes.length === 0) return [];
  const rows = await db
    .select()
    .from(sessions)
    .where(and(SHOWN, ne(sessions.id, id), arrayOverlaps(sessions.themes, themes)))
    .orderBy(desc(sessions.id))
    .limit(most);
  return rows.map(sessionOf);
}

/** The sessions that carry a theme, of whatever edition, in the order in which they were written down. */
export async function sessionsOnTheme(db: Database, theme: string): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(SHOWN, arrayContains(sessions.themes, [theme])))
    .orderBy(asc(sessions.id))
    .limit(MOST_SESSIONS);
  return rows.map(sessionOf);
}

/** As many sessions of all editions as a report on all themes takes up. */
const MOST_THEMED = 5_000;

/** The sessions that carry any theme, of whatever edition, in the order in which they were written down. */
export async function themedSessions(db: Database): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(SHOWN, sql`cardinality(${sessions.themes}) > 0`))
    .orderBy(asc(sessions.id))
    .limit(MOST_THEMED);
  return rows.map(sessionOf);
}

/** How many sessions of each edition carry each theme. */
export async function sessionThemeCounts(
  db: Database,
): Promise<{ edition: string; theme: string; sessions: number }[]> {
  const theme = sql<string>`unnest(${sessions.themes})`.as('theme');
  return db
    .select({ edition: sessions.edition, theme, sessions: sql<number>`count(*)::int` })
    .from(sessions)
    .where(SHOWN)
    .groupBy(sessions.edition, sql`theme`);
}

/** The sessions of these ids that are on their programmes. */
export async function sessionsWithIds(db: Database, ids: readonly string[]): Promise<Session[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(sessions)
    .where(and(SHOWN, inArray(sessions.id, [...ids])));
  return rows.map(sessionOf);
}

/** How many sessions each edition has on its programme, by its id. */
export async function sessionCounts(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .select({ edition: sessions.edition, count: sql<number>`count(*)::int` })
    .from(sessions)
    .where(SHOWN)
    .groupBy(sessions.edition);
  return new Map(rows.map(({ edition, count }) => [edition, count]));
}

/** One page of a selection in the order in which they were written down, and how many it has in all. */
export async function findSessions(
  db: Database,
  { editions, themes, formats, page, perPage }: SessionFilter,
): Promise<{ total: number; sessions: Session[] }> {
  const wanted = and(
    SHOWN,
    ...(editions.length > 0 ? [inArray(sessions.edition, editions)] : []),
    ...(themes.length > 0 ? [arrayOverlaps(sessions.themes, themes)] : []),
    ...(formats.length > 0 ? [inArray(sessions.format, formats)] : []),
  );
  const total = await db.$count(sessions, wanted);
  const rows = await db
    .select()
    .from(sessions)
    .where(wanted)
    .orderBy(asc(sessions.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  return { total, sessions: rows.map(sessionOf) };
}

/** The session at an address, hidden or not; null where there is none. */
export async function sessionAt(db: Database, slug: string): Promise<Session | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(sessions).where(eq(sessions.slug, slug));
  return row ? sessionOf(row) : null;
}

/** Waits until this transaction alone changes sessions: each address is given once. */
export async function sessionsAlone(tx: Database): Promise<void> {
  await tx.execute(sql`lock table ${sessions} in share row exclusive mode`);
}

/** The first free address for a title: behind that of its edition, as titles come again; with the lowest number from 2 where it is taken. */
export async function freeSlug(tx: Database, edition: string, title: string): Promise<string> {
  const wanted = `${edition}-${slugFrom(title, 'session')}`;
  const rows = await tx
    .select({ slug: sessions.slug })
    .from(sessions)
    .where(or(eq(sessions.slug, wanted), like(sessions.slug, `${wanted}-%`)));
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}

/** Writes a new session. */
export async function insertSession(tx: Database, session: Session): Promise<void> {
  const { id, createdAt } = session;
  await tx.insert(sessions).values({ id, createdAt, ...columnsOf(session) });
}

/** Writes a session's next state; false where it is not the one it was made from any more. */
export async function updateSession(tx: Database, session: Session): Promise<boolean> {
  const written = await tx
    .update(sessions)
    .set(columnsOf(session))
    .where(and(eq(sessions.id, session.id), eq(sessions.version, session.version - 1)))
    .returning({ id: sessions.id });
  return written.length > 0;
}

function columnsOf(session: Session) {
  const { edition, slug, format, themes, hidden, version, updatedAt, from: starts, until: ends } = session;
  return {
    edition,
    slug,
    format,
    themes,
    starts,
    ends,
    hidden,
    content: contentOfSession(session),
    version,
    updatedAt,
  };
}

/** What a session says, without where it stands. */
export function contentOfSession(session: SessionContent): SessionContent {
  const { format, title, summary, themes, states, others, place, from, until, sdg, gcm, sources } = session;
  return { format, title, summary, themes, states, others, place, from, until, sdg, gcm, sources };
}

function sessionOf(row: typeof sessions.$inferSelect): Session {
  const { content, id, edition, slug, hidden, version, createdAt, updatedAt } = row;
  return { ...content, id, edition, slug, hidden, version, createdAt, updatedAt };
}
