import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { EditionContent, Stage } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const editions = pgTable('editions', {
  id: uuid('id').primaryKey(),
  number: integer('number').notNull(),
  slug: text('slug').notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  years: integer('years').array().notNull(),
  chairs: text('chairs').array().notNull(),
  themes: text('themes').array().notNull(),
  content: jsonb('content').$type<EditionContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});
