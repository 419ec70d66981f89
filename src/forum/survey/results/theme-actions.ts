import type { Context } from '#platform/context.ts';
import { changeEdition, editionById, formOfEdition, typedTexts } from '#forum/editions/index.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import type { Option, Survey } from '../model.ts';
import { linkThemes, optionsTaken } from './store.ts';

/** An option of a ranking, and whether it is a sub-theme of the edition already. */
export interface ThemeChoice {
  question: string;
  option: Option;
  taken: boolean;
}

/** What can become a sub-theme of a survey's edition: whatever was ranked. */
export async function themeChoices(ctx: Context, survey: Survey): Promise<ThemeChoice[]> {
  demand(ctx.actor, 'survey.results');
  const taken = await optionsTaken(ctx.db, survey.id);
  return survey.content.sections
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'rank')
    .flatMap(({ code, options }) =>
      options.map((option) => ({ question: code, option, taken: taken.has(`${code}/${option.code}`) })),
    );
}

const refused = (key: 'results.no-edition' | 'results.choose-some' | 'results.edition-changed'): Refused => ({
  complaints: [{ name: 'option', notice: { key } }],
});

/**
 * Makes options of a survey sub-themes of its edition, with their wording in all languages and the themes they stand for, after those it has; the link to the
 * survey is kept. What is one already is passed over.
 * @param chosen as "question/option"
 */
export async function makeThemes(
  ctx: Context,
  survey: Survey,
  chosen: readonly string[],
): Promise<Refused | { edition: string; made: number }> {
  demand(ctx.actor, 'survey.results');
  demand(ctx.actor, 'editions.edit');
  const options = (await themeChoices(ctx, survey)).filter(({ question, option }) =>
    chosen.includes(`${question}/${option.code}`),
  );
  if (options.length === 0) return refused('results.choose-some');
  return ctx.db.transaction(async (tx) => {
    const within = { ...ctx, db: tx };
    const edition = survey.edition === null ? null : await editionById(tx, survey.edition);
    if (!edition) return refused('results.no-edition');
    const fresh = options.filter(({ taken }) => !taken);
    if (fresh.length === 0) return { edition: edition.slug, made: 0 };
    const form = formOfEdition(edition);
    const added = fresh.map(({ option }) => ({ title: typedTexts(option.label), themes: option.themes }));
    const subThemes = [...form.subThemes, ...added];
    const changed = await changeEdition(within, edition.slug, edition.version, { ...form, subThemes });
    if (changed === null || 'now' in changed) return refused('results.edition-changed');
    if ('complaints' in changed) return changed;
    const link = { survey: survey.id, edition: edition.id, at: ctx.now };
    await linkThemes(
      tx,
      fresh.map(({ question, option }) => ({ ...link, question, option: option.code })),
    );
    return { edition: edition.slug, made: fresh.length };
  });
}
