import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';
import type { Attachment, Kind, Standing, Translations } from './model.ts';

const list = (name: string) => text(name).array().notNull();
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const practices = pgTable('practices', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  title: text('title').notNull(),
  titleKey: text('title_key').notNull(),
  summary: text('summary').notNull(),
  kind: text('kind').$type<Kind>(),
  sdg: list('sdg'),
  gcm: list('gcm'),
  countries: list('countries'),
  places: list('places'),
  regions: list('regions'),
  global: boolean('global').notNull(),
  start: integer('start_year'),
  end: integer('end_year'),
  ongoing: boolean('ongoing').notNull(),
  partners: list('partners'),
  themes: list('themes'),
  stakeholders: list('stakeholders'),
  links: list('links'),
  owner: text('owner').notNull(),
  results: text('results').notNull(),
  evaluations: list('evaluations'),
  costs: text('costs').notNull(),
  lessons: text('lessons').notNull(),
  needs: text('needs').notNull(),
  replicates: list('replicates'),
  translations: jsonb('translations').$type<Translations>().notNull(),
  attachments: jsonb('attachments').$type<Attachment[]>().notNull(),
  language: text('language').$type<Locale>().notNull(),
  sourceEdition: integer('source_edition'),
  sourceLabel: text('source_label').notNull(),
  version: integer('version').notNull(),
  standing: text('standing').$type<Standing>().notNull(),
  confirmedAt: timestamp('confirmed_at', { withTimezone: true, mode: 'date' }),
  remindedAt: timestamp('reminded_at', { withTimezone: true, mode: 'date' }),
  ownerState: text('owner_state'),
  ownerAccount: uuid('owner_account'),
  organisation: uuid('organisation'),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

export const formerAddresses = pgTable('former_addresses', {
  slug: text('slug').primaryKey(),
  practice: uuid('practice').notNull(),
});
