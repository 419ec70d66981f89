import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { GROUPS } from '#vocab/groups.ts';
import type { Database } from '#platform/database.ts';
import type { Response, Survey } from '../model.ts';
import { respondentOf } from '../store.ts';
import { surveyInvitations, surveys } from '../tables.ts';
import type { Count, Results, Turnout } from './model.ts';
import { surveyCounts, surveyTextThemes, surveyThemes } from './tables.ts';

/** Every count of a survey, the first one first: a handful, since each takes five answers more in a group. */
export async function countsOf(db: Database, survey: string): Promise<Count[]> {
  return db.select().from(surveyCounts).where(eq(surveyCounts.survey, survey)).orderBy(asc(surveyCounts.number));
}

/** Writes a count that is about to be shown. */
export async function insertCount(tx: Database, count: Count): Promise<void> {
  await tx.insert(surveyCounts).values(count);
}

/** Freezes what everybody may read of a count. */
export async function publishCount(tx: Database, id: string, published: Results, at: Date): Promise<void> {
  await tx.update(surveyCounts).set({ published, publishedAt: at }).where(eq(surveyCounts.id, id));
}

/** What was published last of a survey; null where nothing was. */
export async function publishedCount(db: Database, survey: string): Promise<Count | null> {
  const [row] = await db
    .select()
    .from(surveyCounts)
    .where(and(eq(surveyCounts.survey, survey), isNotNull(surveyCounts.published)))
    .orderBy(desc(surveyCounts.number))
    .limit(1);
  return row ?? null;
}

/** The surveys of which results were published, the latest first, with what was published last. A forum makes one or two a year. */
export async function publishedSurveys(db: Database): Promise<{ survey: Survey; count: Count }[]> {
  const rows = await db
    .select({ survey: surveys, count: surveyCounts })
    .from(surveyCounts)
    .innerJoin(surveys, eq(surveys.id, surveyCounts.survey))
    .where(and(isNotNull(surveyCounts.published), isNull(surveys.hiddenAt)))
    .orderBy(desc(surveyCounts.publishedAt), desc(surveyCounts.number));
  return rows.filter(({ survey }, at) => rows.findIndex((row) => row.survey.id === survey.id) === at);
}

/** How many answered, of how many who were asked. Who answered without having been asked was asked by that. */
export async function turnoutOf(db: Database, survey: string, responses: readonly Response[]): Promise<Turnout> {
  const invited = await db
    .selectDistinct({ kind: surveyInvitations.kind, code: surveyInvitations.code })
    .from(surveyInvitations)
    .where(eq(surveyInvitations.survey, survey));
  const asked = new Map(
    [
      ...responses.map(({ respondent }) => respondent),
      ...invited.map(({ kind, code }) => respondentOf(kind, code)),
    ].map((respondent) => [`${respondent.kind}/${respondent.code}`, respondent]),
  );
  const groupOf = (one: Response['respondent']) => (one.kind === 'state' ? (one.group ?? 'none') : 'mechanisms');
  const number = (list: Iterable<Response['respondent']>, group: string) =>
    [...list].filter((one) => groupOf(one) === group).length;
  const answered = responses.map(({ respondent }) => respondent);
  const of = (group: string) => ({ answered: number(answered, group), asked: number(asked.values(), group) });
  const groups = [...GROUPS.map(({ code }) => code), 'none' as const];
  return {
    states: groups
      .map((group) => ({ group, ...of(group) }))
      .filter(({ group, asked }) => group !== 'none' || asked > 0),
    mechanisms: of('mechanisms'),
  };
}

/** Under which theme each text was put, by question and what it hashes to. */
export async function textThemesOf(db: Database, survey: string): Promise<Map<string, string>> {
  const rows = await db.select().from(surveyTextThemes).where(eq(surveyTextThemes.survey, survey));
  return new Map(rows.map(({ question, textHash, theme }) => [`${question}/${textHash}`, theme]));
}

/** Puts texts under themes; an empty theme takes one out. */
export async function putTexts(
  tx: Database,
  survey: string,
  texts: readonly { question: string; textHash: string; theme: string }[],
): Promise<void> {
  for (const { question, textHash, theme } of texts) {
    if (theme === '')
      await tx
        .delete(surveyTextThemes)
        .where(
          and(
            eq(surveyTextThemes.survey, survey),
            eq(surveyTextThemes.question, question),
            eq(surveyTextThemes.textHash, textHash),
          ),
        );
    else
      await tx
        .insert(surveyTextThemes)
        .values({ survey, question, textHash, theme })
        .onConflictDoUpdate({
          target: [surveyTextThemes.survey, surveyTextThemes.question, surveyTextThemes.textHash],
          set: { theme },
        });
  }
}

/** Notes that options of a survey became sub-themes of an edition. */
export async function linkThemes(
  tx: Database,
  links: readonly { survey: string; edition: string; question: string; option: string; at: Date }[],
): Promise<void> {
  await tx
    .insert(surveyThemes)
    .values([...links])
    .onConflictDoNothing();
}

/** Which options of which surveys became sub-themes of an edition. */
export async function surveysBehind(
  db: Database,
  edition: string,
): Promise<{ slug: string; title: Survey['content']['title']; options: string[]; published: boolean }[]> {
  const rows = await db
    .select({
      survey: surveys,
      option: surveyThemes.option,
      published: sql<boolean>`exists (
      select 1 from survey_counts c where c.survey = ${surveys.id} and c.published is not null)`,
    })
    .from(surveyThemes)
    .innerJoin(surveys, eq(surveys.id, surveyThemes.survey))
    .where(eq(surveyThemes.edition, edition))
    .orderBy(asc(surveyThemes.at), asc(surveyThemes.option));
  return [...new Map(rows.map(({ survey }) => [survey.id, survey])).values()].map((survey) => ({
    slug: survey.slug,
    title: survey.content.title,
    options: rows.filter((row) => row.survey.id === survey.id).map(({ option }) => option),
    published: rows.some((row) => row.survey.id === survey.id && row.published),
  }));
}

/** Which options of a survey became sub-themes, of whatever edition. */
export async function optionsTaken(db: Database, survey: string): Promise<Set<string>> {
  const rows = await db.select().from(surveyThemes).where(eq(surveyThemes.survey, survey));
  return new Set(rows.map(({ question, option }) => `${question}/${option}`));
}
