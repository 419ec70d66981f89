import { LOCALES } from '#vocab/language.ts';
import { THEMES } from '#vocab/themes.ts';
import { FOLLOW_UPS } from '#forum/observations/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import type { Address, Schema } from './address.ts';

const JSON_TYPE = 'application/json';
const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
};
const BAD = { status: 400, mediaTypes: ['application/problem+json'] };
const NONE = { status: 404, mediaTypes: ['application/problem+json'] };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const CODE_IN_PATH = {
  name: 'code',
  in: 'path',
  description: 'api.param-theme-code',
  schema: { type: 'string' },
  example: 'labour-mobility',
} as const;
const FORMAT_IN_PATH = {
  name: 'format',
  in: 'path',
  description: 'api.param-format',
  schema: { type: 'string', enum: [...HANDOUT_FORMATS, 'csv'] },
  example: 'docx',
} as const;

/** The addresses of themes and of recommendations. */
export const THEME_ADDRESSES: Address[] = [
  {
    path: '/api/v1/themes',
    group: 'themes',
    summary: 'api.list-themes',
    parameters: [],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Themes') }, BAD],
  },
  {
    path: '/api/v1/themes/{code}',
    group: 'themes',
    summary: 'api.one-theme',
    parameters: [CODE_IN_PATH],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Recollection') }, BAD, NONE],
  },
  {
    path: '/api/v1/recommendations',
    group: 'themes',
    summary: 'api.list-recommendations',
    parameters: [
      {
        name: 'edition',
        in: 'query',
        description: 'api.param-recommendation-edition',
        schema: { type: 'array', items: { type: 'string' } },
        example: '2020',
      },
      {
        name: 'theme',
        in: 'query',
        description: 'api.param-theme',
        schema: { type: 'array', items: { type: 'string', enum: THEMES.map(({ code }) => code) } },
        example: 'migration-data',
      },
    ],
    answers: [{ status: 200, mediaTypes: [JSON_TYPE], schema: ref('Recommendations') }, BAD],
  },
  {
    path: '/themes.{format}',
    group: 'themes',
    summary: 'api.themes-document',
    parameters: [FORMAT_IN_PATH],
    answers: [{ status: 200, mediaTypes: Object.values(FILE_TYPES) }, BAD, NONE],
  },
  {
    path: '/themes/{code}.{format}',
    group: 'themes',
    summary: 'api.theme-document',
    parameters: [CODE_IN_PATH, FORMAT_IN_PATH],
    answers: [{ status: 200, mediaTypes: Object.values(FILE_TYPES) }, BAD, NONE],
  },
];

const TEXT: Schema = { type: 'string' };
const WHOLE: Schema = { type: 'integer', minimum: 0 };
const MOMENT: Schema = { type: 'string', format: 'date-time' };
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
const TALLIES = list(object({ code: TEXT, practices: WHOLE, sessions: WHOLE }));
const THEME: Record<string, Schema> = {
  code: TEXT,
  name: IN_LANGUAGES,
  offered: { type: 'boolean' },
  editionsThatSetIt: WHOLE,
  editionsThatTookItUp: WHOLE,
  sessions: WHOLE,
  first: { type: ['string', 'null'] },
  newInPresentEdition: { type: 'boolean' },
  recurrence: list(object({ edition: TEXT, number: WHOLE, themeOfEdition: { type: 'boolean' }, sessions: WHOLE })),
  url: { type: 'string', format: 'uri' },
};

/** What themes and recommendations look like. */
export const THEME_SCHEMAS: Record<string, Schema> = {
  Theme: object(THEME),
  Themes: object({ total: WHOLE, items: list(ref('Theme')) }),
  Recollection: object({
    ...THEME,
    chapters: list(
      object({
        edition: TEXT,
        titles: list(IN_LANGUAGES),
        sessions: list(object({ slug: TEXT, title: IN_LANGUAGES })),
      }),
    ),
    observations: list(object({ text: IN_LANGUAGES, session: TEXT })),
    recommendations: list(ref('Recommendation')),
    practices: object({ total: WHOLE, first: list(TEXT) }),
    sdg: TALLIES,
    gcm: TALLIES,
    related: TALLIES,
  }),
  Recommendation: object({
    id: { type: 'string', format: 'uuid' },
    slug: TEXT,
    edition: TEXT,
    title: IN_LANGUAGES,
    text: IN_LANGUAGES,
    themes: list(TEXT),
    source: object({ label: TEXT, url: TEXT }),
    followUp: { type: 'string', enum: FOLLOW_UPS },
    came: IN_LANGUAGES,
    url: { type: 'string', format: 'uri' },
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Recommendations: object({ total: WHOLE, items: list(ref('Recommendation')) }),
};
