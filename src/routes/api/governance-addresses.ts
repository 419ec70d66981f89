import { GROUPS } from '#vocab/groups.ts';
import { LOCALES } from '#vocab/language.ts';
import { BODY_KINDS, MEMBER_KINDS, PARTS } from '#forum/governance/index.ts';
import { MECHANISMS } from '#forum/people/index.ts';
import type { Address, Parameter, Schema } from './address.ts';

const ON: Parameter = {
  name: 'on',
  in: 'query',
  description: 'api.param-on',
  schema: { type: 'string', format: 'date' },
  example: '2018-06-01',
};
const SLUG: Parameter = {
  name: 'slug',
  in: 'path',
  description: 'api.param-body-slug',
  schema: { type: 'string' },
  example: 'steering-group',
};
const BAD = { status: 400, mediaTypes: ['application/problem+json'] };
const NONE = { status: 404, mediaTypes: ['application/problem+json'] };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const answer = (name: string) => ({ status: 200, mediaTypes: ['application/json'], schema: ref(name) });

/** The addresses of the Forum's bodies. */
export const GOVERNANCE_ADDRESSES: Address[] = [
  {
    path: '/api/v1/bodies',
    group: 'governance',
    summary: 'api.list-bodies',
    parameters: [ON],
    answers: [answer('Bodies'), BAD],
  },
  {
    path: '/api/v1/bodies/{slug}',
    group: 'governance',
    summary: 'api.one-body',
    parameters: [SLUG, ON],
    answers: [answer('Body'), BAD, NONE],
  },
];

const TEXT = { type: 'string' };
/** A day as far as it is known: a year, a month of it, or a day. */
const ROUGH_DAY = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
const ROUGH_DAY_OR_NONE = { ...ROUGH_DAY, type: ['string', 'null'] };
const TEXTS = { type: 'object', properties: Object.fromEntries(LOCALES.map((locale) => [locale, TEXT])) };
const NUMBER = { type: 'integer', minimum: 0 };
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const SOURCE = object({ label: TEXT, url: TEXT });

const DESCRIBED: Record<string, Schema> = {
  slug: TEXT,
  kind: { type: 'string', enum: BODY_KINDS },
  name: TEXTS,
  mandate: TEXTS,
  mechanism: { type: ['string', 'null'], enum: [...MECHANISMS, null] },
  from: ROUGH_DAY_OR_NONE,
  last: ROUGH_DAY_OR_NONE,
  state: { type: 'string', enum: ['not-yet', 'works', 'unknown', 'ended'] },
  on: { type: 'string', format: 'date' },
  members: list(ref('BodyMember')),
  url: { type: 'string', format: 'uri' },
};

/** What they answer with. */
export const GOVERNANCE_SCHEMAS: Record<string, Schema> = {
  BodyMember: object({
    kind: { type: 'string', enum: MEMBER_KINDS },
    of: TEXT,
    name: TEXT,
    part: { type: 'string', enum: [...PARTS, 'previous', 'current', 'next'] },
    from: ROUGH_DAY_OR_NONE,
    last: ROUGH_DAY_OR_NONE,
  }),
  BodyLine: object(DESCRIBED),
  Bodies: object({ on: { type: 'string', format: 'date' }, items: list(ref('BodyLine')) }),
  Body: object(
    {
      ...DESCRIBED,
      terms: list(ref('BodyMember')),
      meetings: list(
        object({
          day: ROUGH_DAY,
          edition: { type: ['integer', 'null'] },
          place: TEXT,
          about: TEXTS,
          source: { oneOf: [SOURCE, { type: 'null' }] },
        }),
      ),
      sources: list(SOURCE),
      balance: ref('Balance'),
      updatedAt: { type: 'string', format: 'date-time' },
    },
    [...Object.keys(DESCRIBED), 'terms', 'meetings', 'sources', 'updatedAt'],
  ),
  Balance: object({
    seats: NUMBER,
    apart: list(TEXT),
    groups: list(
      object({
        group: { type: 'string', enum: GROUPS.map(({ code }) => code) },
        states: list(TEXT),
        membership: NUMBER,
        friends: { type: ['integer', 'null'] },
        share: { type: 'number' },
        due: NUMBER,
        over: { type: 'integer' },
      }),
    ),
  }),
};
