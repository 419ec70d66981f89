import { LOCALES } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import {
  type Correction,
  CORRECTED_FIELDS,
  dayText,
  formOfMilestone,
  type Moving,
  type Proposed,
} from '#forum/planning/index.ts';
import type { ProposalView, ProposedView } from '#ui/planning-views.ts';
import { textOf, textsOf } from '../../forms.ts';
import { languageName } from '../../views.ts';
import { whenText } from '../views.ts';

export const NEXT_FIELDS = ['years', 'chair', 'co-chair', 'city', 'country', 'from', 'until'] as const;
export type NextSent = Record<(typeof NEXT_FIELDS)[number], string>;

/** What was typed to open the next edition, as it is read. */
export function nextFormOf({ chair, 'co-chair': second, ...sent }: NextSent) {
  return { ...sent, chairs: [chair, second].filter(Boolean) };
}

/** What was corrected of the proposed milestones: a milestone was looked at where its last day was sent. */
export function correctionsIn(form: FormData): Map<string, Correction> {
  const looked = [...form.keys()].filter((name) => name.endsWith('.due')).map((name) => name.slice(0, -'.due'.length));
  return new Map(
    looked.map((id) => {
      const sent = CORRECTED_FIELDS.filter((name) => form.has(`${id}.${name}`));
      const fields = Object.fromEntries(sent.map((name) => [name, textOf(form, `${id}.${name}`)]));
      return [id, { take: form.has(`${id}.take`), fields }];
    }),
  );
}

/** The year of the next edition as it would be, with what was corrected and what is wrong with that. */
export function proposalView(
  { ctx: { locale } }: App.Locals,
  { moving, milestones }: { moving: Moving; milestones: readonly Proposed[] },
  corrections: ReadonlyMap<string, Correction> = new Map(),
  problems: Readonly<Record<string, string>> = {},
): ProposalView {
  return {
    moved:
      moving.by === 'summit'
        ? translate(locale, 'planning.moved-summit', { days: moving.days })
        : translate(locale, 'planning.moved-years', { years: moving.years }),
    milestones: milestones.map(({ before, after }): ProposedView => {
      const { take = true, fields = {} } = corrections.get(before.id) ?? {};
      const typed = { ...formOfMilestone(after), ...fields };
      const title = textIn(before.title, locale);
      const field = (name: 'from' | 'due') => ({
        name: `${before.id}.${name}`,
        value: typed[name],
        problem: problems[`${before.id}.${name}`],
      });
      return {
        id: before.id,
        was: translate(locale, 'planning.proposal-was', { title: title.text, when: whenText(before, locale) }),
        now: translate(locale, 'planning.proposal-now', {
          when: [after.from, after.due]
            .filter((day) => day !== null)
            .map((day) => dayText(day, locale))
            .join(' – '),
        }),
        take,
        due: field('due'),
        from: after.from === null ? null : field('from'),
        titles: LOCALES.filter((one) => before.title[one]).map((one) => ({
          name: `${before.id}.title-${one}`,
          lang: one,
          label: languageName(one, locale),
          value: typed[`title-${one}`],
          problem: problems[`${before.id}.title-${one}`],
        })),
      };
    }),
  };
}

/** What was typed of the next edition. */
export const nextSentIn = (form: FormData): NextSent => textsOf(form, NEXT_FIELDS);
