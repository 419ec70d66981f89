import { redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { may } from '#forum/people/index.ts';
import { endFeed, feedSince, makeFeed, milestonesOf, setDone } from '#forum/planning/index.ts';
import type { PlanningView } from '#ui/planning-views.ts';
import { textOf } from '../forms.ts';
import { dateText } from '../views.ts';
import type { Actions, PageServerLoad } from './$types';
import { lineView, milestoneView, monthViews } from './views.ts';

/** The year of an edition: of the present one, unless another is chosen. */
export const load: PageServerLoad = async ({ locals, url }): Promise<PlanningView> => {
  const { ctx, prefix } = locals;
  const { locale, actor } = ctx;
  const editions = await allEditions(ctx.db);
  const asked = url.searchParams.get('edition');
  const edition =
    editions.find(({ slug }) => slug === asked) ??
    editions.find(({ stage }) => stage === 'current') ??
    editions.at(-1) ??
    null;
  const mayPlan = may(actor, 'planning.edit');
  const all = edition ? await milestonesOf(ctx.db, edition.id) : [];
  // Whoever has no role in the Forum sees what everybody may.
  const milestones = actor.roles.length > 0 ? all : all.filter((one) => one.public);
  const views = milestones.map((one) => milestoneView(locals, one, mayPlan));
  const since = await feedSince(ctx);
  const said = ['saved', 'removed', 'handed-over'].find((one) => url.searchParams.get('done') === one);
  return {
    title: edition
      ? translate(locale, 'planning.title-of', { number: edition.number })
      : translate(locale, 'planning.title'),
    editions: editions
      .toReversed()
      .map(({ slug, number, years }) => ({ value: slug, label: `${number} (${years.join('–')})` })),
    edition: edition?.slug ?? null,
    line: lineView(locals, milestones, views),
    months: monthViews(locale, milestones, views),
    mayPlan,
    addHref: `${prefix}/planning/new?edition=${edition?.slug ?? ''}`,
    handoverHref: may(actor, 'planning.hand-over') ? `${prefix}/planning/hand-over` : null,
    publicCalendar: edition && all.some((one) => one.public) ? `/calendar/${edition.slug}.ics` : null,
    feedSince: since && dateText(since, locale),
    feedAddress: null,
    done: said
      ? translate(locale, `planning.${said as 'saved' | 'removed' | 'handed-over'}`, { number: edition?.number ?? 0 })
      : null,
  };
};

const back = ({ prefix }: App.Locals, form: FormData, hash = ''): never =>
  redirect(303, `${prefix}/planning?edition=${encodeURIComponent(textOf(form, 'edition'))}${hash}`);

export const actions: Actions = {
  done: async ({ locals, request }) => {
    const form = await request.formData();
    await setDone(locals.ctx, textOf(form, 'id'), textOf(form, 'done') === 'yes');
    back(locals, form, `#m-${textOf(form, 'id')}`);
  },
  makeFeed: async ({ locals }) => {
    const secret = await makeFeed(locals.ctx);
    return { feedAddress: `${locals.forum.settings.origin}/planning.ics?key=${secret}` };
  },
  endFeed: async ({ locals, request }) => {
    await endFeed(locals.ctx);
    back(locals, await request.formData(), '#calendar');
  },
};
