import { type Locale, LOCALES } from '#vocab/language.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { translate, type MessageKey } from '#platform/languages.ts';
import { MECHANISMS, MOST_ORGANISATIONS_PER_PAGE } from '#forum/people/index.ts';
import { FACETS, KINDS, MAX_PER_PAGE, STATUSES, TRANSLATED } from '#forum/practices/index.ts';
import type { Address, Schema } from './address.ts';
import { ADDRESSES } from './addresses.ts';
import { DRAFT_SCHEMAS } from './draft-schemas.ts';
import { GOVERNANCE_SCHEMAS } from './governance-addresses.ts';
import { FORUM_SCHEMAS } from './forum-addresses.ts';
import { LIBRARY_SCHEMAS } from './library-addresses.ts';
import { THEME_SCHEMAS } from './theme-addresses.ts';

/** The OpenAPI 3.1 document of all of it, worded in `locale`. */
export function openApi(locale: Locale, origin: string): Record<string, unknown> {
  const t = (key: MessageKey) => translate(locale, key);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const address of ADDRESSES)
    (paths[address.path] ??= {})[(address.method ?? 'GET').toLowerCase()] = operationOf(address, t);
  return {
    openapi: '3.1.0',
    info: {
      title: t('api.title'),
      description: t('api.description'),
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: {
        ...SCHEMAS,
        ...FORUM_SCHEMAS,
        ...THEME_SCHEMAS,
        ...GOVERNANCE_SCHEMAS,
        ...LIBRARY_SCHEMAS,
        ...DRAFT_SCHEMAS,
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'cs_…', description: t('api.scheme-token') },
      },
    },
  };
}

function operationOf(
  { group, summary, scopes, parameters, body, answers }: Address,
  t: (key: MessageKey) => string,
): Record<string, unknown> {
  return {
    tags: [t(`api.group-${group}`)],
    summary: t(summary),
    // OpenAPI 3.1 lets every scheme name what is needed; any one of these is enough.
    ...(scopes && { security: scopes.map((scope) => ({ token: [scope] })) }),
    parameters: parameters.map(({ name, in: place, description, schema, example }) => ({
      name,
      in: place,
      description: t(description),
      required: place !== 'query',
      ...(schema['type'] === 'array' && { style: 'form', explode: true }),
      schema,
      example: schema['type'] === 'array' ? [example] : schema['type'] === 'integer' ? Number(example) : example,
    })),
    ...(body && { requestBody: { required: true, content: { [body.mediaType]: { schema: body.schema } } } }),
    responses: Object.fromEntries(
      answers.map(({ status, mediaTypes, schema }) => [
        String(status),
        { description: t(answerKey(status)), content: contentOf(status, mediaTypes, schema) },
      ]),
    ),
  };
}

const ANSWERS: Record<number, MessageKey> = {
  400: 'api.response-bad',
  401: 'api.problem-who',
  403: 'api.problem-scope',
  404: 'api.response-none',
  409: 'api.problem-not-now',
  410: 'api.response-gone',
  412: 'api.problem-conflict',
  413: 'api.problem-large',
  415: 'api.problem-type',
  428: 'api.problem-version',
  429: 'api.problem-often',
};
const answerKey = (status: number): MessageKey => ANSWERS[status] ?? 'api.response-ok';

function contentOf(status: number, mediaTypes: string[], schema?: Schema): Record<string, unknown> {
  const shape = schema ?? (status >= 400 && status < 500 ? { $ref: '#/components/schemas/Problem' } : {});
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: shape }]));
}

const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };
const YEAR = { type: ['integer', 'null'] };
const MOMENT = { type: 'string', format: 'date-time' };
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

/** Others are not given at all. */
const STANDINGS_TO_BE_READ = ['published', 'archived'];

const SURVEY = {
  slug: TEXT,
  title: { type: 'object', properties: Object.fromEntries(LOCALES.map((locale) => [locale, TEXT])) },
  publishedAt: MOMENT,
  url: { type: 'string', format: 'uri' },
};

const SCHEMAS: Record<string, Schema> = {
  Practice: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    title: TEXT,
    summary: TEXT,
    kind: { type: ['string', 'null'], enum: [...KINDS, null] },
    status: { type: 'string', enum: STATUSES },
    sdg: TEXTS,
    gcm: TEXTS,
    countries: TEXTS,
    places: TEXTS,
    regions: TEXTS,
    global: { type: 'boolean' },
    start: YEAR,
    end: YEAR,
    ongoing: { type: 'boolean' },
    partners: TEXTS,
    themes: TEXTS,
    stakeholders: TEXTS,
    links: TEXTS,
    owner: TEXT,
    results: TEXT,
    evaluations: TEXTS,
    costs: TEXT,
    lessons: TEXT,
    needs: TEXT,
    replicates: { type: 'array', items: { type: 'string', format: 'uuid' } },
    translations: object(
      Object.fromEntries(LOCALES.map((locale) => [locale, { $ref: '#/components/schemas/Translation' }])),
      [],
    ),
    attachments: { type: 'array', items: { $ref: '#/components/schemas/Attachment' } },
    language: TEXT,
    source: object({ edition: YEAR, label: TEXT }),
    standing: { type: 'string', enum: STANDINGS_TO_BE_READ },
    url: { type: 'string', format: 'uri' },
    confirmedAt: { type: ['string', 'null'], format: 'date-time' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Translation: object(Object.fromEntries(TRANSLATED.map((field) => [field, TEXT]))),
  Attachment: object({
    name: TEXT,
    type: TEXT,
    size: { type: 'integer', minimum: 0 },
    caption: TEXT,
    url: { type: 'string', format: 'uri' },
  }),
  Relative: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    title: TEXT,
    language: TEXT,
    generation: { type: 'integer' },
    replicates: { type: 'array', items: { type: 'string', format: 'uuid' } },
    url: { type: 'string', format: 'uri' },
  }),
  Lineage: object({
    practice: { $ref: '#/components/schemas/Relative' },
    relatives: { type: 'array', items: { $ref: '#/components/schemas/Relative' } },
    complete: { type: 'boolean' },
  }),
  FacetValue: object({ value: TEXT, label: TEXT, count: { type: 'integer', minimum: 0 } }),
  Practices: object({
    total: { type: 'integer', minimum: 0 },
    page: { type: 'integer', minimum: 1 },
    perPage: { type: 'integer', minimum: 1, maximum: MAX_PER_PAGE },
    items: { type: 'array', items: { $ref: '#/components/schemas/Practice' } },
    facets: object(
      Object.fromEntries(
        FACETS.map((facet) => [facet, { type: 'array', items: { $ref: '#/components/schemas/FacetValue' } }]),
      ),
    ),
  }),
  Organisation: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    name: TEXT,
    acronym: TEXT,
    names: { type: 'object', properties: Object.fromEntries(LOCALES.map((locale) => [locale, TEXT])) },
    kind: { type: 'string', enum: STAKEHOLDERS.map(({ code }) => code) },
    country: { type: ['string', 'null'] },
    city: TEXT,
    website: TEXT,
    mechanism: { type: ['string', 'null'], enum: [...MECHANISMS, null] },
    url: { type: 'string', format: 'uri' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Organisations: object({
    total: { type: 'integer', minimum: 0 },
    page: { type: 'integer', minimum: 1 },
    perPage: { type: 'integer', minimum: 1, maximum: MOST_ORGANISATIONS_PER_PAGE },
    items: { type: 'array', items: { $ref: '#/components/schemas/Organisation' } },
  }),
  Survey: object(SURVEY),
  Surveys: object({
    total: { type: 'integer', minimum: 0 },
    items: { type: 'array', items: { $ref: '#/components/schemas/Survey' } },
  }),
  SurveyResults: object({
    ...SURVEY,
    countedAt: MOMENT,
    sections: { type: 'array', items: { type: 'object' } },
    turnout: { type: 'object' },
    results: {
      type: 'array',
      items: object({
        question: TEXT,
        option: { type: ['string', 'null'] },
        countedAt: MOMENT,
        parts: {
          type: 'array',
          items: object({
            part: TEXT,
            figures: {
              type: ['object', 'null'],
              description: 'null: withheld, since it would tell of fewer than five answers',
            },
          }),
        },
      }),
    },
    named: { type: 'array', items: { type: 'object' } },
  }),
  Problem: object(
    {
      type: { type: 'string', format: 'uri-reference' },
      title: TEXT,
      status: { type: 'integer' },
      detail: TEXT,
      errors: { type: 'array', items: object({ name: TEXT, detail: TEXT }) },
    },
    ['type', 'title', 'status', 'detail'],
  ),
};
