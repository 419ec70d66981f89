import { LOCALES } from '#vocab/language.ts';
import { ALL_TURNS, CHECKS, STAGES } from '#forum/drafts/index.ts';
import { KINDS, LONGEST_CELL, LONGEST_TITLE, MAX_PER_PAGE, TRANSLATED } from '#forum/practices/index.ts';
import type { Schema } from './address.ts';

const NAME = { type: 'string', maxLength: LONGEST_TITLE };
const TEXT = { type: 'string', maxLength: LONGEST_CELL };
const TEXTS = { type: 'array', items: { type: 'string' } };
const YEAR = { type: ['integer', 'null'], minimum: 1900, maximum: 2100 };
const MOMENT = { type: 'string', format: 'date-time' };
const ID = { type: 'string', format: 'uuid' };
const NUMBER = { type: 'integer', minimum: 1 };
const OR_NOTHING = { type: ['string', 'null'] };
const list = (items: Schema): Schema => ({ type: 'array', items });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});

const ITEM: Record<string, Schema> = {
  title: NAME,
  summary: TEXT,
  kind: { type: ['string', 'null'], enum: [...KINDS, null] },
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
  links: list({ type: 'string', format: 'uri' }),
  language: { type: 'string', enum: LOCALES },
  owner: TEXT,
  results: TEXT,
  evaluations: list({ type: 'string', format: 'uri' }),
  costs: TEXT,
  lessons: TEXT,
  needs: TEXT,
  replicates: list(ID),
  translations: {
    type: 'object',
    properties: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        {
          type: 'object',
          properties: Object.fromEntries(TRANSLATED.map((field) => [field, field === 'title' ? NAME : TEXT])),
          additionalProperties: false,
        },
      ]),
    ),
    additionalProperties: false,
  },
};

const LINE: Record<string, Schema> = {
  id: ID,
  title: { type: 'string' },
  stage: { type: 'string', enum: STAGES },
  version: NUMBER,
  practice: OR_NOTHING,
  state: OR_NOTHING,
  author: { type: 'string' },
  createdAt: MOMENT,
  updatedAt: MOMENT,
  stageSince: MOMENT,
  handedInAt: { type: ['string', 'null'], format: 'date-time' },
  url: { type: 'string', format: 'uri' },
};
const ERRORS = list(object({ name: { type: 'string' }, detail: { type: 'string' } }));
const HAPPENED = { number: NUMBER, at: MOMENT, actor: { type: 'string' }, action: { type: 'string' } };
const SUGGESTION = object({
  code: { type: 'string' },
  confidence: { type: 'number', minimum: 0, maximum: 1 },
  explicit: { type: 'boolean' },
  words: list(object({ field: { type: 'string' }, words: { type: 'string' } })),
});

/** A point of the checklist. `holds`: null where nobody has looked at it; `changedSince`: to be looked at anew because of these. */
const CHECK: Schema = object(
  {
    name: { type: 'string', enum: CHECKS },
    holds: { type: ['boolean', 'null'] },
    at: { type: ['string', 'null'], format: 'date-time' },
    changedSince: TEXTS,
    // For those who curate.
    why: { type: 'string' },
    by: { type: ['string', 'null'] },
  },
  ['name', 'holds', 'at', 'changedSince'],
);

/** The schemas of drafts and their review. */
export const DRAFT_SCHEMAS: Record<string, Schema> = {
  // Every field may be left out: what is not sent stays.
  DraftItem: {
    type: 'object',
    properties: {
      ...ITEM,
      // Those that stay; files are sent to an address of their own.
      attachments: list({
        type: 'object',
        properties: { id: ID, caption: { type: 'string', maxLength: 300 } },
        required: ['id'],
        additionalProperties: false,
      }),
    },
    additionalProperties: false,
  },
  Draft: object({
    ...LINE,
    item: object(ITEM),
    attachments: list(
      object({
        id: ID,
        name: { type: 'string' },
        type: { type: 'string' },
        size: { type: 'integer' },
        caption: { type: 'string' },
        url: { type: 'string', format: 'uri' },
      }),
    ),
    missing: TEXTS,
    errors: ERRORS,
    checks: list(CHECK),
    second: object({ wanted: { type: 'boolean' }, given: { type: 'boolean' } }),
    turns: list({ type: 'string', enum: ALL_TURNS }),
  }),
  Drafts: object({
    total: { type: 'integer', minimum: 0 },
    page: NUMBER,
    perPage: { type: 'integer', minimum: 1, maximum: MAX_PER_PAGE },
    items: list(object(LINE)),
  }),
  Versions: object({ items: list(object(HAPPENED)) }),
  Version: object({ ...HAPPENED, item: object(ITEM) }),
  Remarks: object({
    items: list(
      object({
        id: ID,
        field: OR_NOTHING,
        text: { type: 'string' },
        actor: { type: 'string' },
        at: MOMENT,
        settledAt: { type: ['string', 'null'], format: 'date-time' },
      }),
    ),
  }),
  Standing: object({
    id: ID,
    slug: { type: 'string' },
    standing: { type: 'string' },
    confirmedAt: OR_NOTHING,
    version: NUMBER,
  }),
  Conflict: {
    allOf: [
      ref('Problem'),
      object({
        version: NUMBER,
        conflicts: list(object({ name: { type: 'string' }, theirs: {}, mine: {} })),
      }),
    ],
  },
  SuggestionText: {
    type: 'object',
    properties: { ...Object.fromEntries(TRANSLATED.map((field) => [field, TEXT])), language: ITEM['language'] },
    additionalProperties: false,
  },
  Suggestions: object({
    ...Object.fromEntries(
      ['sdg', 'gcm', 'themes', 'countries', 'regions', 'places', 'start', 'ongoing'].map((kind) => [
        kind,
        list(SUGGESTION),
      ]),
    ),
    duplicates: list(
      object({ id: ID, slug: { type: 'string' }, title: { type: 'string' }, alike: { type: 'number' } }),
    ),
  }),
};
