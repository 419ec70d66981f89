import type { Database } from '#platform/database.ts';
import { TRANSLATED } from '#forum/practices/index.ts';
import { type DraftForm, emptyForm, type FormField, formOf, readForm, TRANSLATION_FIELDS } from './form.ts';
import { ADDRESSES, HELPFUL, WRITTEN } from './hints.ts';
import { changedFields } from './merge.ts';
import { type Check, type CheckAnswer, CHECKS } from './model.ts';
import { type Draft, formAt } from './store.ts';

/** A point of the checklist as it stands for the text of by now. */
export interface CheckState {
  /** What was last said of it; null where nobody has looked at it. */
  answer: CheckAnswer | null;
  /** What it concerns and has changed since: where there is something, it is to be looked at anew. */
  changed: FormField[];
  /** It was said of an earlier text. */
  earlier: boolean;
}

/** Texts in sentences, in every language: the wording is theirs. */
const SENTENCES: readonly FormField[] = [...TRANSLATED, ...TRANSLATION_FIELDS];

/** What each point concerns (decision 0024): what its hints look at, and what a claim needs a source for. */
const CONCERNS: Record<Check, readonly FormField[]> = {
  complete: ['summary', 'ongoing', ...HELPFUL],
  sourced: ['summary', 'results', 'costs', 'lessons', 'attachments', ...ADDRESSES],
  balanced: SENTENCES,
  'personal-data': [...WRITTEN, ...ADDRESSES, 'attachments'],
  'non-binding': SENTENCES,
};

/** The fields a point concerns in which two forms differ. Whether a practice is complete depends of a list only on whether anything is in it. */
export function concernedChanges(check: Check, then: DraftForm, now: DraftForm): FormField[] {
  return changedFields(then, now).filter(
    (field) =>
      CONCERNS[check].includes(field) &&
      !(check === 'complete' && !SENTENCES.includes(field) && then[field].length > 0 === now[field].length > 0),
  );
}

/** A form as it would be published: how something was typed is no difference. */
const settledForm = (form: DraftForm): DraftForm => formOf(readForm(form).content);

/** The checklist of a draft, each point with what was said of it and what of that has changed since. */
export async function checklistOf(
  db: Database,
  draft: Pick<Draft, 'id' | 'form' | 'version' | 'checklist'>,
): Promise<Record<Check, CheckState>> {
  const now = settledForm(draft.form);
  const forms = new Map<string, DraftForm>();
  for (const { draft: id, version } of Object.values(draft.checklist)) {
    const key = `${id} ${version}`;
    // A text that is not there any more was another one.
    if (!forms.has(key)) forms.set(key, settledForm((await formAt(db, id, version)) ?? emptyForm('en')));
  }
  return Object.fromEntries(
    CHECKS.map((check): [Check, CheckState] => {
      const answer = draft.checklist[check] ?? null;
      if (answer === null) return [check, { answer, changed: [], earlier: false }];
      const changed = concernedChanges(check, forms.get(`${answer.draft} ${answer.version}`)!, now);
      return [check, { answer, changed, earlier: answer.draft !== draft.id || answer.version !== draft.version }];
    }),
  ) as Record<Check, CheckState>;
}

/** Whether every point has been looked at, for the text of by now; whether it holds is for people to weigh. */
export function isLookedAt(states: Record<Check, CheckState>): boolean {
  return CHECKS.every((check) => states[check].answer !== null && states[check].changed.length === 0);
}

/** What was said of a point, as it is noted in the history of a draft. `holds`: null where an answer was taken back. */
export interface NotedCheck {
  check: Check;
  holds: boolean | null;
  why: string;
}

/** What the history of a draft notes of answers. */
export function checksNote(noted: readonly NotedCheck[]): string {
  return JSON.stringify(noted);
}

/** The answers that a turn noted; none where it noted them as it was done before (names alone). */
export function checksNoted(note: string): NotedCheck[] {
  return note.startsWith('[') ? (JSON.parse(note) as NotedCheck[]) : [];
}
