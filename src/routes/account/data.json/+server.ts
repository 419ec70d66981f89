import { ownNews } from '#forum/notifications/index.ts';
import { ownData } from '#forum/people/index.ts';
import { ownRequests } from '#forum/replication/index.ts';
import { ownSurveys } from '#forum/survey/index.ts';
import { self } from '../fresh.ts';
import type { RequestHandler } from './$types';

/** Everything kept of who is signed in, to take along. */
export const GET: RequestHandler = async ({ locals }) => {
  const data = await ownData(locals.ctx, self(locals).account.id);
  const replicationRequests = (await ownRequests(locals.ctx)).map(
    ({ practice, askedAt, place, message, answer, answerText, answeredAt }) => ({
      practice: practice.slug,
      askedAt,
      place,
      message,
      answer,
      answerText,
      answeredAt,
    }),
  );
  const rooms = { ...(await ownNews(locals.ctx)), ...(await ownSurveys(locals.ctx)), replicationRequests };
  return new Response(JSON.stringify({ ...data, ...rooms }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="common-space-my-data.json"',
    },
  });
};
