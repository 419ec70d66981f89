import { type NumberWord, type Scanned, collected, scanReferences } from './reference-scanner.ts';
import { GOALS, TARGETS, compareSdg, goalOf, isGoal, isTarget } from './sdg.ts';

/** A piece of a text that is no SDG reference, as it is written, and why it is none. */
export interface RefusedSdgRef {
  text: string;
  reason: 'no-such-goal' | 'no-such-target' | 'unreadable';
}

/** What a text says of the SDGs. */
export interface SdgReading {
  /** Goals and targets in the order of `compareSdg`, each once. */
  refs: string[];
  /** What could not be read, in the order in which it stands, each once. */
  refused: RefusedSdgRef[];
}

/** Words that go with a reference, in the four languages. */
const LABELS = [
  'sustainable development goals?',
  'sdgs?',
  'goals?',
  'targets?',
  'objectifs? de développement durable',
  'objectifs?',
  'odd',
  'cibles?',
  'objetivos? de desarrollo sostenible',
  'objetivos?',
  'ods',
  'metas?',
  'nos?(?=\\.?\\s*\\d)',
  'n(?=[°º])',
  'أهداف التنمية المستدامة',
  '(?:ال)?هدف',
  '(?:ال)?أهداف',
  '(?:ال)?غاية',
  '(?:ال)?غايات',
];

/**
 * Reads SDG references the way people write them (PRODUCT.md, rule 1): lists with commas, "&", "and" in four languages,
 * ranges ("1-3", "8.7–8.8", "10.a–10.c"), a stray space in a target ("10. 7") and a full stop where a comma was meant
 * ("4. 8": goals 4 and 8, since no target 4.8 exists). What can't be read is refused by name, never dropped.
 */
export function parseSdgRefs(text: string): SdgReading {
  return collected(scanReferences(text, LABELS).flatMap(outcomesOf), compareSdg);
}

/** References as the annex prints them: "8.7, 8.8, 10.7". */
export function printSdgRefs(refs: readonly string[]): string {
  return refs.join(', ');
}

type Outcome = string | RefusedSdgRef;

function outcomesOf(scanned: Scanned): Outcome[] {
  if (scanned.kind === 'unreadable') return [unreadable(scanned.text)];
  return scanned.kind === 'range' ? rangeOf(scanned.words, scanned.text) : numbersOf(scanned.words);
}

const unreadable = (text: string): RefusedSdgRef => ({ text, reason: 'unreadable' });

/** Words with a full stop and space between: one target where there is such a target, else each for itself. */
function numbersOf(words: NumberWord[]): Outcome[] {
  const target = words.map(({ code }) => code).join('.');
  return words.length === 2 && isTarget(target) ? [target] : words.map(outcomeOf);
}

function outcomeOf({ text, code: written }: NumberWord): Outcome {
  const code = written.replace(/^(\d+)([a-z])$/, '$1.$2');
  if (isGoal(code) || isTarget(code)) return code;
  if (/^\d+$/.test(code)) return { text, reason: 'no-such-goal' };
  return /^\d+\.(\d+|[a-z])$/.test(code) ? { text, reason: 'no-such-target' } : unreadable(text);
}

/** From one goal to another, or from one target to another of the same goal and sort. Between goals a dash parts targets. */
function rangeOf(words: NumberWord[], text: string): Outcome[] {
  const ends = words.map(outcomeOf);
  const [from, to] = ends;
  if (ends.length !== 2) return [unreadable(text)];
  if (typeof from !== 'string' || typeof to !== 'string') return ends;
  if (isTarget(from) && isTarget(to) && goalOf(from) !== goalOf(to)) return ends;
  const row = rowOf(from);
  const falls = compareSdg(from, to) > 0;
  return falls || !row.includes(to) ? [unreadable(text)] : row.slice(row.indexOf(from), row.indexOf(to) + 1);
}

/** All that a range may run through: the goals, the numbered targets of a goal, or its lettered ones. */
function rowOf(ref: string): string[] {
  if (isGoal(ref)) return GOALS.map(({ code }) => code);
  const numbered = /\d$/.test(ref);
  return TARGETS.map(({ code }) => code).filter(
    (code) => goalOf(code) === goalOf(ref) && /\d$/.test(code) === numbered,
  );
}
