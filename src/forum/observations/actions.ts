import { v7 as uuidv7 } from 'uuid';
import { LOCALES } from '#vocab/language.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { demand, personNames, type Refused } from '#forum/people/index.ts';
import { sessionAt } from '#forum/programme/index.ts';
import { type ObservationForm, readObservation } from './form.ts';
import type { Observation, ObservationContent, Stage } from './model.ts';
import { type NamedSpeaker, namedSpeakers } from './speakers.ts';
import { contentOfObservation, insertObservation, observationById, updateObservation } from './store.ts';

/**
 * Writes down what was heard in a session. It is a draft until it is released.
 * @returns null where there is no such session
 */
export async function writeObservation(
  ctx: Context,
  session: string,
  form: ObservationForm,
): Promise<Observation | Refused | null> {
  demand(ctx.actor, 'observations.write');
  const content = readObservation(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    const of = await sessionAt(tx, session);
    if (!of || of.hidden) return null;
    const observation: Observation = { ...content, id: uuidv7(), session: of.id, stage: 'draft', version: 1 };
    await insertObservation(tx, observation, ctx.now);
    return record(tx, ctx, observation, 'observation.written');
  });
}

/**
 * Changes what was written down. What was released is a draft again, since the new text has to be looked at again before others read it. `version` is the one
 * that was read: where somebody else has changed it since, nothing is overwritten, and what stands there now is given back.
 * @returns null where there is no such observation
 */
export async function changeObservation(
  ctx: Context,
  id: string,
  version: number,
  form: ObservationForm,
): Promise<Observation | Refused | { now: Observation } | null> {
  demand(ctx.actor, 'observations.write');
  const content = readObservation(form);
  if ('complaints' in content) return content;
  return change(ctx, id, version, { ...content, stage: 'draft' }, 'observation.changed');
}

/**
 * Lets everybody read an observation. One that may tell who spoke is not released (PRODUCT.md, rule 9): the words are given back, and only who says to
 * have looked at them (`sure`) releases it all the same; the audit keeps that.
 * @returns null where there is no such observation
 */
export async function releaseObservation(
  ctx: Context,
  id: string,
  version: number,
  sure: boolean,
): Promise<Observation | { named: NamedSpeaker[] } | { now: Observation } | null> {
  demand(ctx.actor, 'observations.write');
  const before = await observationById(ctx.db, id);
  if (!before) return null;
  const named = await speakersNamedIn(ctx.db, before);
  if (named.length > 0 && !sure) return { named };
  return change(
    ctx,
    id,
    version,
    { stage: 'released' },
    named.length > 0 ? 'observation.released-sure' : 'observation.released',
  );
}

/** Words of an observation that may tell who spoke, in whatever language it is written. */
export async function speakersNamedIn(db: Database, { text }: ObservationContent): Promise<NamedSpeaker[]> {
  const people = await personNames(db);
  const named = LOCALES.flatMap((locale) => namedSpeakers(text[locale] ?? '', people));
  return [...new Map(named.map((one) => [`${one.kind} ${one.words}`, one])).values()];
}

/**
 * Hides an observation from everybody but those who write them; its versions stay.
 * @returns null where there is no such observation
 */
export async function withdrawObservation(
  ctx: Context,
  id: string,
  version: number,
): Promise<Observation | { now: Observation } | null> {
  demand(ctx.actor, 'observations.write');
  return change(ctx, id, version, { stage: 'withdrawn' }, 'observation.withdrawn');
}

async function change(
  ctx: Context,
  id: string,
  version: number,
  next: Partial<ObservationContent> & { stage: Stage },
  action: string,
): Promise<Observation | { now: Observation } | null> {
  return ctx.db.transaction(async (tx) => {
    const before = await observationById(tx, id);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    const after = { ...before, ...next, version: version + 1 };
    return (await updateObservation(tx, after, ctx.now))
      ? record(tx, ctx, after, action)
      : { now: (await observationById(tx, id))! };
  });
}

/** What stands in the versions of an observation. */
export type ObservationVersion = Pick<Observation, 'session' | 'stage'> & ObservationContent;

async function record(tx: Database, ctx: Context, observation: Observation, action: string): Promise<Observation> {
  const { id, session, stage, version } = observation;
  const content: ObservationVersion = { session, stage, ...contentOfObservation(observation) };
  await recordChanges(tx, ctx, 'observation', [{ subject: id, number: version, action, content }]);
  await recordAct(tx, ctx, action, { observation: id, version });
  return observation;
}
