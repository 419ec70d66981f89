import { translate } from '#platform/languages.ts';
import type { ApiView } from '#ui/views.ts';
import { ADDRESSES } from './addresses.ts';
import type { PageServerLoad } from './$types';

/** The API, for people: the same definitions as the OpenAPI document. */
export const load: PageServerLoad = ({ locals: { ctx, prefix } }): ApiView => ({
  groups: ADDRESSES.map(({ path, summary, parameters, answers }) => ({
    path,
    method: 'GET',
    summary: translate(ctx.locale, summary),
    href: prefix + parameters.reduce((filled, { name, example }) => filled.replace(`{${name}}`, example), path),
    parameters: parameters.map(({ name, description, example, in: place }) => ({
      name,
      description: translate(ctx.locale, description),
      example: place === 'query' ? `${name}=${example}` : example,
    })),
    responses: answers.map(({ status, mediaTypes }) => `${status} ${mediaTypes.join(', ')}`),
  })),
  openapiHref: `${prefix}/api/openapi.json`,
});
