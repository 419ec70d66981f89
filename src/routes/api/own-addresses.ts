import { MAX_PER_PAGE, PER_PAGE } from '#forum/practices/index.ts';
import { ALL_TURNS, CHECKS, ITEM_FIELDS, LONGEST_REMARK, STAGES, WHOSE } from '#forum/drafts/index.ts';
import type { MessageKey } from '#platform/languages.ts';
import type { Address, Parameter, Schema } from './address.ts';

const JSON_TYPE = 'application/json';
const PROBLEM = ['application/problem+json'];
const refused = (...statuses: number[]) => statuses.map((status) => ({ status, mediaTypes: PROBLEM }));
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const answer = (status: number, name: string) => ({ status, mediaTypes: [JSON_TYPE], schema: ref(name) });

const ID: Parameter = {
  name: 'id',
  in: 'path',
  description: 'api.param-draft',
  schema: { type: 'string', format: 'uuid' },
  example: '0197c7a0-0000-7000-8000-000000000000',
};
const SLUG: Parameter = {
  name: 'slug',
  in: 'path',
  description: 'api.param-slug',
  schema: { type: 'string' },
  example: 'mannheim-2030',
};
const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  description: 'api.param-if-match',
  schema: { type: 'string', pattern: '^"\\d+"$' },
  example: '"3"',
};
const query = (name: string, description: MessageKey, schema: Schema, example: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
  example,
});
const PAGES: Parameter[] = [
  query('stage', 'api.param-stage', { type: 'array', items: { type: 'string', enum: STAGES } }, 'question'),
  query('page', 'api.param-page', { type: 'integer', minimum: 1, default: 1 }, '2'),
  query(
    'perPage',
    'api.param-per-page',
    { type: 'integer', minimum: 1, maximum: MAX_PER_PAGE, default: PER_PAGE },
    '50',
  ),
];

const READ = ['drafts:read', 'drafts:write', 'review'] as const;
const WRITE = ['drafts:write'] as const;
const BOTH = ['drafts:write', 'review'] as const;
const NOT_MINE = refused(401, 403, 404, 429);

const object = (properties: Record<string, Schema>, required: string[] = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const json = (schema: Schema) => ({ mediaType: JSON_TYPE, schema });
const LINES = { type: 'string', maxLength: LONGEST_REMARK };

/** What is said of the checklist, by point; null and what is not named: not looked at. */
const CHECKS_SAID = object(
  Object.fromEntries(
    CHECKS.map((check) => [
      check,
      { ...object({ holds: { type: 'boolean' }, why: LINES }, ['holds']), type: ['object', 'null'] },
    ]),
  ),
  [],
);

const common = { group: 'drafts' } as const;

/** The addresses of what is somebody's own: drafts and their review. Each says which scopes a token needs one of. */
export const OWN_ADDRESSES: Address[] = [
  {
    ...common,
    path: '/api/v1/drafts',
    summary: 'api.list-drafts',
    scopes: READ,
    parameters: PAGES,
    answers: [answer(200, 'Drafts'), ...refused(400), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts',
    method: 'POST',
    summary: 'api.begin-draft',
    scopes: WRITE,
    parameters: [],
    body: json(ref('DraftItem')),
    answers: [answer(201, 'Draft'), ...refused(400, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}',
    summary: 'api.one-draft',
    scopes: READ,
    parameters: [ID],
    answers: [answer(200, 'Draft'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}',
    method: 'PATCH',
    summary: 'api.change-draft',
    scopes: WRITE,
    parameters: [ID, IF_MATCH],
    body: json(ref('DraftItem')),
    answers: [
      answer(200, 'Draft'),
      ...refused(400, 409),
      { status: 412, mediaTypes: PROBLEM, schema: ref('Conflict') },
      ...refused(413, 415, 428),
      ...NOT_MINE,
    ],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/turns',
    method: 'POST',
    summary: 'api.take-turn',
    scopes: BOTH,
    parameters: [ID],
    body: json(object({ turn: { type: 'string', enum: ALL_TURNS }, note: LINES }, ['turn'])),
    answers: [answer(200, 'Draft'), ...refused(400, 409, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/versions',
    summary: 'api.draft-versions',
    scopes: READ,
    parameters: [ID],
    answers: [answer(200, 'Versions'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/versions/{number}',
    summary: 'api.draft-version',
    scopes: READ,
    parameters: [
      ID,
      {
        name: 'number',
        in: 'path',
        description: 'api.param-version',
        schema: { type: 'integer', minimum: 1 },
        example: '1',
      },
    ],
    answers: [answer(200, 'Version'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/remarks',
    summary: 'api.remarks',
    scopes: READ,
    parameters: [ID],
    answers: [answer(200, 'Remarks'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/remarks',
    method: 'POST',
    summary: 'api.add-remark',
    scopes: BOTH,
    parameters: [ID],
    body: json(object({ field: { type: ['string', 'null'], enum: [...ITEM_FIELDS, null] }, text: LINES }, ['text'])),
    answers: [answer(201, 'Remarks'), ...refused(400, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/remarks/{remark}',
    method: 'PATCH',
    summary: 'api.settle-remark',
    scopes: BOTH,
    parameters: [ID, { ...ID, name: 'remark', description: 'api.param-remark' }],
    body: json(object({ settled: { type: 'boolean' } })),
    answers: [answer(200, 'Remarks'), ...refused(400, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/attachments',
    method: 'POST',
    summary: 'api.attach',
    scopes: WRITE,
    parameters: [ID],
    body: {
      mediaType: 'multipart/form-data',
      schema: object({ files: { type: 'array', items: { type: 'string', format: 'binary' } } }),
    },
    answers: [answer(201, 'Draft'), ...refused(400, 409), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/checks',
    method: 'PUT',
    summary: 'api.set-checks',
    scopes: ['review'],
    parameters: [ID],
    body: json(object({ checks: CHECKS_SAID })),
    answers: [answer(200, 'Draft'), ...refused(400, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/second',
    method: 'PUT',
    summary: 'api.want-second',
    scopes: ['review'],
    parameters: [ID],
    body: json(object({ wanted: { type: 'boolean' } })),
    answers: [answer(200, 'Draft'), ...refused(400, 409, 413, 415), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/second',
    method: 'POST',
    summary: 'api.give-second',
    scopes: ['review'],
    parameters: [ID],
    answers: [answer(200, 'Draft'), ...refused(409), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/drafts/{id}/rebase',
    method: 'POST',
    summary: 'api.rebase-draft',
    scopes: ['review'],
    parameters: [ID, IF_MATCH],
    body: json(
      object({ practiceVersion: { type: 'integer', minimum: 1 }, item: ref('DraftItem') }, ['practiceVersion']),
    ),
    answers: [answer(200, 'Draft'), ...refused(400, 409, 412, 413, 415, 428), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/review',
    summary: 'api.review-queue',
    scopes: ['review'],
    parameters: [
      query('whose', 'api.param-whose', { type: 'string', enum: WHOSE, default: 'all' }, 'nobody'),
      ...PAGES,
    ],
    answers: [answer(200, 'Drafts'), ...refused(400), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/practices/{slug}/withdraw',
    method: 'POST',
    summary: 'api.withdraw-practice',
    scopes: BOTH,
    parameters: [SLUG],
    body: json(object({ why: LINES, public: { type: 'boolean', default: false } }, ['why'])),
    answers: [answer(200, 'Standing'), ...refused(400, 413, 415), ...NOT_MINE],
  },
  ...(['confirm', 'archive'] as const).map((act): Address => ({
    ...common,
    path: `/api/v1/practices/{slug}/${act}`,
    method: 'POST',
    summary: `api.${act}-practice`,
    scopes: BOTH,
    parameters: [SLUG],
    answers: [answer(200, 'Standing'), ...NOT_MINE],
  })),
  {
    ...common,
    path: '/api/v1/practices/{slug}/publish-again',
    method: 'POST',
    summary: 'api.publish-again',
    scopes: ['review'],
    parameters: [SLUG],
    answers: [answer(200, 'Standing'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/practices/{slug}/changes',
    method: 'POST',
    summary: 'api.change-practice',
    scopes: WRITE,
    parameters: [SLUG],
    answers: [answer(200, 'Draft'), ...NOT_MINE],
  },
  {
    ...common,
    path: '/api/v1/suggestions',
    method: 'POST',
    summary: 'api.suggest',
    scopes: READ,
    reads: true,
    parameters: [],
    body: json(ref('SuggestionText')),
    answers: [answer(200, 'Suggestions'), ...refused(400, 413, 415), ...NOT_MINE],
  },
];
