import { LOCALES } from '#vocab/language.ts';
import { THEMES } from '#vocab/themes.ts';
import { STAGES } from '#forum/editions/index.ts';
import { FORMATS, MOST_SESSIONS_PER_PAGE, SESSIONS_PER_PAGE } from '#forum/programme/index.ts';
import type { Address, Schema } from './address.ts';

const JSON_TYPE = 'application/json';
const BAD = { status: 400, mediaTypes: ['application/problem+json'] };
const NONE = { status: 404, mediaTypes: ['application/problem+json'] };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const YEAR_IN_PATH = {
  name: 'year',
  in: 'path',
  description: 'api.param-edition-year',
  schema: { type: 'string' },
  example: '2019',
} as const;

/** The addresses of editions and of sessions. */
export const FORUM_ADDRESSES: Address[] = [
  {
    path: '/api/v1/editions',
    group: 'editions',
    summary: 'api.list-editions',
    parameters: [],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Editions') }, BAD],
  },
  {
    path: '/api/v1/editions/{year}',
    group: 'editions',
    summary: 'api.one-edition',
    parameters: [YEAR_IN_PATH],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Edition') }, BAD, NONE],
  },
  {
    path: '/api/v1/sessions',
    group: 'editions',
    summary: 'api.list-sessions',
    parameters: [
      {
        name: 'edition',
        in: 'query',
        description: 'api.param-session-edition',
        schema: { type: 'array', items: { type: 'string' } },
        example: '2019',
      },
      {
        name: 'theme',
        in: 'query',
        description: 'api.param-theme',
        schema: { type: 'array', items: { type: 'string', enum: THEMES.map(({ code }) => code) } },
        example: 'labour-mobility',
      },
      {
        name: 'format',
        in: 'query',
        description: 'api.param-session-format',
        schema: { type: 'array', items: { type: 'string', enum: FORMATS } },
        example: 'roundtable',
      },
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
        description: 'api.param-sessions-per-page',
        schema: { type: 'integer', minimum: 1, maximum: MOST_SESSIONS_PER_PAGE, default: SESSIONS_PER_PAGE },
        example: '50',
      },
    ],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Sessions') }, BAD],
  },
  {
    path: '/api/v1/sessions/{slug}',
    group: 'editions',
    summary: 'api.one-session',
    parameters: [
      {
        name: 'slug',
        in: 'path',
        description: 'api.param-session-slug',
        schema: { type: 'string' },
        example: '2020-new-technologies-that-empower-migrants',
      },
    ],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Session') }, BAD, NONE],
  },
  {
    path: '/calendar/{year}.ics',
    group: 'editions',
    summary: 'api.calendar',
    parameters: [YEAR_IN_PATH],
    answers: [{ status: 200, mediaTypes: ['text/calendar'] }, BAD, NONE],
  },
];

const TEXT: Schema = { type: 'string' };
const TEXT_LIST: Schema = { type: 'array', items: TEXT };
const MOMENT: Schema = { type: 'string', format: 'date-time' };
const DAY: Schema = { type: ['string', 'null'], format: 'date' };
const IN_LANGUAGES: Schema = {
  type: 'object',
  properties: Object.fromEntries(LOCALES.map((locale) => [locale, TEXT])),
};
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const SOURCE = object({ label: TEXT, url: TEXT });

/** What editions and sessions look like. */
export const FORUM_SCHEMAS: Record<string, Schema> = {
  Edition: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    number: { type: 'integer', minimum: 1 },
    years: list({ type: 'integer' }),
    stage: { type: 'string', enum: STAGES },
    chairs: TEXT_LIST,
    troika: object({ previous: TEXT_LIST, current: TEXT_LIST, next: TEXT_LIST }),
    theme: IN_LANGUAGES,
    summary: IN_LANGUAGES,
    city: TEXT,
    country: { type: ['string', 'null'] },
    online: { type: 'boolean' },
    from: DAY,
    until: DAY,
    subThemes: list(object({ title: IN_LANGUAGES, themes: TEXT_LIST })),
    innovations: list(object({ text: IN_LANGUAGES, source: { anyOf: [SOURCE, { type: 'null' }] } })),
    outcome: IN_LANGUAGES,
    sources: list(SOURCE),
    url: { type: 'string', format: 'uri' },
    calendar: { type: 'string', format: 'uri' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Editions: object({ total: { type: 'integer', minimum: 0 }, items: list(ref('Edition')) }),
  Session: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    edition: TEXT,
    format: { type: 'string', enum: FORMATS },
    title: IN_LANGUAGES,
    summary: IN_LANGUAGES,
    themes: TEXT_LIST,
    states: TEXT_LIST,
    others: TEXT_LIST,
    place: TEXT,
    from: DAY,
    until: DAY,
    sdg: TEXT_LIST,
    gcm: TEXT_LIST,
    sources: list(SOURCE),
    url: { type: 'string', format: 'uri' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Sessions: object({
    total: { type: 'integer', minimum: 0 },
    page: { type: 'integer', minimum: 1 },
    perPage: { type: 'integer', minimum: 1, maximum: MOST_SESSIONS_PER_PAGE },
    items: list(ref('Session')),
  }),
};
