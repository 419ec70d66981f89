import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';
import type { Mechanism } from '../model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  acronym: text('acronym').notNull(),
  names: jsonb('names').$type<Partial<Record<Locale, string>>>().notNull(),
  kind: text('kind').notNull(),
  country: text('country'),
  city: text('city').notNull(),
  website: text('website').notNull(),
  mechanism: text('mechanism').$type<Mechanism>(),
  sortKeys: jsonb('sort_keys').$type<Record<Locale | 'own', string>>().notNull(),
  searchText: text('search_text').notNull(),
  mergedInto: uuid('merged_into'),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

export const organisationAddresses = pgTable('organisation_addresses', {
  slug: text('slug').primaryKey(),
  organisation: uuid('organisation').notNull(),
});

export const memberships = pgTable('memberships', {
  id: uuid('id').primaryKey(),
  person: uuid('person').notNull(),
  organisation: uuid('organisation').notNull(),
  title: text('title').notNull(),
  from: date('starts', { mode: 'string' }).notNull(),
  until: date('until', { mode: 'string' }),
});
