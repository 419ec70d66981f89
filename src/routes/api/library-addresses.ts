import { LOCALES } from '#vocab/language.ts';
import { THEMES } from '#vocab/themes.ts';
import { FIRST_FEW, FOUND_KINDS, MOST_FOUND_PER_PAGE } from '#forum/finding/index.ts';
import {
  LIBRARY_FACETS,
  MOST_PUBLICATIONS_PER_PAGE,
  PUBLICATION_KINDS,
  PUBLICATION_LANGUAGES,
  PUBLICATIONS_PER_PAGE,
} from '#forum/library/index.ts';
import { MAX_TEXT } from '#forum/practices/index.ts';
import type { MessageKey } from '#platform/languages.ts';
import type { Address, Parameter, Schema } from './address.ts';

const JSON_TYPE = 'application/json';
const problem = (status: number) => ({ status, mediaTypes: ['application/problem+json'] });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const answer = (name: string) => ({ status: 200, mediaTypes: [JSON_TYPE], schema: ref(name) });
const query = (name: string, description: MessageKey, schema: Schema, example: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
  example,
});
const several = (items: Schema): Schema => ({ type: 'array', items });
const PAGE = query('page', 'api.param-page', { type: 'integer', minimum: 1, default: 1 }, '2');
const sized = (maximum: number, standard: number): Schema => ({
  type: 'integer',
  minimum: 1,
  maximum,
  default: standard,
});

/** The addresses of the library and of the search over everything. */
export const LIBRARY_ADDRESSES: Address[] = [
  {
    path: '/api/v1/publications',
    group: 'library',
    summary: 'api.list-publications',
    parameters: [
      query('kind', 'api.param-publication-kind', several({ type: 'string', enum: PUBLICATION_KINDS }), 'report'),
      query('edition', 'api.param-publication-edition', several({ type: 'string' }), '2019'),
      query(
        'theme',
        'api.param-theme',
        several({ type: 'string', enum: THEMES.map(({ code }) => code) }),
        'labour-mobility',
      ),
      query(
        'language',
        'api.param-publication-language',
        several({ type: 'string', enum: PUBLICATION_LANGUAGES }),
        'en',
      ),
      PAGE,
      query('perPage', 'api.param-found-per-page', sized(MOST_PUBLICATIONS_PER_PAGE, PUBLICATIONS_PER_PAGE), '50'),
    ],
    answers: [answer('Publications'), problem(400)],
  },
  {
    path: '/api/v1/publications/{slug}',
    group: 'library',
    summary: 'api.one-publication',
    parameters: [
      {
        name: 'slug',
        in: 'path',
        description: 'api.param-publication-slug',
        schema: { type: 'string' },
        example: 'ten-year-review-of-the-gfmd',
      },
    ],
    answers: [answer('Publication'), problem(400), problem(404), problem(410)],
  },
  {
    path: '/api/v1/search',
    group: 'search',
    summary: 'api.search',
    parameters: [
      query('q', 'api.param-search-q', { type: 'string', maxLength: MAX_TEXT }, 'labour mobility'),
      query('kind', 'api.param-search-kind', { type: 'string', enum: FOUND_KINDS }, 'session'),
      PAGE,
      query('perPage', 'api.param-found-per-page', sized(MOST_FOUND_PER_PAGE, FIRST_FEW), '10'),
    ],
    answers: [answer('Found'), problem(400)],
  },
];

const TEXT: Schema = { type: 'string' };
const TEXT_LIST: Schema = several(TEXT);
const TEXT_OR_NULL: Schema = { type: ['string', 'null'] };
const NUMBER_OR_NULL: Schema = { type: ['integer', 'null'] };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const MOMENT: Schema = { type: 'string', format: 'date-time' };
const IN_LANGUAGES: Schema = {
  type: 'object',
  properties: Object.fromEntries(LOCALES.map((locale) => [locale, TEXT])),
};
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const paged = (items: Schema) => ({ total: COUNT, page: COUNT, perPage: COUNT, items: several(items) });

/** What these addresses answer. */
export const LIBRARY_SCHEMAS: Record<string, Schema> = {
  Publication: object({
    id: TEXT,
    slug: TEXT,
    kind: { type: 'string', enum: PUBLICATION_KINDS },
    title: IN_LANGUAGES,
    summary: IN_LANGUAGES,
    edition: TEXT_OR_NULL,
    themes: TEXT_LIST,
    sdg: TEXT_LIST,
    languages: TEXT_LIST,
    authors: TEXT_LIST,
    publisher: TEXT,
    year: NUMBER_OR_NULL,
    link: TEXT_OR_NULL,
    files: several(object({ name: TEXT, type: TEXT, size: COUNT, language: TEXT_OR_NULL, url: TEXT })),
    sources: several(object({ label: TEXT, url: TEXT_OR_NULL })),
    url: TEXT,
    createdAt: MOMENT,
    updatedAt: MOMENT,
  }),
  Publications: object({
    ...paged(ref('Publication')),
    facets: object(
      Object.fromEntries(LIBRARY_FACETS.map((facet) => [facet, several(object({ value: TEXT, count: COUNT }))])),
    ),
  }),
  Found: object({
    q: TEXT,
    total: COUNT,
    page: COUNT,
    perPage: COUNT,
    kinds: several(
      object({
        kind: { type: 'string', enum: FOUND_KINDS },
        count: COUNT,
        items: several(
          object({
            title: TEXT,
            url: TEXT,
            passage: TEXT_OR_NULL,
            file: TEXT_OR_NULL,
            page: NUMBER_OR_NULL,
            editions: several(object({ years: several(COUNT), url: TEXT })),
          }),
        ),
      }),
    ),
  }),
};
