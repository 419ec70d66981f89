import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import type { Locale } from '#vocab/language.ts';
import { GOALS } from '#vocab/sdg.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { THEMES } from '#vocab/themes.ts';
import { translate, type MessageKey } from '#platform/languages.ts';
import {
  EXPORT_FORMATS,
  type Facet,
  FACETS,
  KINDS,
  MAX_PER_PAGE,
  MAX_TEXT,
  PER_PAGE,
  SORTS,
  STATUSES,
} from '#forum/practices/index.ts';
import { ANNEX_FILE_FORMATS } from '#forum/reports/index.ts';

type Schema = Record<string, unknown>;

/** A parameter of the API: one definition for OpenAPI and for the page people read. */
export interface Parameter {
  name: string;
  in: 'query' | 'path';
  description: MessageKey;
  schema: Schema;
  example: string;
}

/** An address of the API. */
export interface Address {
  path: string;
  group: 'practices' | 'reports' | 'service';
  summary: MessageKey;
  parameters: Parameter[];
  /** Media type by status; 400 and 404 are problem documents. */
  answers: { status: number; mediaTypes: string[]; schema?: Schema }[];
}

const codes = (list: readonly { code: string }[]): Schema => ({ type: 'string', enum: list.map(({ code }) => code) });
const FACET_SCHEMAS: Record<Facet, { schema: Schema; example: string }> = {
  goal: { schema: codes(GOALS), example: '10' },
  target: { schema: { type: 'string', pattern: '^\\d{1,2}\\.(\\d{1,2}|[a-d])$' }, example: '10.7' },
  gcm: { schema: codes(GCM_OBJECTIVES), example: '6' },
  country: { schema: { type: 'string', pattern: '^[A-Z]{2}$' }, example: 'MA' },
  region: { schema: { type: 'string', pattern: '^\\d{3}$' }, example: '150' },
  stakeholder: { schema: codes(STAKEHOLDERS), example: 'state' },
  theme: { schema: codes(THEMES), example: 'labour-mobility' },
  kind: { schema: { type: 'string', enum: KINDS }, example: 'law' },
  status: { schema: { type: 'string', enum: STATUSES }, example: 'ongoing' },
  year: { schema: { type: 'string', pattern: '^\\d{4}$' }, example: '2018' },
  source: { schema: { type: 'string' }, example: '2020-call-for-inputs' },
};

const FILTERS: Parameter[] = [
  {
    name: 'q',
    in: 'query',
    description: 'api.param-q',
    schema: { type: 'string', maxLength: MAX_TEXT },
    example: 'remittances',
  },
  ...FACETS.map((facet): Parameter => {
    const { schema, example } = FACET_SCHEMAS[facet];
    return {
      name: facet,
      in: 'query',
      description: `api.param-${facet}`,
      schema: { type: 'array', items: schema },
      example,
    };
  }),
  {
    name: 'sort',
    in: 'query',
    description: 'api.param-sort',
    schema: { type: 'string', enum: SORTS },
    example: 'name',
  },
];
const PAGES: Parameter[] = [
  {
    name: 'page',
    in: 'query',
    description: 'api.param-page',
    schema: { type: 'integer', minimum: 1, default: 1 },
    example: '2',
  },
  {
    name: 'perPage',
    in: 'query',
    description: 'api.param-per-page',
    schema: { type: 'integer', minimum: 1, maximum: MAX_PER_PAGE, default: PER_PAGE },
    example: '50',
  },
];
const inPath = (name: string, description: MessageKey, schema: Schema, example: string): Parameter => ({
  name,
  in: 'path',
  description,
  schema,
  example,
});

const JSON_TYPE = 'application/json';
const BAD = { status: 400, mediaTypes: ['application/problem+json'] };
const NONE = { status: 404, mediaTypes: ['application/problem+json'] };
const text = (...statuses: number[]) => statuses.map((status) => ({ status, mediaTypes: ['text/plain'] }));

/** Every address of the API. */
export const ADDRESSES: Address[] = [
  {
    path: '/api/v1/practices',
    group: 'practices',
    summary: 'api.list-practices',
    parameters: [...FILTERS, ...PAGES],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Practices' } }, BAD],
  },
  {
    path: '/api/v1/practices/{slug}',
    group: 'practices',
    summary: 'api.one-practice',
    parameters: [inPath('slug', 'api.param-slug', { type: 'string' }, 'mannheim-2030')],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Practice' } }, BAD, NONE],
  },
  {
    path: '/practices.{format}',
    group: 'practices',
    summary: 'api.export-practices',
    parameters: [inPath('format', 'api.param-format', { type: 'string', enum: EXPORT_FORMATS }, 'csv'), ...FILTERS],
    answers: [
      {
        status: 200,
        mediaTypes: [
          'text/csv',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          JSON_TYPE,
          'application/x-ndjson',
        ],
      },
      BAD,
      NONE,
    ],
  },
  {
    path: '/reports/{slug}.{format}',
    group: 'reports',
    summary: 'api.annex-file',
    parameters: [
      inPath('slug', 'api.param-report', { type: 'string' }, 'annex-2020'),
      inPath('format', 'api.param-format', { type: 'string', enum: ANNEX_FILE_FORMATS }, 'docx'),
    ],
    answers: [
      {
        status: 200,
        mediaTypes: [
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
      },
      NONE,
    ],
  },
  {
    path: '/api/openapi.json',
    group: 'service',
    summary: 'api.this-description',
    parameters: [],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE] }],
  },
  { path: '/healthz', group: 'service', summary: 'api.alive', parameters: [], answers: text(200) },
  { path: '/readyz', group: 'service', summary: 'api.ready', parameters: [], answers: text(200, 503) },
  { path: '/metrics', group: 'service', summary: 'api.metrics', parameters: [], answers: text(200) },
];

/** The OpenAPI 3.1 document of all of it, worded in `locale`. */
export function openApi(locale: Locale, origin: string): Record<string, unknown> {
  const t = (key: MessageKey) => translate(locale, key);
  const paths = ADDRESSES.map(({ path, group, summary, parameters, answers }) => [
    path,
    {
      get: {
        tags: [t(`api.group-${group}`)],
        summary: t(summary),
        parameters: parameters.map(({ name, in: place, description, schema, example }) => ({
          name,
          in: place,
          description: t(description),
          required: place === 'path',
          ...(schema['type'] === 'array' && { style: 'form', explode: true }),
          schema,
          example: schema['type'] === 'array' ? [example] : schema['type'] === 'integer' ? Number(example) : example,
        })),
        responses: Object.fromEntries(
          answers.map(({ status, mediaTypes, schema }) => [
            String(status),
            { description: t(answerKey(status)), content: contentOf(status, mediaTypes, schema) },
          ]),
        ),
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: t('api.title'),
      description: t('api.description'),
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths: Object.fromEntries(paths),
    components: { schemas: SCHEMAS },
  };
}

const answerKey = (status: number): MessageKey =>
  status === 400 ? 'api.response-bad' : status === 404 ? 'api.response-none' : 'api.response-ok';

function contentOf(status: number, mediaTypes: string[], schema: Schema = {}): Record<string, unknown> {
  const shape = status >= 400 && status < 500 ? { $ref: '#/components/schemas/Problem' } : schema;
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
    language: TEXT,
    source: object({ edition: YEAR, label: TEXT }),
    url: { type: 'string', format: 'uri' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
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
