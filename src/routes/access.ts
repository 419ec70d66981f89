import type { Actor } from '#platform/context.ts';

const EVERYBODY = ['visitor', 'support-unit'] as const satisfies readonly Actor['role'][];

/**
 * Who may enter, by route. A route that is not declared here lets nobody in, and a test walks all routes to see that each
 * is; so a new page cannot be opened to the world by forgetting it.
 */
export const ACCESS: Record<string, readonly Actor['role'][]> = {
  '/': EVERYBODY,
  '/practices': EVERYBODY,
  '/practices.[format]': EVERYBODY,
  '/practices/[slug]': EVERYBODY,
  '/practices/[slug].[citation]': EVERYBODY,
  '/practices/[slug]/versions': EVERYBODY,
  '/sdgs': EVERYBODY,
  '/sdgs/[code]': EVERYBODY,
  '/gcm': EVERYBODY,
  '/gcm/[code]': EVERYBODY,
  '/places': EVERYBODY,
  '/places/[code]': EVERYBODY,
  '/coverage': EVERYBODY,
  '/coverage.[format]': EVERYBODY,
  '/time': EVERYBODY,
  '/time.[format]': EVERYBODY,
  '/map': EVERYBODY,
  '/map.[format]': EVERYBODY,
  '/collection': EVERYBODY,
  '/collection.[format]': EVERYBODY,
  '/compare': EVERYBODY,
  '/reports': EVERYBODY,
  '/reports/[slug]': EVERYBODY,
  '/reports/[slug].[format]': EVERYBODY,
  '/style': EVERYBODY,
  '/style/[component]': EVERYBODY,
  '/offline': EVERYBODY,
  '/api': EVERYBODY,
  '/api/openapi.json': EVERYBODY,
  '/api/v1/practices': EVERYBODY,
  '/api/v1/practices/[slug]': EVERYBODY,
  '/api/[...rest]': EVERYBODY,
  '/healthz': EVERYBODY,
  '/readyz': EVERYBODY,
  '/metrics': EVERYBODY,
};

/** Whether somebody of this role may enter a route. An address that is no route is everybody's: it answers 404. */
export function mayEnter(route: string | null, role: Actor['role']): boolean {
  return route === null || (ACCESS[route]?.includes(role) ?? false);
}
