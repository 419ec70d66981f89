import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { isTheme } from '#vocab/themes.ts';
import type { Context } from '#platform/context.ts';
import { alone } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import type { Survey } from '../model.ts';
import { responsesOf } from '../store.ts';
import { counted } from './counting.ts';
import type { Count, Results, Turnout } from './model.ts';
import { countsOf, insertCount, publishCount, publishedCount, putTexts, textThemesOf, turnoutOf } from './store.ts';

/** A theme for texts that belong to none of the Forum's. */
export const OTHER = 'other';

/** What a text is known by, whoever wrote it. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * The results as those see them who prepare an edition, at this moment. What is shown for the first time is written down as a count before it is shown,
 * since whatever is shown later must give nothing away beside it.
 * @returns null where nothing can be shown yet but the turnout
 */
export async function resultsNow(ctx: Context, survey: Survey): Promise<{ count: Count | null; turnout: Turnout }> {
  demand(ctx.actor, 'survey.results');
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'survey-counts');
    const responses = await responsesOf(tx, survey.id);
    const turnout = await turnoutOf(tx, survey.id, responses);
    const earlier = await countsOf(tx, survey.id);
    const last = earlier.at(-1) ?? null;
    const final = survey.state === 'closed';
    const found = counted(survey.content, responses, earlier, { at: ctx.now.toISOString(), final, turnout });
    const isWorthWhile = found && (final || found.results.measured.some(hasFigures));
    if (!isWorthWhile) return { count: await withThemes(tx, survey, last), turnout };
    const count: Count = {
      id: uuidv7(),
      survey: survey.id,
      number: (last?.number ?? 0) + 1,
      at: ctx.now,
      final,
      ...found,
      content: survey.content,
      published: null,
      publishedAt: null,
    };
    await insertCount(tx, count);
    return { count: await withThemes(tx, survey, count), turnout };
  });
}

const hasFigures = ({ parts }: Results['measured'][number]) => parts.some(({ figures }) => figures !== null);

/** The texts of a count with the themes under which they were put. */
async function withThemes(db: Context['db'], survey: Survey, count: Count | null): Promise<Count | null> {
  if (!count) return null;
  const themes = await textThemesOf(db, survey.id);
  const results = mapTexts(count.results, (question, texts) =>
    texts.map((one) => ({ ...one, theme: themes.get(`${question}/${textHash(one.text)}`) ?? null })),
  );
  return { ...count, results };
}

type Texts = { text: string; language: 'en' | 'fr' | 'es' | 'ar'; theme: string | null }[];

function mapTexts(results: Results, change: (question: string, texts: Texts) => Texts): Results {
  const measured = results.measured.map((one) => ({
    ...one,
    parts: one.parts.map(({ part, figures }) => ({
      part,
      figures: figures && 'texts' in figures ? { ...figures, texts: change(one.question, figures.texts) } : figures,
    })),
  }));
  return { ...results, measured };
}

/**
 * Publishes the results of a survey that is over, as they stand in its last count: frozen, with those texts that were put under a theme, and so were
 * read by somebody, and without the others.
 */
export async function publishResults(ctx: Context, survey: Survey): Promise<Count | Refused> {
  demand(ctx.actor, 'survey.results');
  if (survey.state !== 'closed') return { complaints: [{ name: 'publish', notice: { key: 'results.publish-open' } }] };
  const { count } = await resultsNow(ctx, survey);
  if (!count?.results.measured.some(hasFigures))
    return { complaints: [{ name: 'publish', notice: { key: 'results.publish-few' } }] };
  return ctx.db.transaction(async (tx) => {
    await alone(tx, 'survey-counts');
    const before = await publishedCount(tx, survey.id);
    if (before?.id === count.id) return before;
    const published = mapTexts(count.results, (_, texts) => texts.filter(({ theme }) => theme !== null));
    await publishCount(tx, count.id, published, ctx.now);
    await recordChanges(tx, ctx, 'survey-results', [
      { subject: count.id, number: 1, action: 'survey-results.published', content: published },
    ]);
    await recordAct(tx, ctx, 'survey-results.published', { survey: survey.id, count: count.id });
    return { ...count, published, publishedAt: ctx.now };
  });
}

/** Puts texts of a survey under themes, many at once; an empty theme takes one out. Texts that are not shown are passed over. */
export async function sortTexts(
  ctx: Context,
  survey: Survey,
  texts: readonly { question: string; textHash: string; theme: string }[],
): Promise<Refused | { sorted: number }> {
  demand(ctx.actor, 'survey.results');
  const unknown = texts.find(({ theme }) => theme !== '' && theme !== OTHER && !isTheme(theme));
  if (unknown)
    return {
      complaints: [
        { name: 'theme', notice: { key: 'results.unknown-theme', values: { theme: unknown.theme.slice(0, 60) } } },
      ],
    };
  return ctx.db.transaction(async (tx) => {
    const last = (await countsOf(tx, survey.id)).at(-1);
    const known = new Set(
      last?.results.measured.flatMap(({ question, parts }) =>
        parts.flatMap(({ figures }) =>
          figures && 'texts' in figures ? figures.texts.map(({ text }) => `${question}/${textHash(text)}`) : [],
        ),
      ),
    );
    const there = texts.filter(({ question, textHash }) => known.has(`${question}/${textHash}`));
    await putTexts(tx, survey.id, there);
    await recordAct(tx, ctx, 'survey-results.texts-sorted', { survey: survey.id, texts: there.length });
    return { sorted: there.length };
  });
}
