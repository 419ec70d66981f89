import { allEditions } from '#forum/editions/index.ts';
import { findRecommendations } from '#forum/observations/index.ts';
import { parseSessionFilter } from '#forum/programme/index.ts';
import { badRequest } from '../../../answers.ts';
import { recommendationItem } from './item.ts';
import type { RequestHandler } from './$types';

const PARAMETERS = ['edition', 'theme'];

/** The released recommendations of a selection: of several editions or themes any will do. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const editions = await allEditions(ctx.db);
  const { filter, complaints } = parseSessionFilter(url.searchParams, editions);
  const others = [...url.searchParams.keys()]
    .filter((name) => !PARAMETERS.includes(name) && !complaints.some((one) => one.name === name))
    .map((name) => ({ name, notice: { key: 'problems.unknown-parameter' as const, values: { name } } }));
  if (complaints.length + others.length > 0) return badRequest(ctx.locale, [...complaints, ...others]);
  const found = await findRecommendations(ctx.db, {
    stages: ['released'],
    editions: filter.editions,
    themes: filter.themes,
  });
  const slugs = new Map(editions.map(({ id, slug }) => [id, slug]));
  const items = found.map((one) => recommendationItem(one, slugs.get(one.edition)!, forum.settings.origin));
  return Response.json({ total: items.length, items }, { headers: { 'cache-control': 'no-cache' } });
};
