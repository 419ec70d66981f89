import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type Database, rowsOf } from '#platform/database.ts';
import { ESSENTIAL } from './model.ts';
import { DEFAULT_RHYTHM, type MailPart, type Rhythm, type Unmailed } from './rhythm.ts';
import { mailChoices, notifications } from './tables.ts';

export type Notification = typeof notifications.$inferSelect;

/** What somebody is told. */
export type Telling = Omit<Notification, 'id' | 'readAt' | 'mail'>;

/** Tells; of one source nobody is told twice. */
export async function insertNotifications(tx: Database, told: readonly Telling[]): Promise<void> {
  if (told.length === 0) return;
  await tx
    .insert(notifications)
    .values(told.map((one) => ({ id: uuidv7(), ...one })))
    .onConflictDoNothing();
}

/** What somebody was told, the latest first, before one of the notifications where that is named; at most `limit`. */
export async function notificationsOf(
  db: Database,
  recipient: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<Notification[]> {
  return db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.recipient, recipient),
        before === null ? undefined : lt(sql`${notifications.id}::text`, before),
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(limit);
}

/** What somebody was told and has not read, the latest first. */
export async function unreadOf(db: Database, recipient: string, limit: number): Promise<Notification[]> {
  return db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), isNull(notifications.readAt)))
    .orderBy(desc(notifications.id))
    .limit(limit);
}

/** What goes out with one mail and has not been read since, the earliest first. */
export async function notificationsInMail(db: Database, recipient: string, mail: string): Promise<Notification[]> {
  return db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), eq(notifications.mail, mail), isNull(notifications.readAt)))
    .orderBy(notifications.id);
}

/** One notification of somebody's; null where there is none, whatever was sent as an id. */
export async function notificationOf(db: Database, recipient: string, id: string): Promise<Notification | null> {
  const [row] = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.recipient, recipient), sql`${notifications.id}::text = ${id}`));
  return row ?? null;
}

/** Notes that somebody has read one notification, or all there are up to now. */
export async function setRead(db: Database, recipient: string, id: string | null, at: Date): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: at })
    .where(
      and(
        eq(notifications.recipient, recipient),
        isNull(notifications.readAt),
        id === null ? undefined : eq(notifications.id, id),
      ),
    );
}

/** How often somebody wants mail. */
export async function rhythmOf(db: Database, account: string): Promise<Rhythm> {
  const [row] = await db.select().from(mailChoices).where(eq(mailChoices.account, account));
  return row?.rhythm ?? DEFAULT_RHYTHM;
}

/** Sets how often somebody wants mail. */
export async function setRhythm(db: Database, account: string, rhythm: Rhythm): Promise<void> {
  await db
    .insert(mailChoices)
    .values({ account, rhythm })
    .onConflictDoUpdate({ target: mailChoices.account, set: { rhythm } });
}

/** Whoever has news that is in no mail yet and goes by mail: how often they want mail, and what there is. */
export async function unmailed(db: Database): Promise<({ recipient: string; rhythm: Rhythm } & Unmailed)[]> {
  type Row = { recipient: string; rhythm: Rhythm; oldest: string | Date; news: string | Date | null; waits: boolean };
  const rows = rowsOf<Row>(
    await db.execute(sql`
      select n.recipient, coalesce(c.rhythm, ${DEFAULT_RHYTHM}) as rhythm, min(n.told_at) as oldest,
        min(n.told_at) filter (where not n.waits) as news, bool_or(n.waits) as waits
      from notifications n left join mail_choices c on c.account = n.recipient
      where n.mail is null and n.read_at is null
        and (coalesce(c.rhythm, ${DEFAULT_RHYTHM}) <> 'never' or n.kind in (${sql.join(
          ESSENTIAL.map((kind) => sql`${kind}`),
          sql`, `,
        )}))
      group by n.recipient, c.rhythm`),
  );
  return rows.map(({ oldest, news, ...row }) => ({
    ...row,
    oldest: new Date(oldest),
    oldestNews: news === null ? null : new Date(news),
  }));
}

/** Puts what of somebody's news is in no mail yet, or a part of it, into one. */
export async function putInMail(tx: Database, recipient: string, mail: string, part: MailPart): Promise<void> {
  const which = {
    all: undefined,
    waiting: eq(notifications.waits, true),
    essential: inArray(notifications.kind, [...ESSENTIAL]),
  }[part];
  const unsent = and(isNull(notifications.mail), isNull(notifications.readAt));
  await tx
    .update(notifications)
    .set({ mail })
    .where(and(eq(notifications.recipient, recipient), unsent, which));
}
