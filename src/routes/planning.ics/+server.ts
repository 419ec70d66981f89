import { accountById } from '#platform/accounts/store.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { actorOf } from '#forum/people/index.ts';
import { milestonesOf, ownerOfFeed } from '#forum/planning/index.ts';
import { emptyCalendar, milestoneEvents } from '../calendar/milestones.ts';
import type { RequestHandler } from './$types';

/**
 * What somebody sees of the years to come, for the program that keeps their calendar (RFC 5545). The key in the address says whose it is;
 * a wrong one is answered as if there were nothing.
 */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { ctx, forum } = locals;
  const account = await ownerOfFeed(ctx.db, url.searchParams.get('key') ?? '');
  const owner = account === null ? null : await accountById(ctx.db, account);
  if (!owner) return new Response('Not found\n', { status: 404, headers: { 'cache-control': 'no-store' } });
  const actor = await actorOf(ctx.db, owner, ctx.now);
  const { origin } = forum.settings;
  const calendar = emptyCalendar(translate(owner.language, 'planning.calendar-name'), owner.language);
  for (const { id, stage } of await allEditions(ctx.db)) {
    const seen = (await milestonesOf(ctx.db, id)).filter((one) => one.public || actor.roles.length > 0);
    // Of an edition that is over, what nobody has done yet is still to be done.
    milestoneEvents(calendar, stage === 'past' ? seen.filter(({ done }) => !done) : seen, owner.language, origin);
  }
  return new Response(calendar.toString(), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
  });
};
