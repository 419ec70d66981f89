import type { Database } from '#platform/database.ts';
import { type Event, follow } from '#platform/follow.ts';
import {
  draftsForNews,
  type Happening,
  HAPPENINGS,
  happeningsOf,
  lastAssignment,
  ownership,
} from '#forum/drafts/index.ts';
import { actorsOn } from '#forum/people/index.ts';
import { practiceLines } from '#forum/practices/index.ts';
import { isKind, recipientsOf, waitsOn } from './model.ts';
import { insertNotifications, type Telling } from './store.ts';

/** Tells everybody concerned of what has happened since the last time, each of them once. */
export async function tellWhatHappened(db: Database, now: Date): Promise<void> {
  await follow(db, 'notifications', (tx, events) => tell(tx, events, now));
}

async function tell(tx: Database, events: Event[], now: Date): Promise<void> {
  const concerning = events.filter(({ kind }) => HAPPENINGS.some((one) => one === kind));
  if (concerning.length === 0) return;
  const order = new Map(concerning.map(({ subject }, at) => [subject, at]));
  const happenings = (await happeningsOf(tx, concerning))
    .filter(({ action }) => isKind(action))
    .sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const people = happenings.length === 0 ? [] : await actorsOn(tx, now);
  const drafts = await draftsForNews(tx, idsOf(happenings, 'draft'));
  const practices = await practiceLines(tx, idsOf(happenings, 'practice'));
  const told: Telling[] = [];
  for (const happening of happenings) {
    const { id: source, action: kind, account, actor, at, draft, practice } = happening;
    const about = (draft && drafts.get(draft)) || (practice && practices.get(practice));
    if (!isKind(kind) || !about) continue;
    // Given to one curator and then to another before anybody was told: the first has nothing to do with it any more.
    if (kind === 'assign' && draft !== null && (await lastAssignment(tx, draft)) !== source) continue;
    const reviewer = 'reviewer' in about ? about.reviewer : null;
    const common = { kind, source, draft, practice, account, actor, at, toldAt: now };
    for (const recipient of recipientsOf({ kind, by: account, subject: ownership(about), reviewer }, people))
      told.push({ ...common, recipient, waits: 'stage' in about && waitsOn(recipient, kind, about) });
  }
  await insertNotifications(tx, told);
}

function idsOf(happenings: readonly Happening[], of: 'draft' | 'practice'): string[] {
  return [...new Set(happenings.flatMap((one) => one[of] ?? []))];
}
