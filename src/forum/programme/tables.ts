import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Format, SessionContent } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const sessions = pgTable('programme_sessions', {
  id: uuid('id').primaryKey(),
  edition: uuid('edition').notNull(),
  slug: text('slug').notNull(),
  format: text('format').$type<Format>().notNull(),
  themes: text('themes').array().notNull(),
  starts: date('starts', { mode: 'string' }),
  ends: date('ends', { mode: 'string' }),
  content: jsonb('content').$type<SessionContent>().notNull(),
  hidden: boolean('hidden').notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});
