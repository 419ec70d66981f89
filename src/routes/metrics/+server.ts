import type { RequestHandler } from './$types';

/** Prometheus text. What a proxy in front shows of it to the world is the operator's choice (docs/operating.md). */
export const GET: RequestHandler = async ({ locals: { forum } }) =>
  new Response(await forum.metrics.text(), {
    headers: { 'content-type': forum.metrics.contentType, 'cache-control': 'no-store' },
  });
