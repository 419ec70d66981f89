import { ownData } from '#forum/people/index.ts';
import { self } from '../fresh.ts';
import type { RequestHandler } from './$types';

/** Everything kept of who is signed in, to take along. */
export const GET: RequestHandler = async ({ locals }) =>
  new Response(JSON.stringify(await ownData(locals.ctx, self(locals).account.id), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="common-space-my-data.json"',
    },
  });
