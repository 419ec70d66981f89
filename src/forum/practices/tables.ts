import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';
import type { Kind } from './model.ts';

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
  language: text('language').$type<Locale>().notNull(),
  sourceEdition: integer('source_edition'),
  sourceLabel: text('source_label').notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

export const formerAddresses = pgTable('former_addresses', {
  slug: text('slug').primaryKey(),
  practice: uuid('practice').notNull(),
});
