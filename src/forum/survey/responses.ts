import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { versionAt } from '#platform/history.ts';
import type { Respondent } from './model.ts';
import { surveyResponses } from './tables.ts';

/** A response as it is kept: what is being written, and what was sent last. */
export type KeptResponse = typeof surveyResponses.$inferSelect;

/** The response of a state or a mechanism; null where nobody began one. With `lock`, nobody else writes in it until the transaction ends. */
export async function responseOf(
  db: Database,
  survey: string,
  { kind, code }: Pick<Respondent, 'kind' | 'code'>,
  lock = false,
): Promise<KeptResponse | null> {
  const query = db
    .select()
    .from(surveyResponses)
    .where(and(eq(surveyResponses.survey, survey), eq(surveyResponses.kind, kind), eq(surveyResponses.code, code)));
  const [row] = lock ? await query.for('update') : await query;
  return row ?? null;
}

/** A response by its id; null where there is none, whatever was sent as an id. */
export async function responseWith(db: Database, id: string): Promise<KeptResponse | null> {
  const [row] = await db
    .select()
    .from(surveyResponses)
    .where(sql`${surveyResponses.id}::text = ${id}`);
  return row ?? null;
}

/** Who sent what was sent last of a response, by name; empty where that is not known. */
export async function senderOf(db: Database, { id, version, sentVersion, actor }: KeptResponse): Promise<string> {
  if (sentVersion === null) return '';
  return version === sentVersion ? actor : ((await versionAt(db, id, sentVersion))?.actor ?? '');
}

/** How far each respondent of a survey has come: whether something was sent, when, and whether it was entered for them. */
export async function progressOf(
  db: Database,
  survey: string,
): Promise<Pick<KeptResponse, 'kind' | 'code' | 'sentAt' | 'onBehalf' | 'receivedFrom' | 'updatedAt'>[]> {
  return db
    .select({
      kind: surveyResponses.kind,
      code: surveyResponses.code,
      sentAt: surveyResponses.sentAt,
      onBehalf: surveyResponses.onBehalf,
      receivedFrom: surveyResponses.receivedFrom,
      updatedAt: surveyResponses.updatedAt,
    })
    .from(surveyResponses)
    .where(eq(surveyResponses.survey, survey))
    .orderBy(asc(surveyResponses.kind), asc(surveyResponses.code));
}

/** Begins a response. False where somebody began it at the same moment. */
export async function insertResponse(tx: Database, row: typeof surveyResponses.$inferInsert): Promise<boolean> {
  const made = await tx.insert(surveyResponses).values(row).onConflictDoNothing().returning({ id: surveyResponses.id });
  return made.length > 0;
}

/** Writes what changed in a response that the caller holds. */
export async function updateResponse(tx: Database, id: string, change: Partial<KeptResponse>): Promise<void> {
  await tx.update(surveyResponses).set(change).where(eq(surveyResponses.id, id));
}
