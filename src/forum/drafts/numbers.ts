import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';

/** How the work on drafts goes, for those who answer for it. Days are whole ones and parts of them. */
export interface DraftNumbers {
  /** Drafts handed in since the beginning of the month and of the quarter, each counted once. */
  handedIn: { month: number; quarter: number };
  /** Of those published in the last twelve months: how many, and the median of the days since they were first handed in; null without any. */
  published: { count: number; medianDays: number | null };
  /** Handed in and not taken into review yet: how many, and the days the longest and the median one wait. */
  waiting: { count: number; longestDays: number | null; medianDays: number | null };
}

/** The first moment of the month and of the quarter a moment is in, in UTC. */
export function beginnings(now: Date): { month: Date; quarter: Date } {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { month: new Date(Date.UTC(year, month)), quarter: new Date(Date.UTC(year, month - (month % 3))) };
}

/** The numbers of drafts at `now`, each by one query. */
export async function draftNumbers(db: Database, now: Date): Promise<DraftNumbers> {
  const { month, quarter } = beginnings(now);
  const at = now.toISOString();
  const [handedIn] = rowsOf<{ month: number; quarter: number }>(
    await db.execute(sql`select
        count(distinct draft) filter (where at >= ${month.toISOString()})::int as month,
        count(distinct draft)::int as quarter
      from draft_turns where action = 'hand-in' and at >= ${quarter.toISOString()}`),
  );
  const [published] = rowsOf<{ count: number; median: number | null }>(
    await db.execute(sql`select count(*)::int as count,
        percentile_cont(0.5) within group (order by extract(epoch from (stage_since - first)) / 86400)::float as median
      from (select stage_since, (select min(at) from draft_turns
          where draft_turns.draft = drafts.id and action = 'hand-in') as first
        from drafts where stage = 'published' and stage_since > ${at}::timestamptz - interval '12 months') done
      where first is not null`),
  );
  const [waiting] = rowsOf<{ count: number; longest: number | null; median: number | null }>(
    await db.execute(sql`select count(*)::int as count, max(days)::float as longest,
        percentile_cont(0.5) within group (order by days)::float as median
      from (select extract(epoch from (${at}::timestamptz - stage_since)) / 86400 as days
        from drafts where stage = 'handed-in') waits`),
  );
  return {
    handedIn: handedIn!,
    published: { count: published!.count, medianDays: published!.median },
    waiting: { count: waiting!.count, longestDays: waiting!.longest, medianDays: waiting!.median },
  };
}
