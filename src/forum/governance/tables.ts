import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { BodyContent, BodyKind } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const bodies = pgTable('bodies', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  kind: text('kind').$type<BodyKind>().notNull(),
  content: jsonb('content').$type<BodyContent>().notNull(),
  hiddenAt: moment('hidden_at'),
  version: integer('version').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
