import { commentsOf, itemNameOf } from '#forum/drafts/index.ts';
import { PRIVATE } from './draft-json.ts';

/** The answer with all remarks on a draft, settled ones as well, the oldest first. */
export async function remarksAnswer({ ctx }: App.Locals, draft: string, status = 200): Promise<Response> {
  const items = (await commentsOf(ctx.db, draft)).map(({ id, field, text, actor, at, settledAt }) => ({
    id,
    field: field && itemNameOf(field as never),
    text,
    actor,
    at: at.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
  return Response.json({ items }, { status, headers: PRIVATE });
}
