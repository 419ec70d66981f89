import { LOCALES } from '#vocab/language.ts';
import {
  type DraftForm,
  type FormField,
  isList,
  LIST_FIELDS,
  TEXT_FIELDS,
  TRANSLATION_FIELDS,
} from '#forum/drafts/index.ts';

/** The subjects of the form, a page each, in their order. */
export const STEPS = ['what', 'where', 'who', 'goals', 'results', 'needs', 'translations', 'files', 'check'] as const;
export type Step = (typeof STEPS)[number];

/** What is asked on the page of each subject. */
export const FIELDS: Record<Step, readonly FormField[]> = {
  what: ['title', 'kind', 'language', 'summary'],
  where: ['countries', 'whereMore', 'places', 'regions', 'global', 'start', 'end', 'ongoing'],
  who: ['owner', 'partners', 'stakeholders'],
  goals: ['sdg', 'sdgMore', 'gcm', 'themes'],
  results: ['results', 'evaluations', 'costs', 'lessons'],
  needs: ['needs', 'links', 'replicates', 'replicatesMore'],
  translations: TRANSLATION_FIELDS,
  files: ['attachments'],
  check: [],
};

/** Whether a text is a subject of the form. */
export function isStep(text: string): text is Step {
  return STEPS.includes(text as Step);
}

/** The subject after one; the last one has none. */
export function stepAfter(step: Step): Step {
  return STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)]!;
}

/** The subject on whose page a field is asked. */
export function stepOf(field: FormField): Step {
  return STEPS.find((step) => FIELDS[step].includes(field)) ?? 'check';
}

/** What was typed on the page of a subject, and nothing it does not ask. A list with nothing chosen is an empty list. */
export function typedIn(step: Step, sent: FormData): Partial<DraftForm> {
  // A page shows the texts of one other language; those it does not show were not typed.
  const asked = FIELDS[step].filter((field) => isList(field) || sent.has(field));
  return Object.fromEntries(
    asked.map((field) => {
      const values = sent.getAll(field).filter((value) => typeof value === 'string');
      const clean = values.map((value) => value.replaceAll('\0', '').replaceAll('\r\n', '\n'));
      return [
        field,
        isList(field)
          ? clean.filter((value) => value !== '') // A suggestion that was ticked stands before the field of its name: what is written there is the later word.
          : (clean.findLast((value) => value !== '') ?? ''),
      ];
    }),
  );
}

/** All names a form may send, for whoever writes one by program. */
export const ALL_FIELDS: readonly FormField[] = [...TEXT_FIELDS, ...LIST_FIELDS, ...TRANSLATION_FIELDS];

/** The languages a draft may be translated into: all but its own. */
export function otherLanguages(form: DraftForm) {
  return LOCALES.filter((locale) => locale !== form.language);
}
