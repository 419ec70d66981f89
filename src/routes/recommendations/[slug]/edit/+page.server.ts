import { fail, redirect } from '@sveltejs/kit';
import {
  changeRecommendation,
  formOfRecommendation,
  readRecommendation,
  type Recommendation,
  type RecommendationForm,
  type Stage,
  stageRecommendation,
} from '#forum/observations/index.ts';
import { translate } from '#platform/languages.ts';
import type { FieldChangeView } from '#ui/views.ts';
import { problemsOf } from '../../../forms.ts';
import { fieldChanges, titleText, versionSent } from '../../../forum/kept-versions.ts';
import { recommendationFields } from '../../../themes/kept-fields.ts';
import { recommendationHref } from '../../../themes/names.ts';
import { recommendationChoices, recommendationSent } from '../../recommendation-form.ts';
import { noRecommendation, recommendationHere } from '../../recommendation-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { slug }, url, locals }) => {
  const { ctx, prefix } = locals;
  const found = await recommendationHere(locals, slug);
  return {
    title: titleText(found.title, ctx.locale, found.slug),
    href: recommendationHref({ locale: ctx.locale, prefix }, found.slug),
    version: found.version,
    stage: found.stage,
    stageText: translate(ctx.locale, `observations.is-${found.stage}`),
    typed: formOfRecommendation(found),
    choices: recommendationChoices(ctx.locale, found.themes),
    done: url.searchParams.has('saved') ? translate(ctx.locale, 'observations.saved') : null,
  };
};

interface Answered {
  sent: RecommendationForm | null;
  problems: Record<string, string>;
  conflict: FieldChangeView[] | null;
  /** The version what was typed is to follow on. */
  version: number;
}

export const actions: Actions = {
  save: async ({ params: { slug }, locals, request }) => {
    const data = await request.formData();
    const sent = recommendationSent(data);
    const version = versionSent(data);
    const answer: Answered = { sent, version, problems: {}, conflict: null };
    const changed = await changeRecommendation(locals.ctx, slug, version, sent);
    if (changed === null) noRecommendation(locals, slug);
    if ('complaints' in changed) return fail(400, { ...answer, problems: problemsOf(locals, changed.complaints) });
    if ('now' in changed) return conflicted(locals, answer, changed.now);
    return saved(locals, changed);
  },
  release: (event) => stage(event, 'released'),
  prepare: (event) => stage(event, 'draft'),
  withdraw: (event) => stage(event, 'withdrawn'),
};

type Event = Parameters<NonNullable<Actions['save']>>[0];

async function stage({ params: { slug }, locals, request }: Event, to: Stage) {
  const version = versionSent(await request.formData());
  const changed = await stageRecommendation(locals.ctx, slug, version, to);
  if (changed === null) noRecommendation(locals, slug);
  if ('now' in changed) return conflicted(locals, { sent: null, version, problems: {}, conflict: null }, changed.now);
  return saved(locals, changed);
}

function conflicted({ ctx: { locale } }: App.Locals, answer: Answered, now: Recommendation) {
  const mine = answer.sent && readRecommendation(answer.sent);
  const fields = recommendationFields(mine === null || 'complaints' in mine ? now : mine, locale);
  const conflict = fieldChanges(recommendationFields(now, locale), fields);
  return fail(409, { ...answer, version: now.version, conflict });
}

function saved({ ctx, prefix }: App.Locals, { slug, stage: now }: Recommendation): never {
  const href = recommendationHref({ locale: ctx.locale, prefix }, slug);
  redirect(303, `${href}${now === 'released' ? '' : '/edit'}?saved=1`);
}
