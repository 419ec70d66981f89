import { error, fail, redirect } from '@sveltejs/kit';
import { type MessageKey, translate } from '#platform/languages.ts';
import {
  changePractice,
  changeStanding,
  confirmPractice,
  practiceToKeep,
  LONGEST_REMARK,
  remarkProblem,
  STANDING_CHANGES,
  withdrawalAt,
  withdrawPractice,
} from '#forum/drafts/index.ts';
import type { Practice } from '#forum/practices/index.ts';
import type { KeepView } from '#ui/review-views.ts';
import { textOf } from '../../../forms.ts';
import { keepingView } from '../../../keeping.ts';
import { practiceTitle } from '../../../desk/review/names.ts';
import { dateText, practiceHref } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** As if there were no such page: it is nobody's but those who keep the practice. */
function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

async function kept(locals: App.Locals, slug: string): Promise<Practice> {
  return (await practiceToKeep(locals.ctx, slug)) ?? notThere(locals);
}

const DONE = ['confirmed', 'merged', ...STANDING_CHANGES] as const;

/** What the reader may do with a practice; with ?step=… what that does, before it is done. */
export const load: PageServerLoad = async ({ locals, params, url }): Promise<KeepView> => {
  const practice = await kept(locals, params.slug);
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  if (practice.slug !== params.slug)
    redirect(307, `${practiceHref({ locale, prefix }, practice.slug)}/keep${url.search}`);
  const keeping = keepingView(locals, practice)!;
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  return {
    title: practiceTitle(practice, locale),
    standing: translate(locale, `review.standing-${practice.standing as 'published' | 'archived' | 'withdrawn'}`),
    href: practice.standing === 'withdrawn' ? null : practiceHref({ locale, prefix }, practice.slug),
    withdrawn: await withdrawnView(locals, practice),
    changeText: translate(locale, CHANGE_TEXTS[practice.standing as keyof typeof CHANGE_TEXTS]),
    confirmed:
      practice.confirmedAt === null
        ? translate(locale, 'review.keep-confirmed-never')
        : translate(locale, 'review.keep-confirmed', { when: dateText(new Date(practice.confirmedAt), locale) }),
    keeping,
    asked: keeping.standing.find(({ name }) => name === url.searchParams.get('step')) ?? null,
    done: done === undefined ? null : translate(locale, `review.kept-${done}`),
  };
};

/** What comes of changing a practice, by where it stands. */
const CHANGE_TEXTS = {
  published: 'review.keep-change-text',
  archived: 'review.keep-change-text-archived',
  withdrawn: 'review.keep-change-text-withdrawn',
} as const satisfies Partial<Record<Practice['standing'], MessageKey>>;

async function withdrawnView({ ctx }: App.Locals, practice: Practice): Promise<KeepView['withdrawn']> {
  if (practice.standing !== 'withdrawn') return null;
  const withdrawal = await withdrawalAt(ctx, practice.slug);
  if (withdrawal === null) return null;
  const when = dateText(withdrawal.at, ctx.locale);
  const { by, why } = withdrawal;
  const text =
    by === null
      ? translate(ctx.locale, 'review.withdrawn-on', { when })
      : translate(ctx.locale, 'review.withdrawn-by', { when, name: by });
  return { text, why };
}

export const actions: Actions = {
  change: async ({ locals, params }) => {
    const practice = await kept(locals, params.slug);
    const draft = await changePractice(locals.ctx, practice.id);
    if (draft === null) notThere(locals);
    redirect(303, `${locals.prefix}/desk/drafts/${draft}/what`);
  },
  confirm: async ({ locals, params }) => {
    const practice = await kept(locals, params.slug);
    if (!(await confirmPractice(locals.ctx, practice.id))) notThere(locals);
    redirect(303, `${keepHref(locals, practice)}?done=confirmed`);
  },
  standing: async ({ locals, params, request }) => {
    const practice = await kept(locals, params.slug);
    const form = await request.formData();
    const wanted = textOf(form, 'change');
    const change = STANDING_CHANGES.find((one) => one === wanted);
    if (change === 'withdraw') {
      const said = { why: textOf(form, 'why').replaceAll('\r\n', '\n'), public: textOf(form, 'public') === 'yes' };
      const done = await withdrawPractice(locals.ctx, practice.id, said);
      if (done === null) notThere(locals);
      if (done === 'unsaid') {
        const problem = remarkProblem(said.why) === 'empty' ? 'review.withdraw-why-empty' : 'review.remark-too-long';
        return fail(400, { ...said, problem: translate(locals.ctx.locale, problem, { most: LONGEST_REMARK }) });
      }
    } else if (change === undefined || !(await changeStanding(locals.ctx, practice.id, change))) notThere(locals);
    redirect(303, `${keepHref(locals, practice)}?done=${change}`);
  },
};

const keepHref = ({ ctx: { locale }, prefix }: App.Locals, { slug }: Practice): string =>
  `${practiceHref({ locale, prefix }, slug)}/keep`;
