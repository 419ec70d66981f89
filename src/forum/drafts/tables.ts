import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Party } from '#forum/practices/index.ts';
import type { DraftForm } from './form.ts';
import type { Checklist, Stage } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const drafts = pgTable('drafts', {
  id: uuid('id').primaryKey(),
  practice: uuid('practice'),
  practiceVersion: integer('practice_version'),
  stage: text('stage').$type<Stage>().notNull(),
  form: jsonb('form').$type<DraftForm>().notNull(),
  version: integer('version').notNull(),
  ownerState: text('owner_state'),
  ownerAccount: uuid('owner_account'),
  organisation: uuid('organisation'),
  authorName: text('author_name').notNull(),
  account: uuid('account'),
  reviewer: uuid('reviewer'),
  secondWanted: boolean('second_wanted').notNull(),
  secondReviewer: uuid('second_reviewer'),
  checklist: jsonb('checklist').$type<Checklist>().notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  handedInAt: moment('handed_in_at'),
  handedInFor: jsonb('handed_in_for').$type<Party>(),
  stageSince: moment('stage_since').notNull(),
});

export const draftTurns = pgTable('draft_turns', {
  id: uuid('id').primaryKey(),
  draft: uuid('draft').notNull(),
  at: moment('at').notNull(),
  account: uuid('account'),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  note: text('note').notNull(),
});

export const practiceTurns = pgTable('practice_turns', {
  id: uuid('id').primaryKey(),
  practice: uuid('practice').notNull(),
  at: moment('at').notNull(),
  account: uuid('account'),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  note: text('note').notNull(),
  notePublic: boolean('note_public').notNull(),
});

export const draftComments = pgTable('draft_comments', {
  id: uuid('id').primaryKey(),
  draft: uuid('draft').notNull(),
  field: text('field'),
  text: text('text').notNull(),
  at: moment('at').notNull(),
  account: uuid('account'),
  actor: text('actor').notNull(),
  settledAt: moment('settled_at'),
});
