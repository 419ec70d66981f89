import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ObservationContent, RecommendationContent, Stage } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const observations = pgTable('observations', {
  id: uuid('id').primaryKey(),
  session: uuid('session').notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  themes: text('themes').array().notNull(),
  content: jsonb('content').$type<ObservationContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

export const recommendations = pgTable('recommendations', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  edition: uuid('edition').notNull(),
  stage: text('stage').$type<Stage>().notNull(),
  themes: text('themes').array().notNull(),
  content: jsonb('content').$type<RecommendationContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});
