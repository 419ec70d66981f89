import { GROUPS } from '#vocab/groups.ts';
import type { Question, Response, SurveyContent } from '../model.ts';
import { figuresOf, isOf, keyOf, type Measure, measuresOf, sumOf } from './measures.ts';
import type { Count, Measured, Part, Results, Shown, Turnout } from './model.ts';
import { LEAST, showable, type Sum } from './withholding.ts';

/** The parts a measure is shown in: a whole, and what it is broken down into. Mechanisms are a whole of their own. Texts are never broken down. */
function wholesOf({ question }: Measure): { whole: Part; parts: Part[] }[] {
  if (question.kind === 'short-text' || question.kind === 'long-text') return [{ whole: 'everybody', parts: [] }];
  return [
    { whole: 'states', parts: GROUPS.map(({ code }) => code) },
    { whole: 'mechanisms', parts: [] },
  ];
}

type Earlier = Pick<Count, 'final' | 'results' | 'shown'>;

/**
 * Counts the responses, showing of them what gives nothing away beside all that earlier counts have shown (withholding.ts).
 * @param earlier every count shown before, the first one first
 * @returns what is shown now, and what must be kept of it; null where nothing would be newer than in the last count
 */
export function counted(
  content: SurveyContent,
  responses: readonly Response[],
  earlier: readonly Earlier[],
  { at, final, turnout }: { at: string; final: boolean; turnout: Turnout },
): { results: Results; shown: Shown } | null {
  const last = earlier.at(-1);
  const taken = final ? [...responses] : takenWhileOpen(responses, new Set(last?.shown.taken));
  const named = new Set(responses.filter((one) => one.named).map(keyOf));
  const shown: Shown = { taken: taken.map(keyOf), sums: {} };
  const byQuestion = new Map<string, Set<Part>>();
  const measured = measuresOf(content).map((measure): Measured => {
    const before = earlier.flatMap(({ shown: { sums } }) => sumsShown(sums[measure.key], responses));
    const parts: Measured['parts'] = [];
    for (const { whole, parts: into } of wholesOf(measure)) {
      const of = (part: Part, whose: readonly Response[]) =>
        sumOf(measure, allowed(measure.question, part, byQuestion) ? whose.filter((one) => isOf(part, one)) : []);
      const later = final ? [] : [whole, ...into].map((part) => of(part, responses)).filter((sum) => sum.size >= LEAST);
      const found = showable(
        of(whole, taken),
        new Map(into.map((part) => [part, of(part, taken)])),
        before,
        named,
        later,
      );
      const open = new Set<Part>([...(found.whole ? [whole] : []), ...(found.parts as Part[])]);
      for (const part of [whole, ...into]) {
        const whose = taken.filter((one) => isOf(part, one));
        parts.push({ part, figures: open.has(part) ? figuresOf(measure, whose) : null });
      }
    }
    const open = parts.flatMap(({ part, figures }) => (figures ? [part] : []));
    const stood = last?.results.measured.find(
      (one) => one.question === measure.question.code && one.option === (measure.option?.code ?? null),
    );
    // What would give too much away now stays as it was counted before.
    const stays = stood && !open.some((part) => WHOLES.includes(part)) && stood.parts.some(({ figures }) => figures);
    note(byQuestion, measure.question.code, stays ? [] : open);
    if (stays) return stood;
    if (open.length > 0) shown.sums[measure.key] = { marks: Object.fromEntries(sumOf(measure, taken)), parts: open };
    return {
      question: measure.question.code,
      option: measure.option?.code ?? null,
      kind: measure.question.kind,
      at,
      parts,
    };
  });
  const results = { at, final, turnout, measured, named: namedAmong(responses, final) };
  return last && !isNewer(results, last, final) ? null : { results, shown };
}

const WHOLES: readonly Part[] = ['states', 'mechanisms', 'everybody'];

/**
 * Whose answers are counted while the survey is open: of each group all but five, and only in steps of five. So in each group those counted
 * now, those counted with the next step and those counted at the end are five at least, and no later count gives one of them away; nor
 * does what is seen now make it needful to withhold anything at the end.
 */
function takenWhileOpen(responses: readonly Response[], before: ReadonlySet<string>): Response[] {
  const groups = new Map<string, Response[]>();
  for (const response of responses) {
    const { respondent } = response;
    const group = respondent.kind === 'mechanism' ? 'mechanisms' : (respondent.group ?? 'none');
    groups.set(group, [...(groups.get(group) ?? []), response]);
  }
  return [...groups.values()].flatMap((all) => {
    const stood = all.filter((one) => before.has(keyOf(one)));
    const waiting = all.filter((one) => !before.has(keyOf(one)));
    return waiting.length < 2 * LEAST ? stood : [...stood, ...waiting.slice(0, waiting.length - LEAST)];
  });
}

/**
 * A question that was put only to those who gave a certain answer to another tells by its numbers how many gave that answer. So it is shown for no part
 * for which the other is withheld.
 */
function allowed({ condition }: Question, part: Part, byQuestion: ReadonlyMap<string, Set<Part>>): boolean {
  if (!condition) return true;
  const open = byQuestion.get(condition.question);
  if (!open) return false;
  return part === 'everybody' ? open.has('states') : open.has(part);
}

/** Of a rating a part counts as shown where it is for each option. */
function note(byQuestion: Map<string, Set<Part>>, question: string, open: Part[]): void {
  const known = byQuestion.get(question);
  byQuestion.set(question, new Set(known ? open.filter((part) => known.has(part)) : open));
}

/** What an earlier count showed of a measure, as sums. The groups of respondents are those of today: a state changes its group hardly ever. */
function sumsShown(kept: Shown['sums'][string] | undefined, responses: readonly Response[]): Sum[] {
  if (!kept) return [];
  const byKey = new Map(responses.map((response) => [keyOf(response), response]));
  return kept.parts.map(
    (part) =>
      new Map(
        Object.entries(kept.marks).filter(([key]) => {
          const response = byKey.get(key);
          return response !== undefined && isOf(part, response);
        }),
      ),
  );
}

/** What those answered who chose to be named; said when the survey is over, in the order of their codes. */
function namedAmong(responses: readonly Response[], final: boolean): Results['named'] {
  if (!final) return [];
  return responses
    .filter(({ named }) => named)
    .map(({ respondent: { kind, code }, answers }) => ({ kind, code, answers }))
    .sort((a, b) => (a.kind === b.kind ? (a.code < b.code ? -1 : 1) : a.kind === 'state' ? -1 : 1));
}

function isNewer({ measured, named }: Results, last: Earlier, final: boolean): boolean {
  if (final !== last.final) return true;
  const said = (results: Pick<Results, 'measured' | 'named'>) =>
    JSON.stringify([results.measured.map(({ at: _, ...rest }) => rest), results.named]);
  return said({ measured, named }) !== said(last.results);
}
