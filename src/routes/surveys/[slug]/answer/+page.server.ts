import { fail, redirect } from '@sveltejs/kit';
import { say, translate } from '#platform/languages.ts';
import { versionsOf } from '#platform/history.ts';
import { may } from '#forum/people/index.ts';
import {
  delegate,
  delegatesOf,
  type Entry,
  type KeptResponse,
  questionsOf,
  readAnswers,
  respondentName,
  responseOf,
  saveAnswers,
  sendAnswers,
  type Survey,
  takeBack,
  takesAnswers,
  typedAnswers,
  zonedTime,
} from '#forum/survey/index.ts';
import type {
  SaidView,
  SurveyAnswerView,
  SurveyOverView,
  SurveyReceiptView,
  SurveySectionView,
} from '#ui/survey-views.ts';
import { problemsOf, textOf, textsOf } from '../../../forms.ts';
import { tooMany } from '../../../tries.ts';
import { dateText } from '../../../views.ts';
import { answerText, sectionViews } from '../../question-views.ts';
import { noSurvey, said, surveyHere, surveyHref, untilText } from '../../survey-here.ts';
import { entryQuery, whoAnswers } from '../../who-answers.ts';
import { sentAnswers } from './form.ts';
import { overView } from './over.ts';
import { answerViews, receiptView } from './receipt.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

interface AnswerView {
  standing: 'writable' | 'preview' | 'over' | 'nobody';
  title: SaidView;
  intro: SaidView;
  until: string;
  here: string;
  /** Behind a "&", so that what is sent is about the same respondent. */
  query: string;
  /** Under which the browser keeps what is typed. */
  key: string;
  respondent: string;
  state: boolean;
  late: boolean;
  others: { label: string; href: string }[];
  /** What was written since is not sent. */
  unsent: boolean;
  version: number;
  named: boolean;
  receivedFrom: string;
  savedText: string;
  sentText: string;
  receiptHref: string | null;
  /** Where it is over: what it leads to, what was handed in, and what was only begun. */
  over: (SurveyOverView & { receipt: SurveyReceiptView | null; begun: SurveyAnswerView[]; csvHref: string }) | null;
  sections: SurveySectionView[];
  corrections: string[];
  conditional: boolean;
  delegates: { id: string; name: string; email: string; by: string }[] | null;
  done: 'saved' | 'asked' | 'taken-back' | null;
}

export const load: PageServerLoad = async (event): Promise<AnswerView> => {
  const { locals, params, url, setHeaders } = event;
  const { ctx } = locals;
  setHeaders({ 'cache-control': 'private, no-store' });
  const survey = await surveyHere(locals, params.slug);
  const preview = url.searchParams.has('preview') && may(ctx.actor, 'survey.build');
  const entry = preview ? null : await whoAnswers(event, survey);
  if (!preview && survey.state === 'draft') noSurvey(ctx.locale);
  const response = entry && (await responseOf(ctx.db, survey.id, entry.respondent));
  const writable = entry !== null && takesAnswers(survey, entry, ctx.now);
  if (!preview && entry === null) locals.status = 403;
  const base = surveyHref(locals, survey);
  const query = entryQuery(url);
  const when = (at: Date) => zonedTime(ctx.locale, at, survey.zone);
  return {
    standing: preview ? 'preview' : writable ? 'writable' : entry ? 'over' : 'nobody',
    title: said(survey.content.title, ctx.locale),
    intro: said(survey.content.intro, ctx.locale),
    until: untilText(survey, ctx.locale),
    here: `${base}/answer`,
    query,
    key: entry ? keyOf(survey, entry) : '',
    respondent: entry ? respondentName(ctx.locale, entry.respondent) : '',
    state: entry?.respondent.kind !== 'mechanism',
    late: entry?.onBehalf ?? false,
    others: entry && !entry.onBehalf ? otherEntries(locals, base, entry) : [],
    unsent: Boolean(response?.sentAt && response.version !== response.sentVersion),
    version: response?.version ?? 0,
    named: response?.named ?? false,
    receivedFrom: response?.receivedFrom ?? '',
    savedText: response ? translate(ctx.locale, 'survey.saved-at', { when: when(response.updatedAt) }) : '',
    sentText: response?.sentAt ? translate(ctx.locale, 'survey.sent-at', { when: when(response.sentAt) }) : '',
    receiptHref: response?.sentAt ? `${base}/answer/receipt${query && `?${query}`}` : null,
    over:
      entry && !writable
        ? await whatIsLeft(locals, survey, response, `${base}/answer/response.csv${query && `?${query}`}`)
        : null,
    sections:
      preview || writable
        ? sectionViews(survey.content, ctx.locale, typedAnswers(survey.content, response?.answers ?? {}))
        : [],
    corrections: await correctionDays(locals, survey),
    conditional: questionsOf(survey.content).some(({ condition }) => condition !== null),
    delegates: entry?.principal ? await delegateViews(locals, survey, entry) : null,
    done: (['saved', 'asked', 'taken-back'] as const).find((name) => url.searchParams.has(name)) ?? null,
  };
};

/** What there is for somebody who was asked once the survey is over: what counts, or else what had been begun. */
async function whatIsLeft(locals: App.Locals, survey: Survey, response: KeptResponse | null, csvHref: string) {
  const sent = response?.sentAnswers ? response : null;
  return {
    ...(await overView(locals, survey)),
    receipt: sent && (await receiptView(locals, survey, sent)),
    begun: response && !sent ? answerViews(survey, response.answers, locals.ctx.locale) : [],
    csvHref,
  };
}

const keyOf = ({ id }: Survey, { respondent }: Entry) => `survey-${id}-${respondent.kind}-${respondent.code}`;

/** The days on which the wording was corrected while people were answering. */
async function correctionDays({ ctx }: App.Locals, survey: Survey): Promise<string[]> {
  if (survey.openedVersion === null || survey.version === survey.openedVersion) return [];
  const corrected = (await versionsOf(ctx.db, survey.id)).filter(({ action }) => action === 'survey.corrected');
  return [...new Set(corrected.map(({ at }) => dateText(at, ctx.locale)))];
}

/** Where somebody may answer for more than one state: the others. */
function otherEntries({ ctx }: App.Locals, base: string, entry: Entry) {
  const roles = ctx.actor.roles.filter(
    ({ role, of }) => of !== null && /^(focal-point|mechanism-coordinator)$/.test(role),
  );
  return roles
    .map(({ role, of }) => ({ kind: role === 'focal-point' ? ('state' as const) : ('mechanism' as const), code: of! }))
    .filter(({ kind, code }) => kind !== entry.respondent.kind || code !== entry.respondent.code)
    .map((other) => ({
      label: respondentName(ctx.locale, other),
      href: `${base}/answer?as=${other.kind}:${other.code}`,
    }));
}

async function delegateViews({ ctx }: App.Locals, survey: Survey, entry: Entry) {
  return (await delegatesOf(ctx.db, survey, entry)).map(({ id, name, email, actor, invitedAt }) => ({
    id,
    name,
    email,
    by: translate(ctx.locale, 'survey.asked-by', { by: actor ?? '', when: dateText(invitedAt, ctx.locale) }),
  }));
}

export const actions: Actions = {
  save: (event) => written(event, false),
  send: (event) => written(event, true),
  delegate: async (event) => {
    const { locals, request, url } = event;
    const { survey, entry } = await answering(event);
    const sent = textsOf(await request.formData(), ['name', 'email', 'language'] as const);
    const wait = await tooMany(event, 'invitation', `${survey.id} ${entry.respondent.code}`);
    if (wait) return fail(429, { delegate: sent, delegateProblems: { email: wait } as Record<string, string> });
    const asked = await delegate(locals.ctx, survey, entry, sent);
    if (asked === null) noSurvey(locals.ctx.locale);
    if (asked !== true) return fail(400, { delegate: sent, delegateProblems: problemsOf(locals, asked.complaints) });
    redirect(303, back(locals, survey, url, 'asked'));
  },
  takeBack: async (event) => {
    const { locals, request, url } = event;
    const { survey, entry } = await answering(event);
    const done = await takeBack(locals.ctx, survey, entry, textOf(await request.formData(), 'id'));
    if (done === null) noSurvey(locals.ctx.locale);
    redirect(303, back(locals, survey, url, 'taken-back'));
  },
};

async function answering(event: RequestEvent): Promise<{ survey: Survey; entry: Entry }> {
  const survey = await surveyHere(event.locals, event.params.slug);
  const entry = await whoAnswers(event, survey);
  return entry ? { survey, entry } : noSurvey(event.locals.ctx.locale);
}

const back = (locals: App.Locals, survey: Survey, url: URL, done: string): string =>
  `${surveyHref(locals, survey)}/answer?${[entryQuery(url), `${done}=1`].filter(Boolean).join('&')}`;

/** Keeps or sends what was typed; where that cannot be, the page comes again with all of it, and with what is wrong. */
async function written(event: RequestEvent, send: boolean) {
  const { locals, request, url } = event;
  const { ctx } = locals;
  const { survey, entry } = await answering(event);
  const form = sentAnswers(survey, await request.formData());
  const saved = await (send ? sendAnswers : saveAnswers)(ctx, survey, entry, form);
  const query = entryQuery(url);
  const again = { fields: form.fields, named: form.named, receivedFrom: form.receivedFrom };
  if (saved.outcome === 'closed')
    return fail(409, {
      ...again,
      version: form.base,
      message: translate(ctx.locale, 'survey.is-closed'),
      typed: answerViews(survey, readAnswers(survey.content, form.fields).answers, ctx.locale),
      problems: {} as Record<string, string>,
      theirs: {} as Record<string, string>,
    });
  if (saved.outcome === 'conflict') {
    const theirs = questionsOf(survey.content)
      .filter(({ code }) => saved.conflicts.includes(code))
      .map((question) => [question.code, answerText(question, saved.response.answers[question.code], ctx.locale)]);
    // What only the other one changed comes along; what both changed stands as it was typed here, with theirs beside it.
    return fail(409, {
      ...again,
      fields: typedAnswers(survey.content, saved.answers),
      version: saved.response.version,
      message: translate(ctx.locale, 'survey.conflict'),
      problems: {} as Record<string, string>,
      theirs: Object.fromEntries(theirs) as Record<string, string>,
    });
  }
  const version = saved.response?.version ?? form.base;
  if (saved.complaints.length > 0)
    return fail(400, {
      ...again,
      version,
      message: translate(ctx.locale, send ? 'survey.not-sent' : 'survey.saved-with-problems', {
        count: saved.complaints.length,
      }),
      problems: Object.fromEntries(saved.complaints.map(({ name, notice }) => [name, say(ctx.locale, notice)])),
      theirs: {} as Record<string, string>,
    });
  const key = keyOf(survey, entry);
  const where = `${surveyHref(locals, survey)}/answer${send ? '/receipt' : ''}`;
  redirect(303, `${where}?${[query, `saved=${encodeURIComponent(key)}`].filter(Boolean).join('&')}`);
}
