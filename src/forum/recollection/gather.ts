import { compareSdg } from '#vocab/sdg.ts';
import { allThemes } from '#vocab/themes.ts';
import type { Database } from '#platform/database.ts';
import { allEditions, type Edition } from '#forum/editions/index.ts';
import {
  findRecommendations,
  type Observation,
  observationsOnTheme,
  type Recommendation,
} from '#forum/observations/index.ts';
import { type Practice, toggled, wholeCatalogue } from '#forum/practices/index.ts';
import {
  type Session,
  sessionsOnTheme,
  sessionsWithIds,
  sessionThemeCounts,
  themedSessions,
} from '#forum/programme/index.ts';
import type { PracticeSearch } from '#forum/search/index.ts';
import { byRecurrence, chaptersOf, type Recollection, type Recurrence, recurrenceOf, tally } from './model.ts';

/** Where a recollection is made from: the database, the catalogue's search, and the time at which it is asked. */
export interface Sources {
  db: Database;
  search: PracticeSearch;
  now: Date;
}

/** A theme's history with its practices: how many there are, and the first of them. */
export interface Remembered extends Recollection {
  practices: { total: number; first: Practice[] };
}

/** As many practices as a recollection shows. */
export const PRACTICES_SHOWN = 6;
/** As many related themes. */
const RELATED = 8;

/** The recurrence of every theme, those that came back most first. Two queries, however many themes and editions there are. */
export async function allRecurrences(db: Database): Promise<{ editions: Edition[]; recurrences: Recurrence[] }> {
  const editions = await allEditions(db);
  const counts = new Map(
    (await sessionThemeCounts(db)).map(({ edition, theme, sessions }) => [`${edition} ${theme}`, sessions]),
  );
  const count = (edition: string, theme: string) => counts.get(`${edition} ${theme}`) ?? 0;
  const recurrences = allThemes().map(({ code }) => recurrenceOf(code, editions, count));
  return { editions, recurrences: byRecurrence(recurrences) };
}

/** What the database has on one theme, or on all. */
interface Material {
  editions: Edition[];
  sessions: Session[];
  observations: Observation[];
  heardIn: ReadonlyMap<string, Session>;
  recommendations: Recommendation[];
}

/** The whole history of a theme: five queries and two searches. */
export async function recollect(sources: Sources, theme: string): Promise<Remembered> {
  const { db } = sources;
  const editions = await allEditions(db);
  const sessions = await sessionsOnTheme(db, theme);
  const observations = await observationsOnTheme(db, theme);
  const recommendations = await findRecommendations(db, { stages: ['released'], themes: [theme] });
  const heardIn = await sessionsHeard(db, observations, sessions);
  return remember(sources, { editions, sessions, observations, heardIn, recommendations }, theme);
}

/** The histories of several themes, in this order: as many queries as for one. */
export async function recollectAll(sources: Sources, themes: readonly string[]): Promise<Remembered[]> {
  const { db } = sources;
  const editions = await allEditions(db);
  const sessions = await themedSessions(db);
  const observations = await observationsOnTheme(db, null);
  const recommendations = await findRecommendations(db, { stages: ['released'] });
  const heardIn = await sessionsHeard(db, observations, sessions);
  const material = { editions, sessions, observations, heardIn, recommendations };
  const remembered: Remembered[] = [];
  for (const theme of themes) remembered.push(await remember(sources, material, theme));
  return remembered;
}

/** The sessions in which something was heard; an observation may carry a theme that its session does not. */
async function sessionsHeard(
  db: Database,
  observations: readonly Observation[],
  known: readonly Session[],
): Promise<ReadonlyMap<string, Session>> {
  const sessions = new Map(known.map((session) => [session.id, session]));
  const others = [...new Set(observations.map(({ session }) => session))].filter((id) => !sessions.has(id));
  for (const session of await sessionsWithIds(db, others)) sessions.set(session.id, session);
  return sessions;
}

async function remember({ db, search, now }: Sources, material: Material, theme: string): Promise<Remembered> {
  const { editions, observations, heardIn, recommendations } = material;
  const carrying = { ...toggled(wholeCatalogue(), 'theme', theme), perPage: PRACTICES_SHOWN };
  const found = await search.find(db, carrying, now);
  const beside = await search.cross(db, carrying, { rows: 'theme', columns: 'theme' }, now);
  const sessions = material.sessions.filter(({ themes }) => themes.includes(theme));
  const countIn = (edition: string) => sessions.filter((session) => session.edition === edition).length;
  const editionOf = new Map(editions.map((edition) => [edition.id, edition]));
  const withPractices = new Map([...beside.pairs].map(([other, columns]) => [other, columns.get(theme) ?? 0]));
  const names = allThemes().map(({ code }) => code);
  return {
    theme,
    recurrence: recurrenceOf(theme, editions, countIn),
    chapters: chaptersOf(theme, editions, sessions),
    observations: observations
      .filter(({ themes, session }) => themes.includes(theme) && heardIn.has(session))
      .map((observation) => ({ observation, session: heardIn.get(observation.session)! })),
    recommendations: recommendations
      .filter(({ themes }) => themes.includes(theme))
      .map((recommendation) => ({ recommendation, edition: editionOf.get(recommendation.edition)! })),
    sdg: tally(
      carried(found.counts.target),
      sessions.map(({ sdg }) => sdg.filter((code) => code.includes('.'))),
      compareSdg,
    ),
    gcm: tally(
      carried(found.counts.gcm),
      sessions.map(({ gcm }) => gcm),
      (a, b) => Number(a) - Number(b),
    ),
    related: tally(
      withPractices,
      sessions.map(({ themes }) => themes),
      (a, b) => names.indexOf(a) - names.indexOf(b),
    )
      .filter(({ code }) => code !== theme)
      .slice(0, RELATED),
    practices: { total: found.total, first: found.practices },
  };
}

const carried = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...counts].filter(([, count]) => count > 0));
