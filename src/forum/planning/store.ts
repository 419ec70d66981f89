import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Actor } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { isOwedBy, type Milestone, type MilestoneContent } from './model.ts';
import { handoverTicks, milestoneReminders, milestones } from './tables.ts';

/** As many milestones as an edition may have: what a page can show. */
export const MOST_MILESTONES = 300;

type Row = typeof milestones.$inferSelect;

const milestoneOf = ({ id, edition, version, content, doneAt, actor }: Row): Milestone => ({
  ...content,
  id,
  edition,
  version,
  done: doneAt === null ? null : { at: doneAt, by: actor ?? '' },
});

const columnsOf = (content: MilestoneContent) => {
  const { kind, due, role, of } = content;
  return { kind, due, role, of, public: content.public, content };
};

/** What is due in an edition's year, the earliest first. */
export async function milestonesOf(db: Database, edition: string): Promise<Milestone[]> {
  const rows = await db
    .select()
    .from(milestones)
    .where(and(eq(milestones.edition, edition), eq(milestones.hidden, false)))
    .orderBy(asc(milestones.due), asc(milestones.id))
    .limit(MOST_MILESTONES);
  return rows.map(milestoneOf);
}

/** A milestone by its id; null where there is none, whatever was sent as an id. */
export async function milestoneWithId(db: Database, id: string): Promise<Milestone | null> {
  const [row] = await db
    .select()
    .from(milestones)
    .where(and(sql`${milestones.id}::text = ${id}`, eq(milestones.hidden, false)));
  return row ? milestoneOf(row) : null;
}

/** What is due by a day and not done, of whatever edition: the earliest first. */
export async function openMilestones(db: Database, by: string): Promise<Milestone[]> {
  const rows = await db
    .select()
    .from(milestones)
    .where(and(isNull(milestones.doneAt), eq(milestones.hidden, false), lte(milestones.due, by)))
    .orderBy(asc(milestones.due), asc(milestones.id))
    .limit(MOST_MILESTONES);
  return rows.map(milestoneOf);
}

/** What somebody owes by a day and has not done. */
export async function owedBy(db: Database, actor: Pick<Actor, 'roles'>, by: string): Promise<Milestone[]> {
  const roles = [...new Set(actor.roles.map(({ role }) => role))];
  if (roles.length === 0) return [];
  const rows = await db
    .select()
    .from(milestones)
    .where(
      and(
        isNull(milestones.doneAt),
        eq(milestones.hidden, false),
        lte(milestones.due, by),
        inArray(sql`${milestones.role}`, roles),
      ),
    )
    .orderBy(asc(milestones.due), asc(milestones.id))
    .limit(MOST_MILESTONES);
  return rows.map(milestoneOf).filter((one) => isOwedBy(one, actor));
}

/** Writes new milestones of an edition. */
export async function insertMilestones(tx: Database, now: Date, added: readonly Milestone[]): Promise<void> {
  if (added.length === 0) return;
  await tx.insert(milestones).values(
    added.map(({ id, edition, version, done: _, ...content }) => ({
      ...columnsOf(content),
      id,
      edition,
      version,
      createdAt: now,
      updatedAt: now,
    })),
  );
}

/** Writes the next version of a milestone. False where somebody else has changed it since. */
export async function updateMilestone(
  tx: Database,
  now: Date,
  { id, edition: _, version, done, ...content }: Milestone,
  by: { actor: string | null; account: string | null; hidden: boolean },
): Promise<boolean> {
  const written = await tx
    .update(milestones)
    .set({
      ...columnsOf(content),
      hidden: by.hidden,
      doneAt: done?.at ?? null,
      actor: done ? by.actor : null,
      account: done ? by.account : null,
      version,
      updatedAt: now,
    })
    .where(and(eq(milestones.id, id), eq(milestones.version, version - 1)))
    .returning({ id: milestones.id });
  return written.length > 0;
}

/** Which reminders of these milestones were given: so many days before each is due. */
export async function remindersGiven(db: Database, ids: readonly string[]): Promise<Map<string, number[]>> {
  const given = new Map<string, number[]>();
  if (ids.length === 0) return given;
  const rows = await db
    .select()
    .from(milestoneReminders)
    .where(inArray(milestoneReminders.milestone, [...ids]));
  for (const { milestone, days } of rows) given.set(milestone, [...(given.get(milestone) ?? []), days]);
  return given;
}

/** Notes that reminders were given. */
export async function noteReminders(tx: Database, milestone: string, days: readonly number[]): Promise<void> {
  if (days.length > 0)
    await tx
      .insert(milestoneReminders)
      .values(days.map((one) => ({ milestone, days: one })))
      .onConflictDoNothing();
}

/** Forgets which reminders were given: it is due another day now. */
export async function forgetReminders(tx: Database, milestone: string): Promise<void> {
  await tx.delete(milestoneReminders).where(eq(milestoneReminders.milestone, milestone));
}

/** What was ticked off when an edition handed over, by whom and when. */
export async function ticksOf(db: Database, edition: string): Promise<Map<string, { at: Date; by: string }>> {
  const rows = await db.select().from(handoverTicks).where(eq(handoverTicks.edition, edition));
  return new Map(rows.map(({ item, at, actor }) => [item, { at, by: actor }]));
}

/** Takes a tick back. */
export async function untick(tx: Database, edition: string, item: string): Promise<void> {
  await tx.delete(handoverTicks).where(and(eq(handoverTicks.edition, edition), eq(handoverTicks.item, item)));
}
