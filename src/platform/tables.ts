import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const at = () => timestamp('at', { withTimezone: true, mode: 'date' }).notNull();

export const versions = pgTable(
  'versions',
  {
    subject: uuid('subject').notNull(),
    number: integer('number').notNull(),
    kind: text('kind').notNull(),
    at: at(),
    actor: text('actor').notNull(),
    account: uuid('account'),
    action: text('action').notNull(),
    content: jsonb('content').notNull(),
    received: jsonb('received'),
    behalf: jsonb('behalf'),
  },
  (table) => [primaryKey({ columns: [table.subject, table.number] })],
);

export const audit = pgTable('audit', {
  id: uuid('id').primaryKey(),
  at: at(),
  actor: text('actor').notNull(),
  account: uuid('account'),
  action: text('action').notNull(),
  detail: jsonb('detail').notNull(),
});

export const outbox = pgTable('outbox', {
  sequence: bigint('sequence', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: at(),
  kind: text('kind').notNull(),
  subject: uuid('subject').notNull(),
});

export const followers = pgTable('followers', {
  name: text('name').primaryKey(),
  sequence: bigint('sequence', { mode: 'number' }).notNull(),
});

export const clockJobs = pgTable('clock_jobs', {
  name: text('name').primaryKey(),
  dueAt: timestamp('due_at', { withTimezone: true, mode: 'date' }).notNull(),
});
