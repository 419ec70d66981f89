import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { PublicationContent, PublicationKind } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const publications = pgTable('publications', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  kind: text('kind').$type<PublicationKind>().notNull(),
  edition: text('edition'),
  themes: text('themes').array().notNull(),
  languages: text('languages').array().notNull(),
  year: integer('year'),
  hidden: boolean('hidden').notNull(),
  content: jsonb('content').$type<PublicationContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});

/** What came of reading a file: nothing yet; its text; that there is none in it; that it could not be read. */
export type TextOutcome = 'waiting' | 'read' | 'none' | 'failed';

export const publicationTexts = pgTable('publication_texts', {
  file: uuid('file').primaryKey(),
  publication: uuid('publication').notNull(),
  outcome: text('outcome').$type<TextOutcome>().notNull(),
  dueAt: moment('due_at'),
  tries: integer('tries').notNull(),
  text: text('text').notNull(),
  cut: boolean('cut').notNull(),
});
