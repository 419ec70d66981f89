import { allEditions } from '#forum/editions/index.ts';
import { allBodies } from '#forum/governance/index.ts';
import { badRequest } from '../../../answers.ts';
import { organisationsIn } from '../../../governance/names.ts';
import { bodyLine, dayOfQuery } from './items.ts';
import type { RequestHandler } from './$types';

/** Every body of the Forum, with who is in it on a day. */
export const GET: RequestHandler = async ({ url, locals }) => {
  const { ctx } = locals;
  const { day, complaints } = dayOfQuery(locals, url);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const bodies = await allBodies(ctx.db, 'without-hidden');
  const organisations = await organisationsIn(locals, bodies);
  const known = { locals, day, editions: await allEditions(ctx.db), organisations, bodies };
  return Response.json(
    { on: day, items: bodies.map((body) => bodyLine(known, body)) },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
