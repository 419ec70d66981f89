import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { programFolder } from '#platform/settings.ts';
import { slugFrom } from '#platform/slugs.ts';
import { isWritten, textIn, type Texts } from '#vocab/texts.ts';
import { demand } from '#forum/people/index.ts';
import { complaintsAbout, emptySurvey, sameShape } from './content.ts';
import type { Survey, SurveyContent } from './model.ts';
import { insertSurvey, slugTaken, surveyWith, updateSurvey } from './store.ts';
import { REMIND_DAYS } from './times.ts';

export type Refused = { complaints: Complaint[] };

/** The last parts of addresses under /surveys that are pages of their own. */
const RESERVED = ['new', 'answer'];

/** Begins a survey: empty, or with the questions of `from`. */
export async function createSurvey(
  ctx: Context,
  { title, edition = null, from = null }: { title: Texts; edition?: string | null; from?: SurveyContent | null },
): Promise<Survey | Refused> {
  demand(ctx.actor, 'survey.build');
  if (!isWritten(title)) return { complaints: [{ name: 'title', notice: { key: 'survey.no-title' } }] };
  return ctx.db.transaction(async (tx) => {
    const survey: Survey = {
      id: uuidv7(),
      slug: await freeSlug(tx, textIn(title, 'en').text),
      edition,
      state: 'draft',
      content: from ? { ...from, title } : emptySurvey(title),
      version: 1,
      openedVersion: null,
      openedAt: null,
      closesAt: null,
      zone: 'UTC',
      closedAt: null,
      remindDays: [...REMIND_DAYS],
      remindedDays: [],
      hiddenAt: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await insertSurvey(tx, survey);
    await recordSurvey(tx, ctx, survey, 'survey.created');
    return survey;
  });
}

async function freeSlug(tx: Database, title: string): Promise<string> {
  const base = slugFrom(title, 'survey');
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!RESERVED.includes(slug) && !(await slugTaken(tx, slug))) return slug;
  }
}

/** Writes the version, the event and the audit line of a survey's present state. */
export async function recordSurvey(tx: Database, ctx: Context, survey: Survey, action: string): Promise<void> {
  const { id, version, content, state, closesAt, zone, remindDays } = survey;
  await recordChanges(tx, ctx, 'survey', [
    { subject: id, number: version, action, content: { ...content, state, closesAt, zone, remindDays } },
  ]);
  await recordAct(tx, ctx, action, { survey: id, version });
}

/**
 * Changes what a survey asks. Once it was opened only words can be corrected, which makes a version that the page of answers names: codes, options and conditions
 * stay, as answers are kept by them. `version` is the one that was read; where somebody else has changed it since, nothing is overwritten.
 * @returns null where there is no such survey
 */
export async function changeSurvey(
  ctx: Context,
  id: string,
  version: number,
  change: (content: SurveyContent) => SurveyContent,
): Promise<Survey | Refused | null> {
  demand(ctx.actor, 'survey.build');
  const before = await surveyWith(ctx.db, id);
  if (!before) return null;
  if (before.version !== version) return CHANGED;
  const content = change(before.content);
  const complaints = complaintsAbout(content);
  if (complaints.length > 0) return { complaints };
  if (before.state !== 'draft' && !sameShape(before.content, content))
    return { complaints: [{ name: 'version', notice: { key: 'survey.locked' } }] };
  const action = before.state === 'draft' ? 'survey.changed' : 'survey.corrected';
  return writeSurvey(ctx, { ...before, content }, action);
}

/** Somebody else has written since. */
export const CHANGED: Refused = { complaints: [{ name: 'version', notice: { key: 'survey.changed-since' } }] };

/** Writes the next version of a survey that was read; who may is asked by the caller. `also` goes into the same transaction. */
export async function writeSurvey(
  ctx: Context,
  before: Survey,
  action: string,
  also?: (tx: Database, survey: Survey) => Promise<void>,
): Promise<Survey | Refused> {
  const survey: Survey = { ...before, version: before.version + 1, updatedAt: ctx.now };
  return ctx.db.transaction(async (tx) => {
    if (!(await updateSurvey(tx, survey))) return CHANGED;
    await recordSurvey(tx, ctx, survey, action);
    await also?.(tx, survey);
    return survey;
  });
}

/** Puts a draft away: it is hidden, not deleted. Null where there is none; a survey that was opened stays. */
export async function hideSurvey(ctx: Context, id: string): Promise<Survey | Refused | null> {
  demand(ctx.actor, 'survey.build');
  const before = await surveyWith(ctx.db, id);
  if (!before || before.state !== 'draft') return null;
  return writeSurvey(ctx, { ...before, hiddenAt: ctx.now }, 'survey.hidden');
}

/** The questionnaire that comes with the program, from which a new survey can be begun. */
export function sampleSurvey(): SurveyContent {
  return JSON.parse(readFileSync(join(programFolder(), 'sample', 'survey.json'), 'utf8')) as SurveyContent;
}
