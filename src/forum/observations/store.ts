import { and, arrayContains, asc, desc, eq, inArray, like, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { slugFrom } from '#platform/slugs.ts';
import type { Observation, ObservationContent, Recommendation, RecommendationContent, Stage } from './model.ts';
import { observations, recommendations } from './tables.ts';

/** As many observations, or recommendations, as are given at once. */
export const MOST_LISTED = 500;

/** The observations of a stage, the latest first, at most so many, and how many there are in all. */
export async function observationsIn(
  db: Database,
  stage: Stage,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ total: number; observations: Observation[] }> {
  const wanted = eq(observations.stage, stage);
  const total = await db.$count(observations, wanted);
  const rows = await db
    .select()
    .from(observations)
    .where(wanted)
    .orderBy(desc(observations.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  return { total, observations: rows.map(observationOf) };
}

/** The released observations on a theme, or on any where it is null, in the order in which they were written down. */
export async function observationsOnTheme(db: Database, theme: string | null): Promise<Observation[]> {
  return observationsWhere(db, and(eq(observations.stage, 'released'), carries(observations.themes, theme)));
}

/** The released observations of a session. */
export async function observationsOf(db: Database, session: string): Promise<Observation[]> {
  return observationsWhere(db, and(eq(observations.stage, 'released'), eq(observations.session, session)));
}

/** The first of the observations in these sessions that are not released, the oldest first, and how many there are. */
export async function draftsHeardIn(
  db: Database,
  sessions: readonly string[],
  most: number,
): Promise<{ total: number; observations: Observation[] }> {
  if (sessions.length === 0) return { total: 0, observations: [] };
  const wanted = and(eq(observations.stage, 'draft'), inArray(observations.session, [...sessions]));
  const rows = await db.select().from(observations).where(wanted).orderBy(asc(observations.id)).limit(most);
  const total = rows.length < most ? rows.length : await db.$count(observations, wanted);
  return { total, observations: rows.map(observationOf) };
}

async function observationsWhere(db: Database, wanted: SQL | undefined): Promise<Observation[]> {
  const rows = await db.select().from(observations).where(wanted).orderBy(asc(observations.id)).limit(MOST_LISTED);
  return rows.map(observationOf);
}

const carries = (column: typeof observations.themes | typeof recommendations.themes, theme: string | null) =>
  theme === null ? undefined : arrayContains(column, [theme]);

/** The observation of an id, in whatever stage; null where there is none. */
export async function observationById(db: Database, id: string): Promise<Observation | null> {
  const [row] = await db
    .select()
    .from(observations)
    .where(sql`${observations.id}::text = ${id}`);
  return row ? observationOf(row) : null;
}

/** Writes a new observation. */
export async function insertObservation(tx: Database, observation: Observation, now: Date): Promise<void> {
  const { id, session } = observation;
  await tx.insert(observations).values({ id, session, createdAt: now, ...observationColumns(observation, now) });
}

/** Writes an observation's next state; false where it is not the one it was made from any more. */
export async function updateObservation(tx: Database, observation: Observation, now: Date): Promise<boolean> {
  const written = await tx
    .update(observations)
    .set(observationColumns(observation, now))
    .where(and(eq(observations.id, observation.id), eq(observations.version, observation.version - 1)))
    .returning({ id: observations.id });
  return written.length > 0;
}

function observationColumns(observation: Observation, updatedAt: Date) {
  const { stage, themes, version } = observation;
  return { stage, themes, content: contentOfObservation(observation), version, updatedAt };
}

/** What an observation says, without where it stands. */
export function contentOfObservation({ text, themes }: ObservationContent): ObservationContent {
  return { text, themes };
}

function observationOf({ content, id, session, stage, version }: typeof observations.$inferSelect): Observation {
  return { ...content, id, session, stage, version };
}

/** Which recommendations are listed: of several editions or themes any will do; of `stages` too. */
export interface RecommendationsWanted {
  stages: Stage[];
  /** Ids of editions. */
  editions?: string[];
  themes?: string[];
}

/** The recommendations that are wanted, those of the latest editions first. A forum has some dozens an edition at most. */
export async function findRecommendations(
  db: Database,
  { stages, editions = [], themes = [] }: RecommendationsWanted,
): Promise<Recommendation[]> {
  const rows = await db
    .select()
    .from(recommendations)
    .where(
      and(
        inArray(recommendations.stage, stages),
        ...(editions.length > 0 ? [inArray(recommendations.edition, editions)] : []),
        ...(themes.length > 0 ? [or(...themes.map((theme) => carries(recommendations.themes, theme)))] : []),
      ),
    )
    .orderBy(desc(recommendations.edition), asc(recommendations.id))
    .limit(MOST_LISTED);
  return rows.map(recommendationOf);
}

/** The recommendation at an address, in whatever stage; null where there is none. */
export async function recommendationAt(db: Database, slug: string): Promise<Recommendation | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(recommendations).where(eq(recommendations.slug, slug));
  return row ? recommendationOf(row) : null;
}

/** Waits until this transaction alone changes recommendations: each address is given once. */
export async function recommendationsAlone(tx: Database): Promise<void> {
  await tx.execute(sql`lock table ${recommendations} in share row exclusive mode`);
}

/** The first free address for a title: behind that of its edition, with the lowest number from 2 where it is taken. */
export async function freeSlug(tx: Database, edition: string, title: string): Promise<string> {
  const wanted = `${edition}-${slugFrom(title, 'recommendation')}`;
  const rows = await tx
    .select({ slug: recommendations.slug })
    .from(recommendations)
    .where(or(eq(recommendations.slug, wanted), like(recommendations.slug, `${wanted}-%`)));
  const taken = new Set(rows.map(({ slug }) => slug));
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}

/** Writes a new recommendation. */
export async function insertRecommendation(tx: Database, recommendation: Recommendation): Promise<void> {
  const { id, slug, edition, createdAt } = recommendation;
  await tx.insert(recommendations).values({ id, slug, edition, createdAt, ...recommendationColumns(recommendation) });
}

/** Writes a recommendation's next state; false where it is not the one it was made from any more. */
export async function updateRecommendation(tx: Database, recommendation: Recommendation): Promise<boolean> {
  const written = await tx
    .update(recommendations)
    .set(recommendationColumns(recommendation))
    .where(and(eq(recommendations.id, recommendation.id), eq(recommendations.version, recommendation.version - 1)))
    .returning({ id: recommendations.id });
  return written.length > 0;
}

function recommendationColumns(recommendation: Recommendation) {
  const { stage, themes, version, updatedAt } = recommendation;
  return { stage, themes, content: contentOfRecommendation(recommendation), version, updatedAt };
}

/** What a recommendation says, without where it stands. */
export function contentOfRecommendation(content: RecommendationContent): RecommendationContent {
  const { title, text, themes, source, followUp, came } = content;
  return { title, text, themes, source, followUp, came };
}

function recommendationOf(row: typeof recommendations.$inferSelect): Recommendation {
  const { content, id, slug, edition, stage, version, createdAt, updatedAt } = row;
  return { ...content, id, slug, edition, stage, version, createdAt, updatedAt };
}
