import { dateFormat } from '#vocab/dates.ts';
import { type Locale } from '#vocab/language.ts';
import { type MessageKey, say, translate } from '#platform/languages.ts';
import { listChanges, textChanges } from '#platform/text-changes.ts';
import {
  type Check,
  CHECKS,
  type CheckState,
  checksNoted,
  type Draft,
  type DraftComment,
  type DraftForm,
  type DraftTurn,
  FORM_FIELDS,
  type FormField,
  type FormReading,
  type Hint,
  hintsOf,
} from '#forum/drafts/index.ts';
import type { CheckView, HappenedView, HintView, RemarkView, ReviewFieldView } from '#ui/review-views.ts';
import { dateText } from '../../../views.ts';
import { fieldLabel } from '../../drafts/head.ts';
import { answered } from './answers.ts';
import { entriesOf, fieldLanguage, isListed } from '../form-fields.ts';

/** Remarks as they are read. */
export function remarkViews(remarks: readonly DraftComment[], locale: Locale): RemarkView[] {
  return remarks.map(({ id, text, actor, at, settledAt }) => ({
    id,
    text,
    by: translate(locale, 'review.remark-by', { name: actor, when: dateText(at, locale) }),
    settled: settledAt !== null,
  }));
}

/** A draft field by field, beside what is published where there is something; fields in which nothing stands in either are left out. */
export function fieldViews(
  {
    form,
    before,
    reading,
    remarks,
  }: { form: DraftForm; before: DraftForm | null; reading: FormReading; remarks: DraftComment[] },
  locale: Locale,
  titles: ReadonlyMap<string, string>,
): ReviewFieldView[] {
  return FORM_FIELDS.flatMap((field) => {
    const now = entriesOf(field, form, locale, titles);
    const then = before === null ? now : entriesOf(field, before, locale, titles);
    const own = remarks.filter((remark) => remark.field === field);
    if (now.length === 0 && then.length === 0 && own.length === 0) return [];
    const list = isListed(field);
    const changes = list ? listChanges(then, now) : textChanges(then.join(''), now.join(''));
    const complaint = reading.complaints.find(({ name }) => name === field);
    return [
      {
        name: field,
        label: fieldLabel({ ctx: { locale } }, field),
        lang: fieldLanguage(field, form),
        list,
        changes,
        changed: changes.some(({ change }) => change !== 'same'),
        complaint: complaint ? say(locale, complaint.notice) : null,
        remarks: remarkViews(own, locale),
      },
    ];
  });
}

/** Characters shown on either side of words that are hinted at. */
const AROUND = 45;
/** As many places as are shown for one check. */
const SHOWN = 6;

/** The checklist, with what a program noticed. */
export function checkViews(draft: Draft, states: Record<Check, CheckState>, locale: Locale): CheckView[] {
  const hints = hintsOf(draft.form);
  return CHECKS.map((check) => {
    const own = hints.filter((hint) => hint.check === check);
    const found = own.flatMap((hint) => (hint.found ? [hintView(hint, hint.found, draft.form, locale)] : []));
    return {
      name: check,
      label: translate(locale, `review.check-${check}`),
      ...answerView(states[check], locale),
      empty: emptyText(own, locale),
      hints: found.slice(0, SHOWN),
      more: Math.max(0, found.length - SHOWN),
    };
  });
}

function answerView(point: CheckState, locale: Locale) {
  const { answer, changed, earlier } = point;
  const fields = changed.map((field) => fieldLabel({ ctx: { locale } }, field));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(fields);
  return {
    state: answered(point),
    said:
      answer &&
      translate(locale, answer.holds ? 'review.check-said-holds' : 'review.check-said-not', {
        name: answer.by,
        when: dateText(new Date(answer.at), locale),
      }),
    changed: fields.length > 0 ? translate(locale, 'review.check-changed', { list }) : null,
    earlier: earlier ? translate(locale, 'review.check-earlier') : null,
    why: answer?.why ?? '',
    seen: answer?.at ?? '',
  };
}

/** The points of which a curator says that they do not hold, of the text of by now, with the reasons. */
export function notHoldingViews(states: Record<Check, CheckState>, locale: Locale): { label: string; why: string }[] {
  return CHECKS.flatMap((check) => {
    const { answer } = states[check];
    return answer && answered(states[check]) === 'not'
      ? [{ label: translate(locale, `review.check-name-${check}`), why: answer.why }]
      : [];
  });
}

/** What was said of the checklist at one time, in words. */
function checksText(note: string, locale: Locale): string {
  const lines = checksNoted(note).map(({ check, holds, why }) =>
    translate(
      locale,
      holds === null ? 'review.check-noted-open' : holds ? 'review.check-noted-holds' : 'review.check-noted-not',
      { check: translate(locale, `review.check-name-${check}`), why },
    ),
  );
  return lines.join('\n');
}

function hintView(
  { field }: Hint,
  { words, at }: { words: string; at: number },
  form: DraftForm,
  locale: Locale,
): HintView {
  const text = String(form[field as 'title']);
  const [from, to] = [Math.max(0, at - AROUND), at + words.length + AROUND];
  return {
    field: fieldLabel({ ctx: { locale } }, field),
    href: `#field-${field}`,
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    words,
    after: text.slice(at + words.length, to) + (to < text.length ? '…' : ''),
  };
}

function emptyText(hints: readonly Hint[], locale: Locale): string | null {
  const empty = hints.filter(({ found }) => found === null);
  if (empty.length === 0) return null;
  if (empty[0]!.check === 'sourced') return translate(locale, 'review.hint-no-source');
  const names = empty.map(({ field }) => fieldLabel({ ctx: { locale } }, field));
  return `${translate(locale, 'review.hint-empty')} ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)}`;
}

/** What happened to a draft, the latest first. */
export function historyViews(turns: readonly DraftTurn[], locale: Locale): HappenedView[] {
  const time = dateFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return turns.map(({ at, actor, action, note }) => ({
    when: at.toISOString(),
    whenText: `${time.format(at)} UTC`,
    actor,
    what: translate(locale, `drafts.happened-${action}` as MessageKey),
    note: action === 'check' ? checksText(note, locale) : note,
  }));
}

/** Fields that only help to fill others in (`settled` empties them): to the reader of a practice there are none such. */
const HELPERS: readonly FormField[] = FORM_FIELDS.filter((field) => field.endsWith('More'));

/** Fields in which nothing stands, to be remarked on. */
export function emptyFields(fields: readonly ReviewFieldView[], locale: Locale) {
  const shown = new Set(fields.map(({ name }) => name));
  return FORM_FIELDS.filter((field: FormField) => !shown.has(field) && !HELPERS.includes(field)).map((field) => ({
    value: field,
    label: fieldLabel({ ctx: { locale } }, field),
  }));
}
