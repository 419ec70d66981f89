import { fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { themesOffered } from '#vocab/themes.ts';
import { labelIn } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { OTHER, resultsNow, sortTexts, textHash } from '#forum/survey/index.ts';
import type { SpokenView } from '#ui/results-views.ts';
import { problemsOf } from '../../../../forms.ts';
import { surveyForHosts } from '../results-here.ts';
import type { Actions, PageServerLoad } from './$types';

interface TextsView {
  title: SpokenView;
  href: string;
  themes: { value: string; label: string }[];
  questions: { wording: SpokenView; texts: (SpokenView & { name: string; theme: string })[] }[];
  saved: boolean;
}

/** The texts that were written, each to be put under a theme: without who wrote it. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<TextsView> => {
  const { ctx, prefix } = locals;
  const survey = await surveyForHosts(locals, slug);
  const { count } = await resultsNow(ctx, survey);
  const questions = survey.content.sections.flatMap((section) => section.questions);
  return {
    title: textIn(survey.content.title, ctx.locale),
    href: `${prefix}/surveys/${encodeURIComponent(survey.slug)}/results`,
    themes: [
      ...themesOffered().map(({ code, label }) => ({ value: code, label: labelIn(label, ctx.locale) })),
      { value: OTHER, label: translate(ctx.locale, 'results.theme-other') },
    ],
    questions: (count?.results.measured ?? []).flatMap(({ question, parts }) =>
      parts.flatMap(({ figures }) => {
        const asked = questions.find(({ code }) => code === question);
        if (!asked || !figures || !('texts' in figures)) return [];
        const texts = [...new Map(figures.texts.map((one) => [one.text, one])).values()].map((one) => ({
          ...one,
          name: `${question}/${textHash(one.text)}`,
          theme: one.theme ?? '',
        }));
        return [{ wording: textIn(asked.wording, ctx.locale), texts }];
      }),
    ),
    saved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async ({ params: { slug }, locals, request }) => {
    const survey = await surveyForHosts(locals, slug);
    const texts = [...(await request.formData())].flatMap(([name, theme]) => {
      const at = name.lastIndexOf('/');
      return at > 0 && typeof theme === 'string'
        ? [{ question: name.slice(0, at), textHash: name.slice(at + 1), theme }]
        : [];
    });
    const done = await sortTexts(locals.ctx, survey, texts);
    if ('complaints' in done) return fail(400, { problems: problemsOf(locals, done.complaints) });
    redirect(303, `${locals.prefix}/surveys/${encodeURIComponent(survey.slug)}/results/texts?saved=1`);
  },
};
