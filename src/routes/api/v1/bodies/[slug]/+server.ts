import { allEditions } from '#forum/editions/index.ts';
import { allBodies } from '#forum/governance/index.ts';
import { badRequest, notFound } from '../../../../answers.ts';
import { organisationsIn } from '../../../../governance/names.ts';
import { bodyItem, dayOfQuery } from '../items.ts';
import type { RequestHandler } from './$types';

/** One body, with who is in it on a day and who ever was. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { ctx } = locals;
  const { day, complaints } = dayOfQuery(locals, url);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const bodies = await allBodies(ctx.db, 'without-hidden');
  const body = bodies.find((one) => one.slug === slug);
  if (!body) return notFound(ctx.locale, { key: 'governance.not-found', values: { slug: slug.slice(0, 80) } });
  const organisations = await organisationsIn(locals, [body]);
  const known = { locals, day, editions: await allEditions(ctx.db), organisations, bodies };
  return Response.json(bodyItem(known, body), { headers: { 'cache-control': 'no-cache' } });
};
