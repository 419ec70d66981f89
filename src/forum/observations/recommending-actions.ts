import { v7 as uuidv7 } from 'uuid';
import { textIn } from '#vocab/texts.ts';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { editionAt } from '#forum/editions/index.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import { readRecommendation, type RecommendationForm } from './form.ts';
import type { Recommendation, RecommendationContent, Stage } from './model.ts';
import {
  contentOfRecommendation,
  freeSlug,
  insertRecommendation,
  recommendationAt,
  recommendationsAlone,
  updateRecommendation,
} from './store.ts';

/**
 * Writes down what an edition recommends. It is a draft until it is released; its address is made of its title and stays.
 * @returns null where there is no such edition
 */
export async function writeRecommendation(
  ctx: Context,
  edition: string,
  form: RecommendationForm,
): Promise<Recommendation | Refused | null> {
  demand(ctx.actor, 'observations.write');
  const content = readRecommendation(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    const of = await editionAt(tx, edition);
    if (!of) return null;
    await recommendationsAlone(tx);
    const slug = await freeSlug(tx, of.slug, textIn(content.title, 'en').text);
    const at = { createdAt: ctx.now, updatedAt: ctx.now };
    const made: Recommendation = { ...content, id: uuidv7(), slug, edition: of.id, stage: 'draft', version: 1, ...at };
    await insertRecommendation(tx, made);
    return record(tx, ctx, made, 'recommendation.written');
  });
}

/**
 * Changes a recommendation, or says what has come of it. `version` is the one that was read: where somebody else has changed it since, nothing is
 * overwritten, and what stands there now is given back.
 * @returns null where there is no such recommendation
 */
export async function changeRecommendation(
  ctx: Context,
  slug: string,
  version: number,
  form: RecommendationForm,
): Promise<Recommendation | Refused | { now: Recommendation } | null> {
  demand(ctx.actor, 'observations.write');
  const content = readRecommendation(form);
  if ('complaints' in content) return content;
  return change(ctx, slug, version, content, 'recommendation.changed');
}

/**
 * Lets everybody read a recommendation (`released`), takes it back into preparation (`draft`), or hides it (`withdrawn`): its address stays its own.
 * @returns null where there is no such recommendation
 */
export async function stageRecommendation(
  ctx: Context,
  slug: string,
  version: number,
  stage: Stage,
): Promise<Recommendation | { now: Recommendation } | null> {
  demand(ctx.actor, 'observations.write');
  return change(ctx, slug, version, { stage }, `recommendation.${stage}`);
}

async function change(
  ctx: Context,
  slug: string,
  version: number,
  next: Partial<RecommendationContent & { stage: Stage }>,
  action: string,
): Promise<Recommendation | { now: Recommendation } | null> {
  return ctx.db.transaction(async (tx) => {
    const before = await recommendationAt(tx, slug);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    const after = { ...before, ...next, version: version + 1, updatedAt: ctx.now };
    return (await updateRecommendation(tx, after))
      ? record(tx, ctx, after, action)
      : { now: (await recommendationAt(tx, slug))! };
  });
}

/** What stands in the versions of a recommendation. */
export type RecommendationVersion = Pick<Recommendation, 'slug' | 'edition' | 'stage'> & RecommendationContent;

async function record(tx: Database, ctx: Context, made: Recommendation, action: string): Promise<Recommendation> {
  const { id, slug, edition, stage, version } = made;
  const content: RecommendationVersion = { slug, edition, stage, ...contentOfRecommendation(made) };
  await recordChanges(tx, ctx, 'recommendation', [{ subject: id, number: version, action, content }]);
  await recordAct(tx, ctx, action, { recommendation: slug, version });
  return made;
}
