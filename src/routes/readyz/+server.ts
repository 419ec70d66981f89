import { answers } from '#platform/database.ts';
import type { RequestHandler } from './$types';

/** Ready: the database answers and no stop has been asked for. A proxy sends nobody here otherwise. */
export const GET: RequestHandler = async ({ locals: { forum } }) => {
  const ready = !forum.stopping && (await answers(forum.db));
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' },
  });
};
