import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import { actorName } from '#forum/people/index.ts';
import {
  handoverNow,
  handOverEdition,
  leftoversOf,
  openNext,
  proposeNext,
  tick,
  TICKS,
} from '#forum/planning/index.ts';
import type { HandoverView } from '#ui/planning-views.ts';
import { countryChoices } from '../../country-choices.ts';
import { problem, problemsOf, textOf } from '../../forms.ts';
import { dateText } from '../../views.ts';
import { leftViews } from './left-view.ts';
import { correctionsIn, nextFormOf, type NextSent, nextSentIn, proposalView } from './next-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }): Promise<{ handover: HandoverView | null }> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const now = await handoverNow(ctx);
  if (!now) return { handover: null };
  const view = ({ number, years, slug }: Edition) => ({
    number,
    name: `${number} (${years.join('–')})`,
    href: `${prefix}/forum/${slug}`,
  });
  const { from, to, ticks } = now;
  const left = leftViews(locals, from, await leftoversOf(ctx, from));
  return {
    handover: {
      from: view(from),
      to: to && { ...view(to), planningHref: `${prefix}/planning?edition=${to.slug}`, milestones: now.prepared },
      left,
      leftSum: translate(locale, 'planning.left-sum', { count: left.reduce((sum, { count }) => sum + count, 0) }),
      milestones: now.milestones,
      ticks: TICKS.map((item) => {
        const ticked = ticks.get(item);
        return {
          item,
          label: translate(locale, `planning.tick-${item}`),
          ticked: ticked
            ? translate(locale, 'planning.ticked', {
                by: actorName(locale, ticked.by),
                at: dateText(ticked.at, locale),
              })
            : null,
        };
      }),
      chair: now.chair.map(({ term, name, since }) => ({
        term,
        label: translate(locale, 'planning.leaving-since', {
          name,
          since: dateText(new Date(`${since}T12:00:00Z`), locale),
        }),
      })),
      countries: countryChoices(locale),
      inviteHref: `${prefix}/people?role=chair#invite`,
      ids: { from: from.id, to: to?.id ?? '' },
      planningHref: `${prefix}/planning?edition=${from.slug}`,
    },
  };
};

/** What is wrong with what was typed of the edition, beside its fields: chairs are two choices there. */
function editionProblems(locals: App.Locals, complaints: Parameters<typeof problemsOf>[1]): Record<string, string> {
  const { chairs, ...problems } = problemsOf(locals, complaints);
  return chairs === undefined ? problems : { ...problems, chair: chairs };
}

const back = ({ prefix }: App.Locals): never => redirect(303, `${prefix}/planning/hand-over`);

export const actions: Actions = {
  look: async ({ locals, request }) => {
    const now = await handoverNow(locals.ctx);
    const sent: NextSent = nextSentIn(await request.formData());
    if (!now || now.to) return back(locals);
    const proposed = await proposeNext(locals.ctx, now.from, nextFormOf(sent));
    if ('complaints' in proposed) return fail(400, { sent, problems: editionProblems(locals, proposed.complaints) });
    return { sent, problems: {} as Record<string, string>, proposal: proposalView(locals, proposed), unread: false };
  },
  next: async ({ locals, request }) => {
    const { ctx } = locals;
    const now = await handoverNow(ctx);
    const form = await request.formData();
    const sent: NextSent = nextSentIn(form);
    if (!now || now.to) return back(locals);
    const corrections = correctionsIn(form);
    const made = await openNext(ctx, now.from, nextFormOf(sent), corrections);
    if (!('complaints' in made)) return back(locals);
    const proposed = await proposeNext(ctx, now.from, nextFormOf(sent));
    const problems = editionProblems(locals, made.complaints);
    if ('complaints' in proposed) return fail(400, { sent, problems });
    return fail(400, { sent, problems, proposal: proposalView(locals, proposed, corrections, problems), unread: true });
  },
  tick: async ({ locals, request }) => {
    const form = await request.formData();
    const now = await handoverNow(locals.ctx);
    if (now) await tick(locals.ctx, now.from.id, textOf(form, 'item'), textOf(form, 'done') === 'yes');
    redirect(303, `${locals.prefix}/planning/hand-over#checklist`);
  },
  handOver: async ({ locals, request }) => {
    const form = await request.formData();
    if (!form.has('sure')) return fail(400, { problems: problem(locals, 'sure', 'planning.hand-over-tick') });
    const leaving = form.getAll('leaving').filter((term) => typeof term === 'string');
    const versions = { from: textOf(form, 'from'), to: textOf(form, 'to') };
    const opened = await handOverEdition(locals.ctx, versions, leaving);
    if (opened === 'changed') return fail(409, { problems: problem(locals, 'sure', 'planning.hand-over-changed') });
    redirect(303, `${locals.prefix}/planning?edition=${opened.slug}&done=handed-over`);
  },
};
