import { GCM_OBJECTIVES } from './gcm-objectives.ts';
import { type Locale, labelIn } from './language.ts';
import { type NumberWord, type Scanned, collected, scanReferences } from './reference-scanner.ts';

export { GCM_OBJECTIVES, type GcmObjective } from './gcm-objectives.ts';

const byCode = new Map(GCM_OBJECTIVES.map((objective) => [objective.code, objective]));

/** Whether a code names an objective of the Global Compact, "1" to "23". */
export function isGcm(code: string): boolean {
  return byCode.has(code);
}

/** Order of objectives: by number. */
export function compareGcm(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** The short name of an objective, without its number; the code itself where there is none. */
export function gcmLabel(code: string, locale: Locale): string {
  const objective = byCode.get(code);
  return objective ? labelIn(objective.label, locale) : code;
}

/** A piece of a text that is no objective of the Global Compact, as it is written, and why it is none. */
export interface RefusedGcmRef {
  text: string;
  reason: 'no-such-objective' | 'unreadable';
}

/** Words that go with the number of an objective, in the four languages. */
const LABELS = [
  'gcm',
  'pmm',
  'objectives?',
  'objectifs?',
  'objetivos?',
  'obj',
  'nos?(?=\\.?\\s*\\d)',
  'n(?=[°º])',
  '(?:ال)?هدف',
  '(?:ال)?أهداف',
];

/**
 * Reads objectives of the Global Compact the way people write them: "5, 6 and 18", "Objective 20", "GCM 1-3". Objectives
 * have no targets, so "5. 6" is 5 and 6, and "5.6" is refused. What can't be read is refused by name, never dropped.
 */
export function parseGcmRefs(text: string): { refs: string[]; refused: RefusedGcmRef[] } {
  return collected(scanReferences(text, LABELS).flatMap(outcomesOf), compareGcm);
}

type Outcome = string | RefusedGcmRef;

function outcomesOf(scanned: Scanned): Outcome[] {
  const { kind, text } = scanned;
  if (kind === 'unreadable') return [{ text, reason: 'unreadable' }];
  const outcomes = scanned.words.map(outcomeOf);
  if (kind === 'numbers' || !outcomes.every((outcome) => typeof outcome === 'string')) return outcomes;
  return rangeOf(outcomes) ?? [{ text, reason: 'unreadable' }];
}

function outcomeOf({ text, code }: NumberWord): Outcome {
  if (isGcm(code)) return code;
  return { text, reason: /^\d+$/.test(code) ? 'no-such-objective' : 'unreadable' };
}

/** The objectives from the one to the other; null where the ends are not two, or fall. */
function rangeOf(ends: string[]): string[] | null {
  const [from, to] = ends.map(Number) as [number, number];
  if (ends.length !== 2 || from > to) return null;
  return GCM_OBJECTIVES.slice(from - 1, to).map(({ code }) => code);
}
