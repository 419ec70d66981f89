import { parseFinding } from '#forum/finding/index.ts';
import { badRequest } from '../../../answers.ts';
import { foundView } from '../../../search/found-views.ts';
import type { PieceView } from '#ui/views.ts';
import type { RequestHandler } from './$types';

const textOf = (pieces: readonly PieceView[]): string => pieces.map(({ text }) => text).join('');

/** What a search over everything finds: by kind with exact counts, the first few of each, or one page of one. */
export const GET: RequestHandler = async ({ url, locals: { ctx, forum } }) => {
  const { locale, db, now } = ctx;
  const { request, complaints } = parseFinding(url.searchParams, { sized: true });
  if (complaints.length > 0) return badRequest(locale, complaints);
  const everything = await forum.finder(db, request, locale, now);
  const { origin } = forum.settings;
  const kinds = everything.kinds.filter(({ kind }) => request.kind === null || request.kind === kind);
  return Response.json(
    {
      q: request.q,
      total: everything.total,
      page: request.page,
      perPage: request.perPage,
      kinds: kinds.map(({ kind, count, items }) => ({
        kind,
        count,
        items: items.map((item) => {
          const view = foundView({ locale, prefix: '' }, item, everything);
          return {
            title: textOf(view.title),
            url: `${origin}${view.href}`,
            passage: textOf(view.passage) || null,
            file: view.file && `${origin}${view.file.href}`,
            page: 'practice' in item ? null : (item.passage?.page ?? null),
            editions:
              'practice' in item
                ? []
                : item.entry.editions.map(({ slug, years }) => ({
                    years,
                    url: `${origin}/forum/${encodeURIComponent(slug)}`,
                  })),
          };
        }),
      })),
    },
    { headers: { 'cache-control': 'no-cache' } },
  );
};
