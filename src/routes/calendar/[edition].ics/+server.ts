import { milestonesOf } from '#forum/planning/index.ts';
import { sessionsOf } from '#forum/programme/index.ts';
import { badRequest, notFound, unknownParameters } from '../../answers.ts';
import { editionHere } from '../../forum/edition-here.ts';
import { calendarOf } from '../calendar.ts';
import type { RequestHandler } from './$types';

/** The programme of an edition as a calendar, in the reader's language. */
export const GET: RequestHandler = async ({ params: { edition: asked }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const edition = await editionHere(locals, url, asked, (slug) => `/calendar/${slug}.ics`);
  if (!edition)
    return notFound(ctx.locale, { key: 'editions.edition-not-found', values: { year: asked.slice(0, 40) } });
  const sessions = await sessionsOf(ctx.db, edition.id, 'shown');
  const milestones = await milestonesOf(ctx.db, edition.id);
  return new Response(calendarOf(edition, sessions, milestones, ctx.locale, forum.settings.origin), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="forum-${edition.slug}.ics"`,
      'cache-control': 'no-cache',
    },
  });
};
