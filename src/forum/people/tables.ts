import { date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Role } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull();

export const persons = pgTable('persons', {
  id: uuid('id').primaryKey(),
  account: uuid('account'),
  name: text('name').notNull(),
  createdAt: moment('created_at'),
});

export const roleTerms = pgTable('role_terms', {
  id: uuid('id').primaryKey(),
  person: uuid('person').notNull(),
  role: text('role').$type<Role>().notNull(),
  of: text('role_of'),
  from: date('starts', { mode: 'string' }).notNull(),
  until: date('until', { mode: 'string' }),
});

export const erasureRequests = pgTable('erasure_requests', {
  person: uuid('person').primaryKey(),
  askedAt: moment('asked_at'),
});
