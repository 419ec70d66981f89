import { error, fail, redirect } from '@sveltejs/kit';
import { isLocale, type Locale } from '#vocab/language.ts';
import { checksOf, linkNotice } from '#platform/links/store.ts';
import { pictureSizes } from '#platform/uploads/store.ts';
import { say, translate } from '#platform/languages.ts';
import {
  ALL_TURNS,
  comment,
  type Conflict,
  type Draft,
  type DraftForm,
  type FormField,
  LONGEST_REMARK,
  OPEN,
  readForm,
  saveDraft,
  settleComment,
  stageAfter,
  takeTurn,
  type Turn,
  TURNS,
} from '#forum/drafts/index.ts';
import { asWritten, contentOf, practiceWithId, sourceCode, TRANSLATED } from '#forum/practices/index.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { problemsOf, textOf } from '../../../../forms.ts';
import { practiceText } from '../../../../practice-text.ts';
import { contentChanges, fieldText } from '../../../../versions.ts';
import { facetHref } from '../../../../views.ts';
import { draftHere, fieldLabel, headOf, missingViews } from '../../head.ts';
import { languageOfDraft, optionsFor } from '../../options.ts';
import { NOTHING_SUGGESTED, suggestedFor } from '../../suggested.ts';
import { FIELDS, isStep, otherLanguages, type Step, stepAfter, stepOf, typedIn } from '../../steps.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function stepHere(locals: App.Locals, text: string): Step {
  if (isStep(text)) return text;
  error(404, { message: translate(locals.ctx.locale, 'problems.not-found') });
}

/** The pages that show what the text may be about, or what it may be a duplicate of: to work that out takes milliseconds. */
const SUGGESTS: readonly Step[] = ['what', 'where', 'goals', 'check'];

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const step = stepHere(locals, params.step);
  const draft = await draftHere(locals, params.id);
  const { complaints } = readForm(draft.form);
  const head = await headOf(locals, draft, step);
  const here = `${locals.prefix}/desk/drafts/${draft.id}/${step}`;
  return {
    head,
    step,
    here,
    values: draft.form,
    problems: problemsOf(
      locals,
      complaints.filter(({ name }) => FIELDS[step].includes(name)),
    ),
    options: await optionsFor(locals, draft),
    suggested: SUGGESTS.includes(step) ? await suggestedFor(locals, draft) : NOTHING_SUGGESTED,
    lang: languageOfDraft(draft),
    translation: translationOf(draft, url.searchParams.get('into'), here),
    check: step === 'check' ? await checkOf(locals, draft) : null,
    linkNotes: step === 'check' ? await linkNotesOf(locals, draft) : [],
    missing: missingViews(locals, draft),
    done: doneText(locals, url.searchParams.has('saved') ? 'saved' : url.searchParams.get('done')),
  };
};

/** What can have just been done, by the word that stands in the address. */
const DONE = ['saved', 'hand-in', 'answer', 'take-back', 'put-away', 'reopen', 'restored', 'remark'] as const;

function doneText({ ctx: { locale } }: App.Locals, word: string | null): string | null {
  const done = DONE.find((one) => one === word);
  return done ? translate(locale, `drafts.done-${done}`) : null;
}

/** The texts of a draft beside their translation into one other language, and the ways to the others. */
function translationOf({ form }: Draft, into: string | null, here: string) {
  const others = otherLanguages(form);
  const chosen: Locale = isLocale(into) && others.includes(into) ? into : others[0]!;
  return {
    into: chosen,
    languages: others.map((locale) => ({
      label: OWN_NAMES[locale],
      href: `${here}?into=${locale}`,
      selected: locale === chosen,
    })),
    fields: TRANSLATED.map((field) => ({
      field,
      name: `${field}.${chosen}` as const,
      original: form[field],
      value: form[`${field}.${chosen}`],
    })).filter(({ original, value }) => original.trim() !== '' || value !== ''),
  };
}

/** Everything the draft says, as it would be published and, for a change, what it changes; with what is wrong and which turns can be taken. */
async function checkOf(locals: App.Locals, draft: Draft) {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const practice =
    draft.practice === null || !OPEN.includes(draft.stage) ? null : await practiceWithId(ctx.db, draft.practice);
  const { content, complaints } = readForm(draft.form, practice?.source);
  const reader = { locale, prefix };
  return {
    title: content.title,
    text: practiceText(reader, content, {
      reading: asWritten(content),
      year: ctx.now.getUTCFullYear(),
      sourceHref: facetHref(reader, 'source', sourceCode(content.source)),
      pictures: await pictureSizes(
        ctx.db,
        content.attachments.map(({ id }) => id),
      ),
    }),
    translations: {
      label: translate(locale, 'site.field-translations'),
      text: fieldText('translations', content, locale),
    },
    changes: practice && {
      fields: contentChanges(contentOf(practice), content, locale),
    },
    wrong: complaints.map(({ name, notice }) => ({
      label: fieldLabel(locals, name),
      href: `${prefix}/desk/drafts/${draft.id}/${stepOf(name)}`,
      text: say(locale, notice),
    })),
    turns: ALL_TURNS.filter((turn) => TURNS[turn].by === 'owner' && stageAfter(draft.stage, turn) !== null),
  };
}

/** What was found at the links of the published practice that the draft still has, where somebody should look. */
async function linkNotesOf({ ctx: { db, locale } }: App.Locals, draft: Draft) {
  const { links, evaluations } = readForm(draft.form).content;
  const checks = await checksOf(db, [...links, ...evaluations]);
  return [...checks].flatMap(([address, check]) => {
    const notice = linkNotice(check);
    return notice ? [{ address, text: say(locale, notice) }] : [];
  });
}

const conflictViews = (locals: App.Locals, conflicts: readonly Conflict[]) =>
  conflicts.map(({ field, theirs, mine }) => ({ field, label: fieldLabel(locals, field), theirs, mine }));

/** The page again, with what was typed as it was typed. */
function again(
  status: number,
  more: {
    message?: string;
    version?: number;
    typed?: Partial<DraftForm>;
    conflicts?: ReturnType<typeof conflictViews>;
    /** What was to be said at a turn. */
    said?: { turn: string; note: string; problem: string };
  },
) {
  return fail(status, { message: null, version: null, typed: null, conflicts: [], said: null, ...more });
}

export const actions: Actions = {
  save: async (event) => {
    const { locals, params, request, url } = event;
    const step = stepHere(locals, params.step);
    const sent = await request.formData();
    const typed = typedIn(step, sent);
    const saved = await saveDraft(locals.ctx, params.id, Number(sent.get('version')) || 1, typed);
    if (saved === null) await draftHere(locals, '');
    if (saved!.outcome === 'stale')
      return again(409, { message: translate(locals.ctx.locale, 'drafts.not-writable'), typed });
    if (saved!.outcome === 'conflict') {
      const { conflicts, version } = saved!;
      return again(409, { conflicts: conflictViews(locals, conflicts), version });
    }
    const into = url.searchParams.get('into');
    const wrong = readForm(saved!.form).complaints.some(({ name }) => FIELDS[step].includes(name));
    // What cannot be read is shown before going on; it is saved all the same.
    const next = sent.has('stay') || wrong ? step : stepAfter(step);
    // Named so that the browser need not keep any longer what it kept (static/drafts.js).
    const query = new URLSearchParams({ saved: `${params.id} ${step}${into ?? ''}` });
    if (into && next === step) query.set('into', into);
    redirect(303, `${locals.prefix}/desk/drafts/${params.id}/${next}?${query}`);
  },
  turn: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const turn = textOf(sent, 'turn') as Turn;
    if (!Object.hasOwn(TURNS, turn)) return again(400, {});
    const note = textOf(sent, 'note').replaceAll('\r\n', '\n').trim();
    if (note.length > LONGEST_REMARK) {
      const problem = translate(locals.ctx.locale, 'review.remark-too-long', { most: LONGEST_REMARK });
      return again(400, { message: problem, said: { turn, note, problem } });
    }
    const taken = await takeTurn(locals.ctx, params.id, turn, note);
    if (taken === null) await draftHere(locals, '');
    if (taken === 'stale')
      return again(409, {
        message: translate(locals.ctx.locale, 'drafts.turn-stale'),
        said: { turn, note, problem: '' },
      });
    if (!('stage' in taken!))
      return again(400, {
        message: translate(locals.ctx.locale, 'drafts.not-ready'),
        said: { turn, note, problem: '' },
      });
    redirect(303, `${locals.prefix}/desk/drafts/${params.id}/check?done=${turn}`);
  },
  remark: async ({ locals, params, request }) => {
    const sent = await request.formData();
    const text = textOf(sent, 'text').trim();
    if (text === '') return again(400, { message: translate(locals.ctx.locale, 'drafts.remark-empty') });
    const field = textOf(sent, 'field') as FormField;
    if ((await comment(locals.ctx, params.id, field || null, text.slice(0, 5_000))) === null)
      await draftHere(locals, '');
    back(locals, params);
  },
  settle: async ({ locals, params, request }) => {
    const id = textOf(await request.formData(), 'remark');
    if (!(await settleComment(locals.ctx, params.id, id, true))) await draftHere(locals, '');
    back(locals, params);
  },
};

function back({ prefix }: App.Locals, { id, step }: RequestEvent['params']): never {
  redirect(303, `${prefix}/desk/drafts/${id}/${step}?done=remark#remarks`);
}
