import type { Context } from '#platform/context.ts';
import { type DraftLine, draftsOfOrganisations, isHandedIn } from '#forum/drafts/index.ts';
import { dayOf, idsOfOrganisation, may, type Membership, organisationOfAccount } from '#forum/people/index.ts';
import { type PracticeLine, practicesOfColleagues } from '#forum/practices/index.ts';
import { keeperOf } from './own.ts';

/** As many drafts, and as many practices, of colleagues as the desk lists. */
export const MOST_OF_COLLEAGUES = 20;

/**
 * A draft of a colleague as the desk lists it, and whether the reader opens it as one of those who review. Others do not: what is their own or their
 * state's is not among it, and what was never handed in is in no list of reviewers (decision 0027).
 */
export interface ColleagueDraft {
  draft: Pick<DraftLine, 'id' | 'title' | 'stage' | 'stageSince' | 'authorName' | 'ownerState'>;
  toReview: boolean;
}

/** What colleagues of one organisation work on, and what it has shared: the reader's own, listed elsewhere on the desk, is not among it. */
export interface OrganisationWork {
  organisation: Membership['organisation'];
  drafts: ColleagueDraft[];
  draftsTotal: number;
  practices: PracticeLine[];
  practicesTotal: number;
}

/** The work of the organisation the actor belongs to today; null where they belong to none, or hold no role any more. */
export async function organisationWork(ctx: Context): Promise<OrganisationWork | null> {
  const { actor, db, now } = ctx;
  const { account } = actor;
  if (account === null || !may(actor, 'desk.organisation', { account })) return null;
  const organisation = await organisationOfAccount(db, account, dayOf(now));
  if (!organisation) return null;
  const ids = await idsOfOrganisation(db, organisation.id);
  const keeper = keeperOf(actor);
  const reviews = may(actor, 'drafts.review');
  const open = await draftsOfOrganisations(db, ids, keeper, MOST_OF_COLLEAGUES);
  const shared = await practicesOfColleagues(db, ids, keeper, MOST_OF_COLLEAGUES);
  return {
    organisation,
    drafts: open.lines.map((line) => ({ draft: line, toReview: reviews && isHandedIn(line) })),
    draftsTotal: open.total,
    practices: shared.lines,
    practicesTotal: shared.total,
  };
}
