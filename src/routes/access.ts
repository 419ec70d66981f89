import type { Actor } from '#platform/context.ts';
import { type Action, mayEver } from '#forum/people/index.ts';

/**
 * What each route is for, by the actions of the one table of who may do what (forum/people/authority.ts): a route is open to those who may
 * ever do it. A route that is not declared here lets nobody in, and a test walks all routes to see that each is; so a new page
 * cannot be opened to the world by forgetting it.
 */
export const ACCESS: Record<string, Action> = {
  '/': 'catalogue.read',
  '/practices': 'catalogue.read',
  '/practices.[format]': 'catalogue.read',
  '/practices/[slug]': 'catalogue.read',
  '/practices/[slug].[citation]': 'catalogue.read',
  '/practices/[slug]/versions': 'catalogue.read',
  '/practices/[slug]/keep': 'practices.keep',
  '/practices/[slug]/merge': 'practices.curate',
  '/practices/[slug]/lineage': 'catalogue.read',
  '/practices/[slug]/replicate': 'replication.ask',
  '/replication-requests': 'replication.ask',
  '/sdgs': 'catalogue.read',
  '/sdgs/[code]': 'catalogue.read',
  '/gcm': 'catalogue.read',
  '/gcm/[code]': 'catalogue.read',
  '/places': 'catalogue.read',
  '/places/[code]': 'catalogue.read',
  '/coverage': 'catalogue.read',
  '/coverage.[format]': 'catalogue.read',
  '/time': 'catalogue.read',
  '/time.[format]': 'catalogue.read',
  '/map': 'catalogue.read',
  '/map.[format]': 'catalogue.read',
  '/style': 'catalogue.read',
  '/style/[component]': 'catalogue.read',
  '/offline': 'catalogue.read',
  '/collection': 'catalogue.read',
  '/collection.[format]': 'catalogue.read',
  '/compare': 'catalogue.read',
  '/reports': 'catalogue.read',
  '/reports/[slug]': 'catalogue.read',
  '/reports/[slug].[format]': 'catalogue.read',
  '/sign-in': 'sign-in',
  '/sign-in/link': 'sign-in',
  '/sign-in/second-step': 'sign-in',
  '/sign-in/passkey': 'sign-in',
  '/sign-in/with/[service]': 'sign-in',
  '/sign-in/with/[service]/back': 'sign-in',
  '/invitation': 'sign-in',
  // What sharing takes is for anybody to read; who may, begins.
  '/share': 'catalogue.read',
  '/desk/drafts/[id]': 'drafts.write',
  '/desk/drafts/[id]/[step]': 'drafts.write',
  '/desk/drafts/[id]/history': 'drafts.write',
  '/desk/drafts/[id]/save': 'drafts.write',
  '/desk/drafts/[id]/files': 'drafts.write',
  '/desk/drafts/[id]/upload': 'drafts.write',
  // Files of published practices are everybody's; those of drafts are answered as if they were not there.
  '/files/[id]/[name]': 'catalogue.read',
  '/account': 'account.manage',
  '/account/app': 'account.manage',
  '/account/passkey': 'account.manage',
  '/account/tokens': 'account.manage',
  // Opened from a mail, perhaps where nobody is signed in: the link says whose it is.
  '/account/email': 'sign-in',
  '/account/data.json': 'account.export',
  '/desk': 'desk.use',
  '/desk/notifications': 'desk.use',
  '/desk/notifications/[id]': 'desk.use',
  '/account/directory': 'directory.own-entry',
  '/people': 'people.invite',
  '/people/invite': 'people.invite',
  '/desk/review': 'drafts.review',
  '/desk/review/[id]': 'drafts.review',
  '/desk/review/[id]/texts': 'drafts.review',
  '/people/[id]': 'people.look-after',
  '/people/[id]/erase': 'people.erase',
  '/people/erasures': 'people.erase',
  '/planning': 'planning.see',
  '/planning/new': 'planning.edit',
  '/planning/[id]': 'planning.edit',
  '/planning/hand-over': 'planning.hand-over',
  // A calendar cannot sign in: its address says whose it is.
  '/planning.ics': 'sign-in',
  '/organisations': 'catalogue.read',
  '/organisations/new': 'organisations.edit',
  '/organisations/[slug]': 'catalogue.read',
  '/organisations/[slug]/edit': 'organisations.edit',
  '/organisations/[slug]/merge': 'organisations.merge',
  '/directory': 'directory.read',
  '/directory.csv': 'directory.export',
  '/api': 'catalogue.read',
  '/api/openapi.json': 'catalogue.read',
  '/api/v1/practices': 'catalogue.read',
  '/api/v1/practices/[slug]': 'catalogue.read',
  '/api/v1/practices/[slug]/lineage': 'catalogue.read',
  '/api/v1/organisations': 'catalogue.read',
  '/api/v1/organisations/[slug]': 'catalogue.read',
  '/api/v1/drafts': 'drafts.read',
  '/api/v1/drafts/[id]': 'drafts.read',
  '/api/v1/drafts/[id]/turns': 'drafts.write',
  '/api/v1/drafts/[id]/versions': 'drafts.read',
  '/api/v1/drafts/[id]/versions/[number]': 'drafts.read',
  '/api/v1/drafts/[id]/remarks': 'drafts.read',
  '/api/v1/drafts/[id]/remarks/[remark]': 'drafts.write',
  '/api/v1/drafts/[id]/attachments': 'drafts.write',
  '/api/v1/drafts/[id]/checks': 'drafts.review',
  '/api/v1/review': 'drafts.review',
  '/api/v1/practices/[slug]/confirm': 'practices.keep',
  '/api/v1/practices/[slug]/withdraw': 'practices.keep',
  '/api/v1/practices/[slug]/archive': 'practices.keep',
  '/api/v1/practices/[slug]/changes': 'drafts.write',
  '/api/v1/suggestions': 'drafts.read',
  '/api/[...rest]': 'catalogue.read',
  '/[...nowhere]': 'catalogue.read',
  '/healthz': 'service.watch',
  '/readyz': 'service.watch',
  '/metrics': 'service.watch',
};

/**
 * Whether somebody may enter a route: yes; not before signing in; no, and then it is as if there were no such page. An address
 * that is no route is everybody's: it answers 404.
 */
export function mayEnter(route: string | null, actor: Actor): 'yes' | 'sign-in' | 'no' {
  if (route === null) return 'yes';
  const action = ACCESS[route];
  if (action === undefined) return 'no';
  if (mayEver(actor, action)) return 'yes';
  return actor.account === null ? 'sign-in' : 'no';
}
