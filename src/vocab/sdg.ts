import { type Label, type Locale, labelIn } from './language.ts';
import { GOALS } from './sdg-data/goals.ts';
import { type MigrationLink, migrationLinkOf } from './sdg-data/migration.ts';
import { TARGETS_1_TO_5 } from './sdg-data/targets-1-to-5.ts';
import { TARGETS_12_TO_17 } from './sdg-data/targets-12-to-17.ts';
import { TARGETS_6_TO_11 } from './sdg-data/targets-6-to-11.ts';

export { type Goal, GOALS } from './sdg-data/goals.ts';

/** One of the 169 targets. */
export interface Target {
  /** "10.7", "10.c". */
  code: string;
  /** Code of its goal. */
  goal: string;
  label: Label;
  /** What it has to do with migration, where somebody has said. */
  migration?: MigrationLink;
}

/** The 169 targets, in the order of `compareSdg`. */
export const TARGETS: readonly Target[] = [...TARGETS_1_TO_5, ...TARGETS_6_TO_11, ...TARGETS_12_TO_17].map(
  ([code, en, fr, es, ar]) => {
    const migration = migrationLinkOf(code);
    return { code, goal: goalOf(code), label: { en, fr, es, ar }, ...(migration && { migration }) };
  },
);

const goals = new Map(GOALS.map((goal) => [goal.code, goal]));
const targets = new Map(TARGETS.map((target) => [target.code, target]));

/** Whether a code names a goal: "10", not "010" nor "18". */
export function isGoal(code: string): boolean {
  return goals.has(code);
}

/** Whether a code names a target: "10.7", "10.c", not "4.8". */
export function isTarget(code: string): boolean {
  return targets.has(code);
}

/** The goal an SDG reference belongs to: "10" of "10.7" and of "10" (PRODUCT.md, rule 2). */
export function goalOf(ref: string): string {
  return ref.split('.', 1)[0]!;
}

/** Order of SDG references (PRODUCT.md, rule 1): by goal, a goal before its targets, then 1 < 2 < … < 10 < a < b. */
export function compareSdg(a: string, b: string): number {
  return Number(goalOf(a)) - Number(goalOf(b)) || placeInGoal(a) - placeInGoal(b);
}

function placeInGoal(ref: string): number {
  const part = ref.slice(goalOf(ref).length + 1);
  if (part === '') return 0;
  return /^\d+$/.test(part) ? Number(part) : 100 + part.charCodeAt(0);
}

/** The short name of a goal or a target, without its number; the reference itself where there is none such. */
export function sdgLabel(ref: string, locale: Locale): string {
  const named = targets.get(ref) ?? goals.get(ref);
  return named ? labelIn(named.label, locale) : ref;
}
