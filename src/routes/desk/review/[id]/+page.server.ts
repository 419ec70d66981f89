import { error, fail, redirect } from '@sveltejs/kit';
import { translate, type MessageKey } from '#platform/languages.ts';
import { pictureSizes } from '#platform/uploads/store.ts';
import { actorName } from '#forum/people/index.ts';
import {
  assign,
  checklistOf,
  comment,
  commentsOf,
  curators,
  type Draft,
  draftForReview,
  FORM_FIELDS,
  formOf,
  giveSecond,
  LONGEST_REMARK,
  lookAfter,
  lastTurn,
  obstacles,
  OPEN,
  publish,
  readForm,
  remarkProblem,
  review,
  setChecks,
  settleComment,
  stageAfter,
  standsAgainst,
  turnsOf,
  wantSecond,
  wantsSecond,
} from '#forum/drafts/index.ts';
import { asWritten, contentOf, practicesById, practiceWithId, sourceCode } from '#forum/practices/index.ts';
import type { ReviewView, SentCheckView } from '#ui/review-views.ts';
import { textOf } from '../../../forms.ts';
import { practiceText } from '../../../practice-text.ts';
import { dateText, facetHref, practiceHref } from '../../../views.ts';
import { missingViews } from '../../drafts/head.ts';
import { curatorName, draftTitle, kindText, ownerName, practiceTitle, waitsText } from '../names.ts';
import { momentText } from '../../drafts/head.ts';
import { suggestedFor } from '../../drafts/suggested.ts';
import { answerProblems, answersIn, changesOf } from './answers.ts';
import { checkViews, emptyFields, fieldViews, historyViews, notHoldingViews, remarkViews } from './review-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** As if there were no such draft: there is none, or it is not the reader's to see. */
function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

/** A draft that was handed in: what it says, what changes, what is to be made sure of, what was said of it, and what can be done. */
export const load: PageServerLoad = async ({ locals, params, url }): Promise<ReviewView> => {
  const { ctx, prefix } = locals;
  const { db, locale, now, actor } = ctx;
  const reader = { locale, prefix };
  const draft = await draftForReview(ctx, params.id);
  if (!draft) notThere(locals);
  const practice = draft.practice === null ? null : await practiceWithId(db, draft.practice);
  const isOpen = OPEN.includes(draft.stage);
  const before = isOpen && practice ? formOf(contentOf(practice)) : null;
  const reading = readForm(draft.form, practice?.source);
  const remarks = await commentsOf(db, draft.id);
  const replicated = [...new Set([...draft.form.replicates, ...(before?.replicates ?? [])])];
  const titles = new Map((await practicesById(db, replicated)).map(({ id, title }) => [id, title]));
  const fields = fieldViews({ form: draft.form, before, reading, remarks }, locale, titles);
  const who = await curators(ctx);
  const nameOf = (account: string) => curatorName(account, who, locale);
  const states = await checklistOf(db, draft);
  const against = await standsAgainst(ctx, draft.id);
  const href = `${prefix}/desk/review/${draft.id}`;
  const fact = (key: MessageKey, value: string | null) => ({ term: translate(locale, key), value });
  return {
    id: draft.id,
    href,
    title: draftTitle(draft, locale),
    version: draft.version,
    isUpdate: before !== null,
    kind: kindText(draft, locale),
    facts: [
      fact(
        'review.stage',
        translate(locale, `review.stage-${draft.stage}`) + (isOpen ? ` · ${waitsText(draft, now, locale)}` : ''),
      ),
      fact('review.owner', ownerName(draft, locale)),
      fact('review.author', draft.authorName),
      fact('review.handed-in-on', draft.handedInAt && dateText(draft.handedInAt, locale)),
      fact(
        'review.reviewer',
        draft.reviewer === null ? translate(locale, 'review.turn-nobody') : nameOf(draft.reviewer),
      ),
      fact(
        'review.second-wanted',
        wantsSecond(draft)
          ? translate(locale, 'site.yes')
          : draft.secondReviewer && translate(locale, 'review.second-given', { name: nameOf(draft.secondReviewer) }),
      ),
    ],
    practice:
      practice && ['published', 'archived'].includes(practice.standing)
        ? { label: practiceTitle(practice, locale).text, href: practiceHref(reader, practice.slug) }
        : null,
    text: practiceText(reader, reading.content, {
      pictures: await pictureSizes(
        db,
        reading.content.attachments.map(({ id }) => id),
      ),
      reading: asWritten(reading.content),
      year: now.getUTCFullYear(),
      sourceHref: facetHref(reader, 'source', sourceCode(reading.content.source)),
    }),
    fields,
    emptyFields: emptyFields(fields, locale),
    remarks: remarkViews(
      remarks.filter(({ field }) => !FORM_FIELDS.some((one) => one === field)),
      locale,
    ),
    checks: checkViews(draft, states, locale),
    notHolding: notHoldingViews(states, locale),
    duplicates: isOpen ? (await suggestedFor(locals, draft)).duplicates : [],
    obstacles: isOpen ? await obstacleViews(locals, draft) : [],
    against: against && {
      label: translate(locale, 'review.texts-open', { count: against.conflicts.length }),
      href: `${href}/texts`,
    },
    turns: {
      take: stageAfter(draft.stage, 'take') !== null,
      own:
        isOpen &&
        stageAfter(draft.stage, 'take') === null &&
        actor.account !== null &&
        draft.reviewer !== actor.account,
      publish: stageAfter(draft.stage, 'publish') !== null,
      ask: stageAfter(draft.stage, 'ask') !== null,
      giveBack: stageAfter(draft.stage, 'give-back') !== null,
      open: isOpen,
      second: isOpen ? (draft.secondWanted ? 'not' : 'want') : null,
      giveSecond: isOpen && wantsSecond(draft) && actor.account !== null && actor.account !== draft.reviewer,
    },
    reviewer: draft.reviewer ?? '',
    curators: who.map(({ account, name }) => ({ value: account, label: name })),
    editHref: isOpen ? `${prefix}/desk/drafts/${draft.id}/what` : null,
    answered: draft.stage === 'in-review' ? await answerView(locals, draft.id) : null,
    waiting: !isOpen
      ? translate(locale, 'review.finished')
      : draft.stage === 'draft' || draft.stage === 'question'
        ? translate(locale, 'review.with-owner')
        : null,
    history: historyViews(await turnsOf(db, draft.id), locale),
    done: doneView(url.searchParams.get('done'), reader, practice),
  };
};

const OBSTACLE_PLACES = {
  form: '#fields',
  checks: '#checks',
  comments: '#remarks',
  'second-reviewer': '#turns',
  merged: '#fields',
  circle: '#fields',
} as const;

/** What keeps it from being published, in words, each with the place where it can be mended. */
async function obstacleViews(locals: App.Locals, draft: Draft) {
  const { db, locale } = locals.ctx;
  const missing = missingViews(locals, draft).map(({ label }) => label);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing);
  return (await obstacles(db, draft)).map((obstacle) => ({
    text:
      obstacle === 'form' && missing.length > 0
        ? translate(locale, 'review.missing', { list })
        : translate(locale, `review.obstacle-${obstacle}`),
    href: OBSTACLE_PLACES[obstacle],
  }));
}

const DONE = [
  'take',
  'ask',
  'give-back',
  'publish',
  'assign',
  'second',
  'check',
  'remark',
  'settle',
  'merged-texts',
] as const;

function doneView(
  asked: string | null,
  reader: { locale: App.Locals['ctx']['locale']; prefix: string },
  practice: { slug: string } | null,
): ReviewView['done'] {
  const done = DONE.find((one) => one === asked);
  if (done === undefined) return null;
  return {
    text: translate(reader.locale, `review.done-${done}`),
    link:
      done === 'publish' && practice
        ? { label: translate(reader.locale, 'review.done-publish-read'), href: practiceHref(reader, practice.slug) }
        : null,
  };
}

/** What was typed and could not be taken, and why; or that it was not its turn any more. */
function refused(
  status: number,
  part: string,
  {
    text = '',
    problem = '',
    stale = false,
    hindered = false,
    answers = null,
  }: {
    text?: string;
    problem?: string;
    stale?: boolean;
    hindered?: boolean;
    answers?: Record<string, SentCheckView> | null;
  } = {},
) {
  return fail(status, { part, text, problem, stale, hindered, answers });
}

type Did = (event: RequestEvent, form: FormData) => Promise<ReturnType<typeof refused> | { done: string; at?: string }>;

/** An action that leads back to the draft, with what was done, to where it was done. */
function turned(did: Did) {
  return async (event: RequestEvent) => {
    const { locals, params, request } = event;
    const result = await did(event, await request.formData());
    if (!('done' in result)) return result;
    const { done, at } = result;
    redirect(303, `${locals.prefix}/desk/review/${params.id}?done=${done}${at ? `#${at}` : ''}`);
  };
}

/** A turn of which something is said. */
function said(turn: 'ask' | 'give-back'): Did {
  return async ({ locals, params }, form) => {
    const text = textOf(form, 'text');
    const problem = remarkProblem(text);
    if (problem) return refused(400, turn, { text, problem: remarkText(locals, problem) });
    const taken = await review(locals.ctx, params.id, turn, text);
    if (taken === null) notThere(locals);
    return typeof taken === 'object' ? { done: turn } : refused(409, turn, { text, stale: true });
  };
}

const remarkText = ({ ctx }: App.Locals, problem: 'empty' | 'too-long') =>
  translate(ctx.locale, `review.remark-${problem}`, { most: LONGEST_REMARK });

/** A change of the review that is done, or is not to be done (any more). */
function done(what: string, change: (event: RequestEvent, form: FormData) => Promise<boolean>, at?: string): Did {
  return async (event, form) => {
    if (!(await draftForReview(event.locals.ctx, event.params.id))) notThere(event.locals);
    return (await change(event, form)) ? { done: what, ...(at && { at }) } : refused(409, what, { stale: true });
  };
}

/** Saves what is said of the checklist; where that cannot be, everything comes back as it was sent. */
async function answer({ locals, params }: RequestEvent, form: FormData) {
  const { ctx } = locals;
  const draft = await draftForReview(ctx, params.id);
  if (!draft) notThere(locals);
  const states = await checklistOf(ctx.db, draft);
  const sent = answersIn(form);
  const problems: Record<string, string> = answerProblems(sent, states, ctx.locale);
  const answers = Object.fromEntries(
    Object.entries(sent).map(([check, { state, why }]) => [check, { state, why, problem: problems[check] ?? '' }]),
  );
  if (Object.keys(problems).length > 0) return refused(400, 'check', { answers });
  const changes = changesOf(sent, states);
  const version = Number(textOf(form, 'version'));
  const looked = { version: Number.isSafeInteger(version) && version > 0 ? version : draft.version };
  const saved = await setChecks(ctx, params.id, changes.given, { ...looked, answers: changes.answers });
  return saved === 'saved' ? { done: 'check', at: 'checks' } : refused(409, 'check', { answers, stale: true });
}

export const actions: Actions = {
  take: turned(done('take', ({ locals, params }) => lookAfter(locals.ctx, params.id))),
  ask: turned(said('ask')),
  giveBack: turned(said('give-back')),
  assign: turned(
    done('assign', ({ locals, params }, form) => assign(locals.ctx, params.id, textOf(form, 'to') || null)),
  ),
  second: turned(
    done('second', ({ locals, params }, form) => wantSecond(locals.ctx, params.id, textOf(form, 'wanted') === 'yes')),
  ),
  giveSecond: turned(done('second', ({ locals, params }) => giveSecond(locals.ctx, params.id))),
  check: turned(answer),
  remark: turned(async ({ locals, params }, form) => {
    const [field, text] = [textOf(form, 'field'), textOf(form, 'text')];
    const problem = remarkProblem(text);
    // One on an empty field is written in a form that names all of those.
    const part = `remark-${textOf(form, 'where') || field}`;
    if (problem) return refused(400, part, { text, problem: remarkText(locals, problem) });
    if (!(await draftForReview(locals.ctx, params.id))) notThere(locals);
    if ((await comment(locals.ctx, params.id, field || null, text)) === null) notThere(locals);
    return { done: 'remark', at: field ? `field-${field}` : 'remarks' };
  }),
  settle: turned(
    done('settle', ({ locals, params }, form) =>
      settleComment(locals.ctx, params.id, textOf(form, 'remark'), textOf(form, 'settled') === 'yes'),
    ),
  ),
  publish: turned(async ({ locals, params }) => {
    const published = await publish(locals.ctx, params.id);
    if (published === null) notThere(locals);
    if (published.outcome === 'published') return { done: 'publish' };
    if (published.outcome === 'conflict') redirect(303, `${locals.prefix}/desk/review/${params.id}/texts`);
    return refused(409, 'publish', published.outcome === 'stale' ? { stale: true } : { hindered: true });
  }),
};

/** What the owner last answered to a question; null where nothing was asked. */
async function answerView(locals: App.Locals, draft: string) {
  const turn = await lastTurn(locals.ctx.db, draft, 'answer');
  return (
    turn && {
      text: turn.note,
      title: translate(locals.ctx.locale, 'review.answered', {
        actor: actorName(locals.ctx.locale, turn.actor),
        when: momentText(turn.at, locals),
      }),
    }
  );
}
