import type { Context } from '#platform/context.ts';
import { isWritten } from '#vocab/texts.ts';
import { type DraftLine, queue } from '#forum/drafts/index.ts';
import type { Edition } from '#forum/editions/index.ts';
import { type PublicationKind, publicationsAbout } from '#forum/library/index.ts';
import { draftsHeardIn, type Observation } from '#forum/observations/index.ts';
import { demand, may } from '#forum/people/index.ts';
import { practicesWithIds } from '#forum/practices/index.ts';
import { type Session, sessionsOf } from '#forum/programme/index.ts';
import { allSurveys, type Survey } from '#forum/survey/index.ts';
import type { Milestone } from './model.ts';
import { milestonesOf } from './store.ts';

/** As many of each kind as are listed by name; the rest is a number. */
const MOST_NAMED = 10;

/** The first of several, and how many there are. */
export interface Some<One> {
  total: number;
  first: One[];
}

/** What is still open of an edition. It stays open when the edition hands over. */
export interface Leftovers {
  milestones: Some<Milestone>;
  /** Surveys of the edition that can still be answered, or were never opened. */
  surveys: Some<Survey>;
  /** What was heard in its sessions and is not released. */
  observations: Some<Observation & { heardIn: Session }>;
  /** Sessions of which nobody has written what they were about and what came of them. */
  sessions: Some<Session>;
  /** Changes in the queue to practices that came from the edition. */
  drafts: Some<DraftLine>;
  /** What the library holds of an edition that is over, and does not of this one. */
  unpublished: PublicationKind[];
}

/** The kinds of publication that every edition leaves. */
const OF_EVERY_EDITION: readonly PublicationKind[] = ['report', 'chairs-summary'];

/** What is still open of an edition, for whoever hands it over: one look at each room, however much there is. */
export async function leftoversOf(ctx: Context, edition: Edition): Promise<Leftovers> {
  demand(ctx.actor, 'planning.hand-over');
  const { db } = ctx;
  const sessions = await sessionsOf(db, edition.id, 'shown');
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const heard = await draftsHeardIn(db, [...byId.keys()], MOST_NAMED);
  const published = new Set(
    (await publicationsAbout(db, { edition: edition.slug }, MOST_PUBLICATIONS)).map((one) => one.kind),
  );
  const waiting = (await milestonesOf(db, edition.id)).filter(({ done }) => !done);
  return {
    milestones: some(waiting),
    surveys: some((await allSurveys(db)).filter((one) => one.edition === edition.id && one.state !== 'closed')),
    observations: {
      total: heard.total,
      first: heard.observations.map((one) => ({ ...one, heardIn: byId.get(one.session)! })),
    },
    sessions: some(sessions.filter(({ summary }) => !isWritten(summary))),
    drafts: some(await draftsFrom(ctx, edition)),
    unpublished: OF_EVERY_EDITION.filter((kind) => !published.has(kind)),
  };
}

const MOST_PUBLICATIONS = 500;

const some = <One>(all: readonly One[]): Some<One> => ({ total: all.length, first: all.slice(0, MOST_NAMED) });

/** The drafts in the queue that change a practice which came from the edition; a draft of a new practice says nothing of an edition. */
async function draftsFrom(ctx: Context, { years }: Edition): Promise<DraftLine[]> {
  if (!may(ctx.actor, 'drafts.review')) return [];
  const waiting = (await queue(ctx, 'all')).filter(({ practice }) => practice !== null);
  const practices = await practicesWithIds(
    ctx.db,
    waiting.map(({ practice }) => practice!),
  );
  return waiting.filter(({ practice }) => years.includes(practices.get(practice!)?.source.edition ?? 0));
}
