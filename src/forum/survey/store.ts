import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { AREAS } from '#vocab/countries.ts';
import type { GroupCode } from '#vocab/groups.ts';
import type { Respondent, Response, Survey } from './model.ts';
import { surveyResponses, surveys } from './tables.ts';

const GROUP_OF = new Map<string, GroupCode | null>(AREAS.map(({ code, group }) => [code, group]));

/** A respondent by its kind and code, with a state's regional group. */
export function respondentOf(kind: Respondent['kind'], code: string): Respondent {
  return kind === 'state' ? { kind, code, group: GROUP_OF.get(code) ?? null } : { kind, code };
}

/** A survey by its address or its id; null where there is none, whatever was sent. Hidden ones are found: their address never dies. */
export async function surveyWith(db: Database, slugOrId: string): Promise<Survey | null> {
  const [row] = await db
    .select()
    .from(surveys)
    .where(sql`${surveys.slug} = ${slugOrId} or ${surveys.id}::text = ${slugOrId}`);
  return row ?? null;
}

/** Every survey that was not put away, the latest first. A forum makes one or two a year: a list that stays short. */
export async function allSurveys(db: Database): Promise<Survey[]> {
  return db.select().from(surveys).where(isNull(surveys.hiddenAt)).orderBy(desc(surveys.createdAt), desc(surveys.id));
}

/** Surveys that are open, those that end first being first; with `before`, only those that ended by then. */
export async function openSurveys(db: Database, before?: Date): Promise<Survey[]> {
  return db
    .select()
    .from(surveys)
    .where(and(eq(surveys.state, 'open'), before && lte(surveys.closesAt, before)))
    .orderBy(asc(surveys.closesAt));
}

/** The responses that were sent, as results are made of them: one query, in the order of the respondents' codes. */
export async function responsesOf(db: Database, surveyId: string): Promise<Response[]> {
  const rows = await db
    .select()
    .from(surveyResponses)
    .where(and(eq(surveyResponses.survey, surveyId), isNotNull(surveyResponses.sentAnswers)))
    .orderBy(asc(surveyResponses.kind), asc(surveyResponses.code));
  return rows.map(({ kind, code, sentAnswers, sentNamed, language, onBehalf }) => ({
    respondent: respondentOf(kind, code),
    answers: sentAnswers!,
    named: sentNamed ?? false,
    language,
    onBehalf,
  }));
}

/** Whether an address was given to a survey already. */
export async function slugTaken(db: Database, slug: string): Promise<boolean> {
  return (await db.$count(surveys, eq(surveys.slug, slug))) > 0;
}

/** Writes a new survey. */
export async function insertSurvey(tx: Database, survey: Survey): Promise<void> {
  await tx.insert(surveys).values(survey);
}

/** Writes the next state of a survey. False where somebody else wrote one since the version before it was read. */
export async function updateSurvey(tx: Database, { id, createdAt: _, ...next }: Survey): Promise<boolean> {
  const written = await tx
    .update(surveys)
    .set(next)
    .where(and(eq(surveys.id, id), eq(surveys.version, next.version - 1)))
    .returning({ id: surveys.id });
  return written.length > 0;
}

/** Notes which reminders went out: no change of the survey itself, and no version. */
export async function setReminded(tx: Database, id: string, remindedDays: number[]): Promise<void> {
  await tx.update(surveys).set({ remindedDays }).where(eq(surveys.id, id));
}
