import { error, fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { addMilestone, MILESTONE_FIELDS } from '#forum/planning/index.ts';
import { problemsOf, textsOf } from '../../forms.ts';
import { milestoneChoices } from '../views.ts';
import type { Actions, PageServerLoad } from './$types';

async function editionAsked({ ctx }: App.Locals, url: URL) {
  const edition = (await allEditions(ctx.db)).find(({ slug }) => slug === url.searchParams.get('edition'));
  if (!edition) error(404, translate(ctx.locale, 'planning.none-edition'));
  return edition;
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { slug } = await editionAsked(locals, url);
  return { edition: slug, choices: milestoneChoices(locals.ctx.locale) };
};

export const actions: Actions = {
  default: async ({ locals, url, request }) => {
    const edition = await editionAsked(locals, url);
    const data = await request.formData();
    const sent = { ...textsOf(data, MILESTONE_FIELDS), public: data.has('public') };
    const made = await addMilestone(locals.ctx, edition.id, sent);
    if ('complaints' in made) return fail(400, { sent, problems: problemsOf(locals, made.complaints) });
    redirect(303, `${locals.prefix}/planning?edition=${edition.slug}&done=saved#m-${made.id}`);
  },
};
