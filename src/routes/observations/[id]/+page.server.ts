import { error, fail, redirect } from '@sveltejs/kit';
import { textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import type { Locale } from '#vocab/language.ts';
import {
  changeObservation,
  formOfObservation,
  type Observation,
  observationById,
  type ObservationForm,
  readObservation,
  releaseObservation,
  speakersNamedIn,
  withdrawObservation,
} from '#forum/observations/index.ts';
import { sessionsWithIds } from '#forum/programme/index.ts';
import { versionsOf } from '#platform/history.ts';
import { translate } from '#platform/languages.ts';
import type { FieldChangeView } from '#ui/views.ts';
import { problemsOf, textOf } from '../../forms.ts';
import { fieldChanges, type FieldText, inLanguages, keptVersions, versionSent } from '../../forum/kept-versions.ts';
import { sessionHref } from '../../forum/names.ts';
import { forumChoices } from '../../forum/sent.ts';
import { observationSent } from '../observation-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** An observation to be changed, released or withdrawn, with whatever in it may tell who spoke, and its former states. */
export const load: PageServerLoad = async ({ params: { id }, url, locals }) => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const observation = await observationById(ctx.db, id);
  if (!observation) noObservation(locals);
  const [session] = await sessionsWithIds(ctx.db, [observation.session]);
  const named = await speakersNamedIn(ctx.db, observation);
  const href = `${prefix}/observations/${observation.id}`;
  const versions = await versionsOf(ctx.db, observation.id);
  return {
    href,
    session: session && {
      label: textIn(session.title, locale).text,
      href: sessionHref({ locale, prefix }, session.slug),
    },
    version: observation.version,
    stage: observation.stage,
    stageText: translate(locale, `observations.is-${observation.stage}`),
    typed: formOfObservation(observation),
    themes: forumChoices(locale, observation.themes).themes,
    named: named.map(({ kind, words }) => translate(locale, `observations.flagged-${kind}`, { words })),
    versions: keptVersions(locals, href, versions, observationFields, 'observations.write')
      .map(({ number, when, whenText, changes }) => ({ number, when, whenText, changes }))
      .slice(0, 20),
    done: url.searchParams.has('saved') ? translate(locale, 'observations.saved') : null,
  };
};

function observationFields(
  { text, themes, stage }: Pick<Observation, 'text' | 'themes' | 'stage'>,
  locale: Locale,
): FieldText[] {
  return [
    ...inLanguages('observations.field-text', text, locale),
    {
      label: translate(locale, 'observations.field-themes'),
      text: themes.map((code) => themeLabel(code, locale)),
    },
    { label: translate(locale, 'observations.stage'), text: translate(locale, `observations.is-${stage}`) },
  ];
}

function noObservation({ ctx: { locale } }: App.Locals): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'observations.not-found'),
  });
}

interface Answered {
  sent: ObservationForm | null;
  problems: Record<string, string>;
  conflict: FieldChangeView[] | null;
  /** The version what was typed is to follow on. */
  version: number;
}

export const actions: Actions = {
  save: async ({ params: { id }, locals, request }) => {
    const data = await request.formData();
    const sent = observationSent(data);
    const version = versionSent(data);
    const changed = await changeObservation(locals.ctx, id, version, sent);
    if (changed === null) noObservation(locals);
    const answer: Answered = { sent, version, problems: {}, conflict: null };
    if ('complaints' in changed) return fail(400, { ...answer, problems: problemsOf(locals, changed.complaints) });
    return 'now' in changed ? conflicted(locals, answer, changed.now) : saved(locals, id);
  },
  release: async ({ params: { id }, locals, request }) => {
    const data = await request.formData();
    const version = versionSent(data);
    const released = await releaseObservation(locals.ctx, id, version, textOf(data, 'sure') !== '');
    if (released === null) noObservation(locals);
    const answer: Answered = { sent: null, version, problems: {}, conflict: null };
    // The page names the words; it is said once more that they hold it up.
    if ('named' in released)
      return fail(400, { ...answer, problems: { sure: translate(locals.ctx.locale, 'observations.flagged-text') } });
    return 'now' in released ? conflicted(locals, answer, released.now) : saved(locals, id);
  },
  withdraw: async ({ params: { id }, locals, request }) => {
    const version = versionSent(await request.formData());
    const withdrawn = await withdrawObservation(locals.ctx, id, version);
    if (withdrawn === null) noObservation(locals);
    const answer: Answered = { sent: null, version, problems: {}, conflict: null };
    return 'now' in withdrawn ? conflicted(locals, answer, withdrawn.now) : saved(locals, id);
  },
};

function conflicted({ ctx: { locale } }: App.Locals, answer: Answered, now: Observation) {
  const mine = answer.sent && readObservation(answer.sent);
  const fields = observationFields(mine === null || 'complaints' in mine ? now : { ...now, ...mine }, locale);
  const conflict = fieldChanges(observationFields(now, locale), fields);
  return fail(409, { ...answer, version: now.version, conflict });
}

function saved({ prefix }: App.Locals, id: string): never {
  redirect(303, `${prefix}/observations/${id}?saved=1`);
}
