import type { Context } from '#platform/context.ts';
import { ownEntries } from './entry.ts';
import type { Survey } from './model.ts';
import { responseOf } from './responses.ts';
import { openSurveys } from './store.ts';

/** The open surveys that a state or mechanism of the actor's has not answered yet, those that end first being first. */
export async function surveysWaiting(ctx: Context): Promise<Survey[]> {
  const entries = ownEntries(ctx);
  if (entries.length === 0) return [];
  const waiting: Survey[] = [];
  for (const survey of await openSurveys(ctx.db)) {
    const responses = await Promise.all(entries.map(({ respondent }) => responseOf(ctx.db, survey.id, respondent)));
    if (responses.some((response) => !response?.sentAt)) waiting.push(survey);
  }
  return waiting;
}
