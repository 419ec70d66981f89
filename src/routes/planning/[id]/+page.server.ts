import { error, fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import {
  changeMilestone,
  formOfMilestone,
  MILESTONE_FIELDS,
  milestoneWithId,
  removeMilestone,
} from '#forum/planning/index.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { milestoneChoices } from '../views.ts';
import type { Actions, PageServerLoad } from './$types';

async function milestoneHere({ ctx }: App.Locals, id: string) {
  const milestone = await milestoneWithId(ctx.db, id);
  if (!milestone) error(404, translate(ctx.locale, 'planning.none'));
  const edition = (await allEditions(ctx.db)).find((one) => one.id === milestone.edition)!;
  return { milestone, edition };
}

export const load: PageServerLoad = async ({ locals, params: { id } }) => {
  const { milestone, edition } = await milestoneHere(locals, id);
  return {
    id: milestone.id,
    edition: edition.slug,
    version: milestone.version,
    typed: formOfMilestone(milestone),
    choices: milestoneChoices(locals.ctx.locale),
  };
};

export const actions: Actions = {
  save: async ({ locals, params: { id }, request }) => {
    const { milestone, edition } = await milestoneHere(locals, id);
    const data = await request.formData();
    const sent = { ...textsOf(data, MILESTONE_FIELDS), public: data.has('public') };
    const changed = await changeMilestone(locals.ctx, milestone.id, sent, Number(textOf(data, 'version')) || 0);
    if (changed === null) error(404, translate(locals.ctx.locale, 'planning.none'));
    if ('complaints' in changed)
      return fail(400, { sent, problems: problemsOf(locals, changed.complaints), theirs: null });
    // The later one sees both texts; saving once more is made from what stands there now.
    if ('now' in changed) return fail(409, { sent, problems: {}, theirs: formOfMilestone(changed.now) });
    redirect(303, `${locals.prefix}/planning?edition=${edition.slug}&done=saved#m-${milestone.id}`);
  },
  remove: async ({ locals, params: { id } }) => {
    const { milestone, edition } = await milestoneHere(locals, id);
    await removeMilestone(locals.ctx, milestone.id);
    redirect(303, `${locals.prefix}/planning?edition=${edition.slug}&done=removed`);
  },
};
