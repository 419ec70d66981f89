import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import { actorName } from '#forum/people/index.ts';
import { handoverNow, handOverEdition, openNext, tick, TICKS } from '#forum/planning/index.ts';
import type { HandoverView } from '#ui/planning-views.ts';
import { countryChoices } from '../../country-choices.ts';
import { problem, problemsOf, textOf, textsOf } from '../../forms.ts';
import { dateText } from '../../views.ts';
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
  return {
    handover: {
      from: view(from),
      to: to && { ...view(to), planningHref: `${prefix}/planning?edition=${to.slug}`, milestones: now.prepared },
      open: now.open,
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

const NEXT_FIELDS = ['years', 'chair', 'co-chair', 'city', 'country', 'from', 'until'] as const;

export const actions: Actions = {
  next: async ({ locals, request }) => {
    const { ctx, prefix } = locals;
    const now = await handoverNow(ctx);
    const sent = textsOf(await request.formData(), NEXT_FIELDS);
    if (!now || now.to) redirect(303, `${prefix}/planning/hand-over`);
    const { years, city, country, from, until } = sent;
    const chairs = [sent.chair, sent['co-chair']].filter(Boolean);
    const made = await openNext(ctx, now.from, { years, chairs, city, country, from, until });
    if ('complaints' in made) {
      const { chairs: chair, ...problems } = problemsOf(locals, made.complaints);
      return fail(400, { sent, problems: { ...problems, ...(chair && { chair }) } as Record<string, string> });
    }
    redirect(303, `${prefix}/planning/hand-over`);
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
