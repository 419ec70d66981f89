import { and, asc, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { type Dated, monthsBefore, REMINDED_EVERY_MONTHS, STALE_AFTER_MONTHS } from './currency.ts';
import type { Practice } from './model.ts';
import { practices } from './tables.ts';

/** A practice in a list of those who answer for it: without its texts. */
export type PracticeLine = Dated & Pick<Practice, 'id' | 'slug' | 'title' | 'language' | 'ownerState' | 'ownerAccount'>;

/** Whose practices are meant: those of these states, and of this account. */
export interface Keeper {
  states: readonly string[];
  account: string | null;
}

/** Lists of practices are never longer than this; those that were not confirmed for longest come first. */
export const MOST_KEPT = 200;

const LINE = {
  id: practices.id,
  slug: practices.slug,
  title: practices.title,
  language: practices.language,
  standing: practices.standing,
  confirmedAt: practices.confirmedAt,
  createdAt: practices.createdAt,
  edition: practices.sourceEdition,
  label: practices.sourceLabel,
  start: practices.start,
  end: practices.end,
  ongoing: practices.ongoing,
  ownerState: practices.ownerState,
  ownerAccount: practices.ownerAccount,
};

/** `knownSince` in SQL. */
const known = sql`coalesce(${practices.confirmedAt}, least(${practices.createdAt},
  make_timestamptz(${practices.sourceEdition} + 1, 1, 1, 0, 0, 0, 'UTC') - interval '1 millisecond'))`;
const isoBefore = (now: Date, months: number) => monthsBefore(now, months).toISOString();

/** `isStale` in SQL. */
function stale(now: Date): SQL {
  const year = now.getUTCFullYear();
  const over = sql`coalesce(${practices.end} < ${year} and not ${practices.ongoing}
    and coalesce(${practices.start} <= ${year}, true), false)`;
  return and(
    eq(practices.standing, 'published'),
    sql`not ${over}`,
    sql`${known} <= ${isoBefore(now, STALE_AFTER_MONTHS)}::timestamptz`,
  )!;
}

function kept({ states, account }: Keeper): SQL | undefined {
  const mine = account === null ? undefined : eq(practices.ownerAccount, account);
  const ours = states.length === 0 ? undefined : inArray(practices.ownerState, [...states]);
  return or(mine, ours);
}

async function lines(db: Database, which: SQL | undefined, most = MOST_KEPT): Promise<PracticeLine[]> {
  const rows = await db.select(LINE).from(practices).where(which).orderBy(asc(known), asc(practices.id)).limit(most);
  return rows.map(({ confirmedAt, createdAt, edition, label, ...row }) => ({
    ...row,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    source: { edition, label },
  }));
}

/** The practices somebody answers for, whether they are published or not any more; those that were merged are others' now. */
export async function practicesKeptBy(db: Database, keeper: Keeper): Promise<PracticeLine[]> {
  const which = kept(keeper);
  return which ? lines(db, and(which, sql`${practices.standing} <> 'merged'`)) : [];
}

/** The first of the practices to be read of organisations that are neither of these states nor of this account, and how many there are. */
export async function practicesOfColleagues(
  db: Database,
  organisations: readonly string[],
  { states, account }: Keeper,
  most: number,
): Promise<{ total: number; lines: PracticeLine[] }> {
  const which = and(
    inArray(practices.organisation, [...organisations]),
    inArray(practices.standing, ['published', 'archived']),
    sql`${practices.ownerAccount} is distinct from ${account}`,
    states.length === 0 ? undefined : or(isNull(practices.ownerState), notInArray(practices.ownerState, [...states])),
  );
  return { total: await db.$count(practices, which), lines: await lines(db, which, most) };
}

/** The practices with these ids, wherever they stand, by id. */
export async function practiceLines(db: Database, ids: readonly string[]): Promise<Map<string, PracticeLine>> {
  if (ids.length === 0) return new Map();
  return new Map((await lines(db, inArray(practices.id, [...ids]))).map((line) => [line.id, line]));
}

/** How many practices somebody answers for nobody has confirmed for long. */
export async function countStale(db: Database, keeper: Keeper, now: Date): Promise<number> {
  const which = kept(keeper);
  return which ? db.$count(practices, and(which, stale(now))) : 0;
}

/**
 * The practices about which somebody is to be asked now if they are still as described (`isReminderDue`), the oldest first: those of the states and
 * accounts that can be asked.
 */
export async function practicesToAskAbout(
  db: Database,
  now: Date,
  { states, accounts }: { states: readonly string[]; accounts: readonly string[] },
): Promise<PracticeLine[]> {
  const asked = lte(practices.remindedAt, monthsBefore(now, REMINDED_EVERY_MONTHS));
  const reached = or(inArray(practices.ownerState, [...states]), inArray(practices.ownerAccount, [...accounts]));
  return lines(db, and(stale(now), reached, or(isNull(practices.remindedAt), asked)));
}

/** Notes that the owner of a practice was asked. It is no change of the practice, and no version of it. */
export async function setReminded(tx: Database, id: string, at: Date): Promise<void> {
  await tx.update(practices).set({ remindedAt: at }).where(eq(practices.id, id));
}

/** How many published practices belong to nobody, how many of them nobody has confirmed for long; and how many belong to each state. */
export async function practicesWithoutOwner(
  db: Database,
  now: Date,
): Promise<{ none: number; noneStale: number; byState: Map<string, number> }> {
  const rows = await db
    .select({
      state: practices.ownerState,
      count: sql<number>`count(*)::int`,
      stale: sql<number>`count(*) filter (where ${stale(now)})::int`,
    })
    .from(practices)
    .where(and(eq(practices.standing, 'published'), isNull(practices.ownerAccount)))
    .groupBy(practices.ownerState);
  const none = rows.find(({ state }) => state === null);
  return {
    none: none?.count ?? 0,
    noneStale: none?.stale ?? 0,
    byState: new Map(rows.flatMap(({ state, count }) => (state === null ? [] : [[state, count] as const]))),
  };
}
