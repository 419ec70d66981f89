import { textOf } from '../../../forms.ts';
import { type Check, CHECKS, type CheckState, type Given, LONGEST_REMARK, remarkProblem } from '#forum/drafts/index.ts';
import { type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';

/** Where a point of the checklist stands: not (or not anew) looked at, holds, does not hold. */
export type Answered = 'open' | 'holds' | 'not';

/** What a form says of a point. */
export interface SentAnswer {
  state: Answered;
  why: string;
  /** When the answer was given that the form showed; empty where it showed none. */
  seen: string;
}

/** Where a point stands for the text of by now. */
export function answered({ answer, changed }: CheckState): Answered {
  if (answer === null || changed.length > 0) return 'open';
  return answer.holds ? 'holds' : 'not';
}

/** What a form says of the checklist, by point; of a point that was not sent, nothing. */
export function answersIn(form: FormData): Partial<Record<Check, SentAnswer>> {
  return Object.fromEntries(
    CHECKS.flatMap((check) => {
      const state = (['open', 'holds', 'not'] as const).find((one) => one === textOf(form, check));
      if (state === undefined) return [];
      const why = textOf(form, `why.${check}`).replaceAll('\r\n', '\n').trim();
      return [[check, { state, why, seen: textOf(form, `seen.${check}`) }]];
    }),
  );
}

/** What a form changes: what it leaves as it showed it is nobody's new word. */
export function changesOf(
  sent: Partial<Record<Check, SentAnswer>>,
  states: Record<Check, CheckState>,
): { given: Given; answers: Partial<Record<Check, string>> } {
  const given: Given = {};
  const answers: Partial<Record<Check, string>> = {};
  for (const check of CHECKS) {
    const said = sent[check];
    const state = states[check];
    if (!said) continue;
    const asShown = said.seen === (state.answer?.at ?? '') && said.state === answered(state);
    if (asShown && (said.state !== 'not' || said.why === state.answer?.why)) continue;
    given[check] = said.state === 'open' ? null : { holds: said.state === 'holds', why: said.why };
    answers[check] = said.seen;
  }
  return { given, answers };
}

/** What is wrong with what a form says of each point: a reason is missing or too long, or stands beside something else. */
export function answerProblems(
  sent: Partial<Record<Check, SentAnswer>>,
  states: Record<Check, CheckState>,
  locale: Locale,
): Partial<Record<Check, string>> {
  return Object.fromEntries(
    CHECKS.flatMap((check) => {
      const said = sent[check];
      if (!said) return [];
      const problem = said.state === 'not' ? remarkProblem(said.why) : null;
      if (problem === 'empty') return [[check, translate(locale, 'review.check-why-empty')]];
      if (problem === 'too-long')
        return [[check, translate(locale, 'review.remark-too-long', { most: LONGEST_REMARK })]];
      // A reason that was typed is not dropped because another button was pressed.
      const besides = said.state !== 'not' && said.why !== '' && said.why !== (states[check].answer?.why ?? '');
      return besides ? [[check, translate(locale, 'review.check-why-besides')]] : [];
    }),
  );
}
