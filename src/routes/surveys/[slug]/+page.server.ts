import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { versionsOf } from '#platform/history.ts';
import { may, statesWithoutFocalPoint } from '#forum/people/index.ts';
import {
  changeTimes,
  clockIn,
  closeSurvey,
  hideSurvey,
  isAhead,
  openSurvey,
  ownEntries,
  proposedReminders,
  publishedCount,
  type Refused,
  remind,
  respondentName,
  type Standing,
  standingOf,
  type Survey,
  zonedTime,
} from '#forum/survey/index.ts';
import { compareCountries, countryName, MEMBER_STATES } from '#vocab/countries.ts';
import type { SaidView } from '#ui/survey-views.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { noSurvey, said, surveyHere, surveyHref, untilText } from '../survey-here.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

interface HostView {
  version: number;
  closes: string;
  zone: string;
  remind: string;
  zones: string[];
  respondents: { name: string; state: Standing['state']; words: string; asked: string; lateHref: string | null }[];
  counts: { label: string; value: number }[];
  unreached: { name: string; lateHref: string | null }[];
  /** How many member states have no focal point today: the desk says the same. */
  withoutFocalPoint: string;
  mayInvite: boolean;
  versions: { number: number; words: string }[];
}
interface SurveyView {
  title: SaidView;
  intro: SaidView;
  state: Survey['state'];
  until: string;
  here: string;
  answers: boolean;
  /** Over, and the reader was asked: what was handed in can be read. */
  handedIn: boolean;
  /** What was published of it; what hosts see meanwhile. */
  results: string | null;
  live: string | null;
  host: HostView | null;
  done: string | null;
}

export const load: PageServerLoad = async ({ locals, params, url }): Promise<SurveyView> => {
  const { ctx } = locals;
  const survey = await surveyHere(locals, params.slug);
  const done = url.searchParams.get('done') ?? '';
  return {
    title: said(survey.content.title, ctx.locale),
    intro: said(survey.content.intro, ctx.locale),
    state: survey.state,
    until: untilText(survey, ctx.locale),
    here: surveyHref(locals, survey),
    answers: survey.state === 'open' && ownEntries(ctx).length > 0,
    handedIn: survey.state === 'closed' && ownEntries(ctx).length > 0,
    results: (await publishedCount(ctx.db, survey.id)) ? `${surveyHref(locals, survey)}/results` : null,
    live:
      survey.state !== 'draft' && may(ctx.actor, 'survey.results')
        ? `${surveyHref(locals, survey)}/results/live`
        : null,
    host: may(ctx.actor, 'survey.build') ? await hostView(locals, survey) : null,
    done: /^(opened|times|closed)$/.test(done)
      ? translate(ctx.locale, `survey.done-${done as 'opened' | 'times' | 'closed'}`)
      : done === 'reminded'
        ? translate(ctx.locale, 'survey.done-reminded', {
            count: Number(url.searchParams.get('reminded')) || 0,
            invited: Number(url.searchParams.get('invited')) || 0,
          })
        : null,
  };
};

const WEEKS = 3 * 7 * 24 * 60 * 60_000;

/** The end that stands in the form until another is typed: that of the survey, else in three weeks. */
const endHere = ({ closesAt }: Survey, now: Date): Date => closesAt ?? new Date(now.getTime() + WEEKS);

/** The reminders that stand in the form: those proposed for a draft, those still ahead of an open survey. */
function remindersHere(survey: Survey, now: Date): number[] {
  const end = endHere(survey, now);
  return survey.state === 'draft'
    ? proposedReminders(now, end)
    : survey.remindDays.filter((days) => isAhead(days, now, end));
}

async function hostView(locals: App.Locals, survey: Survey): Promise<HostView> {
  const { ctx } = locals;
  const { locale } = ctx;
  const { respondents, unreached } = await standingOf(ctx, survey);
  const late = survey.state === 'closed' && may(ctx.actor, 'survey.answer-for');
  const lateHref = (kind: string, code: string) =>
    late ? `${surveyHref(locals, survey)}/answer?for=${kind}:${code}` : null;
  const count = (kind: Standing['kind'], state: Standing['state']) =>
    respondents.filter((one) => one.kind === kind && one.state === state).length;
  const { compare } = new Intl.Collator(locale);
  return {
    version: survey.version,
    closes: clockIn(survey.zone, endHere(survey, ctx.now)),
    zone: survey.zone,
    remind: remindersHere(survey, ctx.now).join(', '),

    zones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
    respondents: respondents
      .map((one) => ({
        name: respondentName(locale, one),
        state: one.state,
        words: standingWords(locals, survey, one),
        asked: new Intl.ListFormat(locale).format(one.asked.map(({ name }) => name)),
        lateHref: one.state === 'sent' && !one.onBehalf ? null : lateHref(one.kind, one.code),
      }))
      .sort((a, b) => compare(a.name, b.name)),
    counts: (['state', 'mechanism'] as const).flatMap((kind) =>
      (['sent', 'begun', 'waiting'] as const).map((state) => ({
        label: translate(locale, `survey.count-${kind}-${state}`),
        value: count(kind, state),
      })),
    ),
    unreached:
      survey.state === 'draft'
        ? []
        : unreached
            .sort(compareCountries(locale))
            .map((code) => ({ name: countryName(code, locale), lateHref: lateHref('state', code) })),
    withoutFocalPoint: translate(locale, 'people.without-focal-point', {
      count: (await statesWithoutFocalPoint(ctx.db, ctx.now)).length,
      all: MEMBER_STATES,
    }),
    mayInvite: may(ctx.actor, 'people.invite'),
    versions: (await versionsOf(ctx.db, survey.id))
      .filter(({ action }) => survey.state === 'draft' || action !== 'survey.changed')
      .slice(-20)
      .map(({ number, at, actor, action }) => ({
        number,
        words: translate(locale, 'survey.version-line', {
          number,
          what: translate(locale, `survey.version-${ACTS[action] ?? 'changed'}`),
          when: zonedTime(locale, at, survey.zone),
          who: actor,
        }),
      }))
      .reverse(),
  };
}

const ACTS: Record<string, 'created' | 'changed' | 'corrected' | 'opened' | 'times-changed' | 'closed'> = {
  'survey.created': 'created',
  'survey.corrected': 'corrected',
  'survey.opened': 'opened',
  'survey.times-changed': 'times-changed',
  'survey.closed': 'closed',
};

function standingWords({ ctx: { locale } }: App.Locals, survey: Survey, one: Standing): string {
  if (one.state !== 'sent') return translate(locale, `survey.respondent-${one.state}`);
  const when = zonedTime(locale, one.sentAt!, survey.zone);
  return one.onBehalf
    ? translate(locale, 'survey.respondent-late', { when, from: one.receivedFrom })
    : translate(locale, 'survey.respondent-sent', { when });
}

export const actions: Actions = {
  open: async (event) => timed(event, 'opened', (ctx, id, version, form) => openSurvey(ctx, id, version, form)),
  times: async (event) => timed(event, 'times', (ctx, id, version, form) => changeTimes(ctx, id, version, form)),
  close: async ({ locals, params }) => {
    const survey = await hosted(locals, params.slug);
    const closed = await closeSurvey(locals.ctx, survey.id);
    if (closed === null) noSurvey(locals.ctx.locale);
    redirect(303, `${surveyHref(locals, survey)}${'complaints' in closed ? '' : '?done=closed'}`);
  },
  remind: async ({ locals, params }) => {
    const survey = await hosted(locals, params.slug);
    const told = await remind(locals.ctx, survey.id);
    if (told === null) noSurvey(locals.ctx.locale);
    const query = `done=reminded&reminded=${told.reminded}&invited=${told.invited}`;
    redirect(303, `${surveyHref(locals, survey)}?${query}`);
  },
  hide: async ({ locals, params }) => {
    const survey = await hosted(locals, params.slug);
    if ((await hideSurvey(locals.ctx, survey.id)) === null) noSurvey(locals.ctx.locale);
    redirect(303, `${locals.prefix}/surveys`);
  },
};

/** The survey, for its hosts; for everybody else it is as if what they sent led nowhere. */
async function hosted(locals: App.Locals, slug: string): Promise<Survey> {
  const survey = await surveyHere(locals, slug);
  return may(locals.ctx.actor, 'survey.build') ? survey : noSurvey(locals.ctx.locale);
}

async function timed(
  { locals, params, request }: RequestEvent,
  done: string,
  act: (
    ctx: App.Locals['ctx'],
    ...order: [string, number, Parameters<typeof openSurvey>[3]]
  ) => Promise<Survey | Refused | null>,
) {
  const survey = await hosted(locals, params.slug);
  const form = await request.formData();
  const times = textsOf(form, ['closes', 'zone', 'remind'] as const);
  const changed = await act(locals.ctx, survey.id, Number(textOf(form, 'version')) || 0, times);
  if (changed === null) noSurvey(locals.ctx.locale);
  if ('complaints' in changed)
    return fail(400, {
      times,
      problems: problemsOf(locals, changed.complaints),
      list: [...new Set(Object.values(problemsOf(locals, changed.complaints)))],
    });
  redirect(303, `${surveyHref(locals, survey)}?done=${done}`);
}
