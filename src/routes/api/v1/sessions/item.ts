import type { Session } from '#forum/programme/index.ts';

/** A session as programs read it; `edition` is the address of its edition. */
export function sessionItem(session: Session, edition: string, origin: string) {
  const { version: _, hidden: __, createdAt, updatedAt, ...rest } = session;
  return {
    ...rest,
    edition,
    url: `${origin}/sessions/${encodeURIComponent(session.slug)}`,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
