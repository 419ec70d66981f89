import { translate } from '#platform/languages.ts';
import type { ApiView } from '#ui/views.ts';
import type { Address } from './address.ts';
import { ADDRESSES } from './addresses.ts';
import { examplesOf } from './examples.ts';
import type { PageServerLoad } from './$types';

/** The API, for people: the same definitions as the OpenAPI document. */
export const load: PageServerLoad = ({ locals: { ctx, prefix, forum } }): ApiView => ({
  groups: ADDRESSES.map(({ path, method = 'GET', summary, scopes, parameters, answers }) => ({
    path,
    method,
    summary: translate(ctx.locale, summary),
    // What needs a token is no page to go to.
    href: scopes
      ? null
      : prefix + parameters.reduce((filled, { name, example }) => filled.replace(`{${name}}`, example), path),
    scopes: scopes ? translate(ctx.locale, 'api.needs-scope', { scopes: scopes.join(', ') }) : null,
    parameters: parameters.map(({ name, description, example, in: place }) => ({
      name,
      description: translate(ctx.locale, description),
      example: place === 'query' ? `${name}=${example}` : place === 'header' ? `${name}: ${example}` : example,
    })),
    responses: answersText(answers),
  })),
  examples: examplesOf(ctx.locale, forum.settings.origin),
  tokensHref: `${prefix}/account/tokens`,
  openapiHref: `${prefix}/api/openapi.json`,
});

/** What is answered, in short: the statuses that come with the same media types together. */
function answersText(answers: Address['answers']): string[] {
  const byType = Map.groupBy(
    answers.toSorted((a, b) => a.status - b.status),
    ({ mediaTypes }) => mediaTypes.join(', '),
  );
  return [...byType].map(([types, list]) => `${list.map(({ status }) => status).join(', ')} ${types}`);
}
