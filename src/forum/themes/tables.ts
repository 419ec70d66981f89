import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ThemeContent } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const themes = pgTable('themes', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  content: jsonb('content').$type<ThemeContent>().notNull(),
  version: integer('version').notNull(),
  createdAt: moment('created_at'),
  updatedAt: moment('updated_at'),
});
