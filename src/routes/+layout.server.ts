import { directionOf } from '#vocab/language.ts';
import { waitingCount } from '#forum/desk/index.ts';
import { actorName, mayEver } from '#forum/people/index.ts';
import type { LayoutView } from '#ui/views.ts';
import { keptIn } from './collection.ts';
import type { LayoutServerLoad } from './$types';

/** What every page needs to speak the reader's language and to link within it. */
export const load: LayoutServerLoad = async ({ locals, url, cookies }): Promise<LayoutView> => ({
  locale: locals.ctx.locale,
  dir: directionOf(locals.ctx.locale),
  prefix: locals.prefix,
  path: locals.path + url.search,
  origin: locals.forum.settings.origin,
  name: locals.signedIn && actorName(locals.ctx.locale, locals.signedIn.account.name),
  mayInvite: mayEver(locals.ctx.actor, 'people.invite'),
  mayReadDirectory: mayEver(locals.ctx.actor, 'directory.read'),
  mayObserve: mayEver(locals.ctx.actor, 'observations.write'),
  waits: await waitingCount(locals.ctx),
  kept: keptIn(cookies).length,
});
