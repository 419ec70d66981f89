import { error } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { type Edition, editionById } from '#forum/editions/index.ts';
import { may } from '#forum/people/index.ts';
import { type Session, sessionAt } from '#forum/programme/index.ts';

/**
 * The session at an address with its edition, for whoever may see it: one that was taken off its programme is there only for those who prepare it.
 * Ends with the page that says there is none.
 */
export async function sessionHere(locals: App.Locals, slug: string): Promise<{ session: Session; edition: Edition }> {
  const { ctx } = locals;
  const session = await sessionAt(ctx.db, slug);
  if (!session || (session.hidden && !may(ctx.actor, 'editions.edit'))) noSession(locals, slug);
  return { session, edition: (await editionById(ctx.db, session.edition))! };
}

/** Ends with the page that says there is no session at an address. */
export function noSession({ ctx: { locale } }: App.Locals, slug: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'editions.session-not-found', { slug: slug.slice(0, 80) }),
  });
}
