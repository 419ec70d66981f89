import type { Attachment } from '#forum/practices/index.ts';
import { type DraftForm, FORM_FIELDS, type FormField, LIST_FIELDS, type ListField } from './form.ts';

/** A field that two people changed differently, neither of them wrong: a person has to bring the two together. */
export interface Conflict {
  field: FormField;
  /** What was saved in the meantime. */
  theirs: string;
  /** What was to be saved now. */
  mine: string;
}

/** What comes of two changes to one form. */
export interface Merge {
  /** Theirs, with all of mine that does not stand against it. */
  form: DraftForm;
  conflicts: Conflict[];
}

/**
 * Brings two changes of one form together. A text that one side alone changed is that side's; one that both changed, and
 * not in the same way, is a conflict. Of lists what either side added is added, what either took out is taken out.
 */
export function mergeForms(base: DraftForm, theirs: DraftForm, mine: DraftForm): Merge {
  const form = { ...theirs };
  const conflicts: Conflict[] = [];
  for (const field of FORM_FIELDS) {
    if (field === 'attachments') form.attachments = mergedAttachments(base, theirs, mine);
    else if (isList(field)) form[field] = mergedList(base[field], theirs[field], mine[field]);
    else if (mine[field] === base[field] || mine[field] === theirs[field]) continue;
    else if (theirs[field] === base[field]) form[field] = mine[field];
    else conflicts.push({ field, theirs: theirs[field], mine: mine[field] });
  }
  return { form, conflicts };
}

/** Whether a field holds several values. */
export function isList(field: FormField): field is ListField {
  return LIST_FIELDS.includes(field as ListField);
}

function mergedList(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const added = mine.filter((value) => !base.includes(value));
  const removed = base.filter((value) => !mine.includes(value));
  return [...new Set([...theirs.filter((value) => !removed.includes(value)), ...added])];
}

function mergedAttachments(base: DraftForm, theirs: DraftForm, mine: DraftForm): Attachment[] {
  const ids = mergedList(...([base, theirs, mine].map((form) => form.attachments.map(({ id }) => id)) as Triple));
  const find = (form: DraftForm, id: string) => form.attachments.find((one) => one.id === id);
  return ids.map((id) => {
    const [before, now, wanted] = [find(base, id), find(theirs, id), find(mine, id)];
    // Of two captions the later one: it is in the versions as well.
    return wanted && wanted.caption !== before?.caption ? wanted : (now ?? wanted)!;
  });
}

type Triple = [string[], string[], string[]];

/** The fields in which two forms differ. */
export function changedFields(before: DraftForm, after: DraftForm): FormField[] {
  return FORM_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
