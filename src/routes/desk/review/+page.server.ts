import { fail } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import {
  curators,
  type Deed,
  DEEDS,
  type DoneToMany,
  LONGEST_REMARK,
  queuePage,
  remarkProblem,
  reviewMany,
  type Stage,
  wantsSecond,
  type Whose,
  WHOSE,
} from '#forum/drafts/index.ts';
import type { ManyView, QueueView } from '#ui/review-views.ts';
import { textOf } from '../../forms.ts';
import { pageLinks } from '../../page-links.ts';
import { dateText } from '../../views.ts';
import { curatorName, kindText, lineTitle, ownerName, titleText, waitsText } from './names.ts';
import type { Actions, PageServerLoad } from './$types';

const TABS = {
  all: ['handed-in', 'in-review', 'question', 'draft'],
  'handed-in': ['handed-in'],
  'in-review': ['in-review'],
  'with-owner': ['question', 'draft'],
} as const satisfies Record<string, readonly Stage[]>;
type Tab = keyof typeof TABS;
const TAB_NAMES = Object.keys(TABS) as Tab[];

interface Asked {
  stage: Tab;
  whose: Whose;
  page: number;
}

/** What the address asks for; what it cannot ask for is the usual. */
function askedFor(query: URLSearchParams): Asked {
  const page = Number(query.get('page') ?? 1);
  return {
    stage: TAB_NAMES.find((tab) => tab === query.get('stage')) ?? 'all',
    whose: WHOSE.find((whose) => whose === query.get('whose')) ?? 'all',
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

const queryOf = ({ stage, whose, page }: Asked): string =>
  new URLSearchParams({
    ...(stage !== 'all' && { stage }),
    ...(whose !== 'all' && { whose }),
    ...(page !== 1 && { page: String(page) }),
  }).toString();

/** The queue: what was handed in, a page of it, what waits longest first. */
export const load: PageServerLoad = async ({ locals, url }): Promise<QueueView> => {
  const { ctx, prefix } = locals;
  const { locale, now } = ctx;
  const asked = askedFor(url.searchParams);
  const hrefOf = (change: Partial<Asked>) => {
    const query = queryOf({ ...asked, page: 1, ...change });
    return `${prefix}/desk/review${query && `?${query}`}`;
  };
  const { total, pages, lines } = await queuePage(ctx, { ...asked, stages: TABS[asked.stage] });
  const who = await curators(ctx);
  return {
    total: translate(locale, 'review.queue-count', { count: total }),
    stages: TAB_NAMES.map((stage) => ({
      label: translate(locale, `review.tab-${stage}`),
      href: hrefOf({ stage }),
      selected: stage === asked.stage,
    })),
    whose: WHOSE.map((whose) => ({
      label: translate(locale, `review.whose-${whose}`),
      href: hrefOf({ whose }),
      selected: whose === asked.whose,
    })),
    drafts: lines.map((line) => ({
      id: line.id,
      href: `${prefix}/desk/review/${line.id}`,
      title: lineTitle(line, locale),
      kind: kindText(line, locale),
      owner: ownerName(line, locale),
      stage: translate(locale, `review.stage-${line.stage}`),
      waits: waitsText(line, now, locale),
      since: translate(locale, 'review.waits-since', { when: dateText(line.stageSince, locale) }),
      reviewer:
        line.reviewer === null
          ? translate(locale, 'review.looked-after-nobody')
          : translate(locale, 'review.looked-after', { name: curatorName(line.reviewer, who, locale) }),
      remarks: line.remarks === 0 ? null : translate(locale, 'review.remarks-open', { count: line.remarks }),
      second: wantsSecond(line) ? translate(locale, 'review.second-wanted') : null,
    })),
    pageHrefs: pageLinks(asked.page, pages, (page) => hrefOf({ page })),
    firstHref: lines.length === 0 && asked.page > 1 ? hrefOf({}) : null,
    query: queryOf(asked),
    curators: who.map(({ account, name }) => ({ value: account, label: name })),
  };
};

export const actions: Actions = {
  many: async ({ locals, request }) => {
    const { ctx, prefix } = locals;
    const form = await request.formData();
    const chosen = form.getAll('draft').filter((id) => typeof id === 'string');
    const sent = { chosen, to: textOf(form, 'to'), why: textOf(form, 'why') };
    const refuse = (problems: { chosen?: string; why?: string }) => fail(400, { sent, problems, result: null });
    const deed = deedOf(textOf(form, 'what'), sent);
    if (deed === null || chosen.length === 0) return refuse({ chosen: translate(ctx.locale, 'review.many-none') });
    const problem = deed.what === 'give-back' ? remarkProblem(deed.why) : null;
    if (problem !== null)
      return refuse({ why: translate(ctx.locale, `review.remark-${problem}`, { most: LONGEST_REMARK }) });
    const done = await reviewMany(ctx, chosen, deed);
    if (done === 'unsaid') return refuse({ why: translate(ctx.locale, 'review.remark-empty') });
    return { sent: { chosen: [], to: '', why: '' }, problems: {}, result: manyView(done, deed, ctx.locale, prefix) };
  },
};

function deedOf(what: string, { to, why }: { to: string; why: string }): Deed | null {
  const deed = DEEDS.find((one) => one === what);
  if (deed === undefined) return null;
  if (deed === 'assign') return { what: deed, to: to === '' ? null : to };
  return deed === 'give-back' ? { what: deed, why } : { what: deed };
}

/** What was done to several drafts and what could not be, in words. */
function manyView(
  { done, not }: DoneToMany,
  { what }: Deed,
  locale: App.Locals['ctx']['locale'],
  prefix: string,
): ManyView {
  const listed = (list: DoneToMany['done']) =>
    list.map(({ id, title }) => ({ label: titleText({ title }, locale), href: `${prefix}/desk/review/${id}` }));
  const count = done.length;
  return {
    done: count === 0 ? null : { text: translate(locale, `review.many-done-${what}`, { count }), drafts: listed(done) },
    not:
      not.length === 0
        ? null
        : { text: translate(locale, 'review.many-not', { count: not.length }), drafts: listed(not) },
  };
}
