import { practiceToKeep } from '#forum/drafts/index.ts';
import type { Practice } from '#forum/practices/index.ts';
import { PRIVATE } from './draft-json.ts';
import { refusal } from './problems.ts';

/**
 * Does something to the practice at an address, wherever it stands, and answers with where it stands then; 404 where it is not the
 * caller's to do.
 */
export async function practiceActed(
  locals: App.Locals,
  slug: string,
  act: (id: string) => Promise<Practice | null>,
): Promise<Response> {
  const practice = await practiceToKeep(locals.ctx, slug);
  const after = practice && (await act(practice.id));
  if (!after) return notYours(locals, slug);
  const { id, standing, confirmedAt, version } = after;
  return Response.json({ id, slug: after.slug, standing, confirmedAt, version }, { headers: PRIVATE });
}

/** There is no such practice for the caller to do something to. */
export function notYours({ ctx }: App.Locals, slug: string): Response {
  return refusal(ctx.locale, 404, { key: 'api.practice-not-yours', values: { slug: slug.slice(0, 200) } });
}
