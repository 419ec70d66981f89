import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';
import type { Answer, SurveyContent, SurveyState } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const surveys = pgTable('surveys', {
  id: uuid('id').primaryKey(),
  slug: text('slug').notNull(),
  edition: uuid('edition'),
  state: text('state').$type<SurveyState>().notNull(),
  content: jsonb('content').$type<SurveyContent>().notNull(),
  version: integer('version').notNull(),
  openedVersion: integer('opened_version'),
  openedAt: moment('opened_at'),
  closesAt: moment('closes_at'),
  zone: text('zone').notNull(),
  closedAt: moment('closed_at'),
  remindDays: integer('remind_days').array().notNull(),
  remindedDays: integer('reminded_days').array().notNull(),
  hiddenAt: moment('hidden_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

export const surveyInvitations = pgTable('survey_invitations', {
  id: uuid('id').primaryKey(),
  survey: uuid('survey').notNull(),
  kind: text('respondent_kind').$type<'state' | 'mechanism'>().notNull(),
  code: text('respondent').notNull(),
  invitee: uuid('invitee'),
  name: text('name').notNull(),
  email: text('email').notNull(),
  language: text('language').$type<Locale>().notNull(),
  actor: text('actor'),
  account: uuid('account'),
  invitedAt: moment('invited_at').notNull(),
  endedAt: moment('ended_at'),
});

export const surveyLinks = pgTable('survey_links', {
  hash: text('hash').primaryKey(),
  invitation: uuid('invitation').notNull(),
  expiresAt: moment('expires_at').notNull(),
});

export const surveyResponses = pgTable('survey_responses', {
  id: uuid('id').primaryKey(),
  survey: uuid('survey').notNull(),
  kind: text('respondent_kind').$type<'state' | 'mechanism'>().notNull(),
  code: text('respondent').notNull(),
  answers: jsonb('answers').$type<Record<string, Answer>>().notNull(),
  named: boolean('named').notNull(),
  sentAnswers: jsonb('sent_answers').$type<Record<string, Answer>>(),
  sentNamed: boolean('sent_named'),
  sentVersion: integer('sent_version'),
  sentAt: moment('sent_at'),
  surveyVersion: integer('survey_version'),
  language: text('language').$type<Locale>().notNull(),
  onBehalf: boolean('on_behalf').notNull(),
  receivedFrom: text('received_from').notNull(),
  version: integer('version').notNull(),
  actor: text('actor').notNull(),
  account: uuid('account'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});
