import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Audience } from './model.ts';

export const directoryEntries = pgTable('directory_entries', {
  person: uuid('person').primaryKey(),
  post: text('post').notNull(),
  phone: text('phone').notNull(),
  nameFor: text('name_for').$type<Audience>().notNull(),
  postFor: text('post_for').$type<Audience>().notNull(),
  organisationFor: text('organisation_for').$type<Audience>().notNull(),
  emailFor: text('email_for').$type<Audience>().notNull(),
  phoneFor: text('phone_for').$type<Audience>().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull(),
});
