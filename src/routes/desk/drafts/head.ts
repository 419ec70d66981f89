import { error } from '@sveltejs/kit';
import { dateFormat } from '#vocab/dates.ts';
import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { actorName } from '#forum/people/index.ts';
import {
  commentsOf,
  type Draft,
  draftFor,
  type FormField,
  isOpenTo,
  lastTurn,
  readForm,
  type Required,
} from '#forum/drafts/index.ts';
import type { DraftHeadView } from '#ui/draft-views.ts';
import { type Step, stepOf, STEPS } from './steps.ts';

/** The draft at an address for whoever may see it; for everybody else there is none. */
export async function draftHere({ ctx }: App.Locals, id: string): Promise<Draft> {
  const draft = await draftFor(ctx, id);
  if (!draft)
    error(404, {
      message: translate(ctx.locale, 'problems.not-found'),
      detail: translate(ctx.locale, 'drafts.not-here'),
    });
  return draft;
}

/** The field of the form that answers what is required. */
const REQUIRED_FIELD: Record<Required, FormField> = {
  title: 'title',
  summary: 'summary',
  where: 'countries',
  owner: 'owner',
  sdg: 'sdg',
};

/** A field's name as people read it. "summary.fr" is the summary, in French. */
export function fieldLabel({ ctx: { locale } }: { ctx: { locale: Locale } }, field: string): string {
  const [name, language] = field.split('.');
  const label = translate(locale, `drafts.label-${name}` as MessageKey);
  return language ? `${label} (${new Intl.DisplayNames(locale, { type: 'language' }).of(language)})` : label;
}

/** A moment to the minute, in the reader's language; UTC, and said to be so. */
export function momentText(at: Date, { ctx: { locale } }: App.Locals): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** What every page about a draft says of it. */
export async function headOf(locals: App.Locals, draft: Draft, here: Step | null): Promise<DraftHeadView> {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const { missing, complaints } = readForm(draft.form);
  const wrong = new Set(complaints.map(({ name }) => stepOf(name)));
  const wanting = new Set(missing.map((name) => stepOf(REQUIRED_FIELD[name])));
  const remarks = (await commentsOf(ctx.db, draft.id)).filter(({ settledAt }) => settledAt === null);
  const asked =
    draft.stage === 'question'
      ? await lastTurn(ctx.db, draft.id, 'ask')
      : draft.stage === 'draft'
        ? await lastTurn(ctx.db, draft.id, 'give-back')
        : null;
  return {
    id: draft.id,
    title: draft.form.title.trim() || translate(locale, 'drafts.untitled'),
    stage: translate(locale, `drafts.stage-${draft.stage}`),
    stageText: translate(locale, `drafts.stage-text-${draft.stage}`),
    version: draft.version,
    savedWhen: momentText(draft.updatedAt, locals),
    writable: isOpenTo(ctx.actor, draft),
    steps: STEPS.map((step) => ({
      label: translate(locale, `drafts.step-${step}`),
      href: `${prefix}/desk/drafts/${draft.id}/${step}`,
      here: step === here,
      wrong: wrong.has(step),
      missing: wanting.has(step),
    })),
    historyHref: `${prefix}/desk/drafts/${draft.id}/history`,
    question:
      asked && asked.note !== ''
        ? { text: asked.note, actor: actorName(locals.ctx.locale, asked.actor), when: momentText(asked.at, locals) }
        : null,
    answerHref: draft.stage === 'question' ? `${prefix}/desk/drafts/${draft.id}/check#answer` : null,
    remarks: remarks.map(({ id, field, text, actor, at }) => ({
      id,
      about: field === null ? translate(locale, 'drafts.the-whole') : fieldLabel(locals, field),
      text,
      actor,
      when: momentText(at, locals),
    })),
  };
}

/** What is missing, by the name of its field and the page on which it is asked. */
export function missingViews(locals: App.Locals, draft: Draft): { label: string; href: string }[] {
  return readForm(draft.form).missing.map((name) => ({
    label: fieldLabel(locals, REQUIRED_FIELD[name]),
    href: `${locals.prefix}/desk/drafts/${draft.id}/${stepOf(REQUIRED_FIELD[name])}`,
  }));
}
