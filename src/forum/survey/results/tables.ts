import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { SurveyContent } from '../model.ts';
import type { Results, Shown } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const surveyCounts = pgTable('survey_counts', {
  id: uuid('id').primaryKey(),
  survey: uuid('survey').notNull(),
  number: integer('number').notNull(),
  at: moment('at').notNull(),
  final: boolean('final').notNull(),
  results: jsonb('results').$type<Results>().notNull(),
  shown: jsonb('shown').$type<Shown>().notNull(),
  content: jsonb('content').$type<SurveyContent>().notNull(),
  published: jsonb('published').$type<Results>(),
  publishedAt: moment('published_at'),
});

export const surveyTextThemes = pgTable('survey_text_themes', {
  survey: uuid('survey').notNull(),
  question: text('question').notNull(),
  textHash: text('text_hash').notNull(),
  theme: text('theme').notNull(),
});

export const surveyThemes = pgTable('survey_themes', {
  survey: uuid('survey').notNull(),
  edition: uuid('edition').notNull(),
  question: text('question').notNull(),
  option: text('option').notNull(),
  at: moment('at').notNull(),
});
