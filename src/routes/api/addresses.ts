import { GCM_OBJECTIVES } from '#vocab/gcm.ts';
import { GOALS } from '#vocab/sdg.ts';
import { STAKEHOLDERS } from '#vocab/stakeholders.ts';
import { THEMES } from '#vocab/themes.ts';
import type { MessageKey } from '#platform/languages.ts';
import {
  CITATION_FORMATS,
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
import { ANNEX_FILE_FORMATS, HANDOUT_FORMATS } from '#forum/reports/index.ts';
import { MOST_ORGANISATIONS_PER_PAGE, ORGANISATIONS_PER_PAGE } from '#forum/people/index.ts';
import { RESULT_FORMATS } from '#forum/survey/index.ts';
import { PICTURE_ROWS } from '../picture.ts';
import { PICTURE_FORMATS } from '../picture-file.ts';
import type { Address, Parameter, Schema } from './address.ts';
import { FORUM_ADDRESSES } from './forum-addresses.ts';
import { GOVERNANCE_ADDRESSES } from './governance-addresses.ts';
import { LIBRARY_ADDRESSES } from './library-addresses.ts';
import { OWN_ADDRESSES } from './own-addresses.ts';
import { THEME_ADDRESSES } from './theme-addresses.ts';

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

/** What selects practices; a list of them has an order besides. */
const SELECTION: Parameter[] = [
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
];
const FILTERS: Parameter[] = [
  ...SELECTION,
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

const PICTURE: Parameter[] = [
  inPath('format', 'api.param-format', { type: 'string', enum: PICTURE_FORMATS }, 'csv'),
  {
    name: 'rows',
    in: 'query',
    description: 'api.param-rows',
    schema: { type: 'string', enum: PICTURE_ROWS },
    example: 'target',
  },
];
const PICTURE_TYPES = ['image/svg+xml', 'image/png', 'text/csv'];

const JSON_TYPE = 'application/json';
const DOCUMENTS = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
const BAD = { status: 400, mediaTypes: ['application/problem+json'] };
const NONE = { status: 404, mediaTypes: ['application/problem+json'] };
const GONE = { status: 410, mediaTypes: ['application/problem+json'] };
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
    answers: [
      { status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Practice' } },
      BAD,
      NONE,
      GONE,
    ],
  },
  {
    path: '/api/v1/practices/{slug}/lineage',
    group: 'practices',
    summary: 'api.lineage',
    parameters: [inPath('slug', 'api.param-slug', { type: 'string' }, 'mannheim-2030')],
    answers: [
      { status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Lineage' } },
      BAD,
      NONE,
      GONE,
    ],
  },
  {
    path: '/api/v1/organisations',
    group: 'organisations',
    summary: 'api.list-organisations',
    parameters: [
      {
        name: 'q',
        in: 'query',
        description: 'api.param-organisation-q',
        schema: { type: 'string', maxLength: 200 },
        example: 'migration',
      },
      {
        name: 'kind',
        in: 'query',
        description: 'api.param-organisation-kind',
        schema: { type: 'array', items: codes(STAKEHOLDERS) },
        example: 'civil-society',
      },
      {
        name: 'country',
        in: 'query',
        description: 'api.param-country',
        schema: { type: 'array', items: FACET_SCHEMAS.country.schema },
        example: 'KE',
      },
      PAGES[0]!,
      {
        ...PAGES[1]!,
        description: 'api.param-organisations-per-page',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: MOST_ORGANISATIONS_PER_PAGE,
          default: ORGANISATIONS_PER_PAGE,
        },
      },
    ],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Organisations' } }, BAD],
  },
  {
    path: '/api/v1/organisations/{slug}',
    group: 'organisations',
    summary: 'api.one-organisation',
    parameters: [
      inPath('slug', 'api.param-organisation-slug', { type: 'string' }, 'international-organization-for-migration'),
    ],
    answers: [
      { status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Organisation' } },
      BAD,
      NONE,
    ],
  },
  ...GOVERNANCE_ADDRESSES,
  {
    path: '/api/v1/surveys',
    group: 'surveys',
    summary: 'api.list-surveys',
    parameters: [],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/Surveys' } }, BAD],
  },
  {
    path: '/api/v1/surveys/{slug}',
    group: 'surveys',
    summary: 'api.one-survey',
    parameters: [inPath('slug', 'api.param-survey-slug', { type: 'string' }, 'what-matters-in-the-coming-year')],
    answers: [
      { status: 200, mediaTypes: [JSON_TYPE], schema: { $ref: '#/components/schemas/SurveyResults' } },
      BAD,
      NONE,
    ],
  },
  {
    path: '/surveys/{slug}/results.{format}',
    group: 'surveys',
    summary: 'api.survey-file',
    parameters: [
      inPath('slug', 'api.param-survey-slug', { type: 'string' }, 'what-matters-in-the-coming-year'),
      inPath('format', 'api.param-format', { type: 'string', enum: RESULT_FORMATS }, 'csv'),
    ],
    answers: [
      {
        status: 200,
        mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', JSON_TYPE],
      },
      BAD,
      NONE,
    ],
  },
  {
    path: '/practices.{format}',
    group: 'practices',
    summary: 'api.export-practices',
    parameters: [
      inPath(
        'format',
        'api.param-format',
        { type: 'string', enum: [...EXPORT_FORMATS, ...HANDOUT_FORMATS, 'atom'] },
        'csv',
      ),
      ...FILTERS,
    ],
    answers: [
      {
        status: 200,
        mediaTypes: [
          'text/csv',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          JSON_TYPE,
          'application/x-ndjson',
          'application/atom+xml',
          ...DOCUMENTS,
        ],
      },
      BAD,
      NONE,
    ],
  },
  {
    path: '/practices/{slug}.{citation}',
    group: 'practices',
    summary: 'api.citation',
    parameters: [
      inPath('slug', 'api.param-slug', { type: 'string' }, 'mannheim-2030'),
      inPath(
        'citation',
        'api.param-format',
        { type: 'string', enum: [...CITATION_FORMATS, ...HANDOUT_FORMATS] },
        'bib',
      ),
    ],
    answers: [
      {
        status: 200,
        mediaTypes: [
          'application/x-bibtex',
          'application/x-research-info-systems',
          'application/vnd.citationstyles.csl+json',
          ...DOCUMENTS,
        ],
      },
      NONE,
      GONE,
    ],
  },
  {
    path: '/coverage.{format}',
    group: 'practices',
    summary: 'api.coverage',
    parameters: [
      ...PICTURE,
      {
        name: 'within',
        in: 'query',
        description: 'api.param-within',
        schema: { type: 'string', pattern: '^\\d{3}$' },
        example: '002',
      },
      ...SELECTION,
    ],
    answers: [{ status: 200, mediaTypes: PICTURE_TYPES }, BAD, NONE],
  },
  {
    path: '/time.{format}',
    group: 'practices',
    summary: 'api.time',
    parameters: [...PICTURE, ...SELECTION],
    answers: [{ status: 200, mediaTypes: PICTURE_TYPES }, BAD, NONE],
  },
  {
    path: '/map.{format}',
    group: 'practices',
    summary: 'api.map',
    parameters: [
      inPath('format', 'api.param-format', { type: 'string', enum: ['svg', 'png', 'csv'] }, 'csv'),
      {
        name: 'within',
        in: 'query',
        description: 'api.param-map-within',
        schema: { type: 'string', pattern: '^\\d{3}$' },
        example: '029',
      },
      ...FILTERS,
    ],
    answers: [{ status: 200, mediaTypes: ['image/svg+xml', 'image/png', 'text/csv'] }, BAD, NONE],
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
        mediaTypes: [...DOCUMENTS, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      },
      NONE,
    ],
  },
  ...FORUM_ADDRESSES,
  ...LIBRARY_ADDRESSES,
  ...THEME_ADDRESSES,
  ...OWN_ADDRESSES,
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
