import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Erased } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const erasures = pgTable('erasures', {
  number: integer('number').primaryKey(),
  person: uuid('person').notNull(),
  askedAt: moment('asked_at'),
  at: moment('at').notNull(),
  actor: text('actor').notNull(),
  account: uuid('account'),
  done: jsonb('done').$type<Erased>().notNull(),
});
