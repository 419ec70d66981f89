import { badRequest, notFound } from '../../../../answers.ts';
import { organisationHere } from '../../../../organisations/organisation-here.ts';
import { organisationItem } from '../item.ts';
import type { RequestHandler } from './$types';

/** One organisation. */
export const GET: RequestHandler = async ({ params: { slug }, url, locals }) => {
  const { ctx, forum } = locals;
  const unknown = [...url.searchParams.keys()].map((name) => ({
    name,
    notice: { key: 'problems.unknown-parameter' as const, values: { name } },
  }));
  if (unknown.length > 0) return badRequest(ctx.locale, unknown);
  const organisation = await organisationHere(locals, url, slug, (now) => `/api/v1/organisations/${now}`);
  if (!organisation) return notFound(ctx.locale, { key: 'people.organisation-not-found', values: { slug } });
  return Response.json(organisationItem(organisation, forum.settings.origin), {
    headers: { 'cache-control': 'no-cache' },
  });
};
