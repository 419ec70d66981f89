import { isGoal, isTarget } from '#vocab/sdg.ts';
import type { Practice } from '#forum/practices/index.ts';
import type { Habits } from './habits.ts';
import type { Neighbour } from './memory.ts';
import { SPEAKS_FOR, type Stretch, type Topics } from './topics.ts';

/** What speaks for a code, as the lexicon writes codes ("10.c", "g20", "remittances"). */
export interface Inference {
  code: string;
  confidence: number;
  /** The words that made it so, the most telling first. */
  stretches: Stretch[];
  /** Practices like the draft that carry it. */
  practices: Practice[];
}

/** How much each voice counts. Chosen on the 42 practices, leave-one-out (docs/decisions/0021-suggestions.md). */
const SHARE = { lexicon: 0.6, practices: 0.6 };

/** What topics speak for, from some confidence on: by the lexicon, and by what the practices most like them carry. */
export function inferencesFrom(
  { concepts, said, where }: Topics,
  neighbours: readonly Neighbour[],
  habits: Habits,
  except: string | null,
  least: number,
): Inference[] {
  const inferences = new Map<
    string,
    { against: number; voices: { weight: number; stretches: Stretch[] }[]; practices: Practice[] }
  >();
  const of = (code: string) => {
    const known = inferences.get(code) ?? { against: 1, voices: [], practices: [] };
    inferences.set(code, known);
    return known;
  };

  const lexicon = new Map<string, number>();
  for (const [concept, stretches] of concepts) {
    for (const [code, strength] of SPEAKS_FOR[concept]!) {
      const thing = `#${concept}`;
      const known = isSdg(code) ? learnt(strength, habits.of(thing, code, except)) : strength;
      const weight = known * said.get(thing)!;
      lexicon.set(code, 1 - (1 - (lexicon.get(code) ?? 0)) * (1 - weight));
      of(code).voices.push({ weight, stretches });
    }
  }
  for (const [code, weight] of lexicon) of(code).against *= 1 - SHARE.lexicon * weight;

  // Squared: the likest are heard before the others. None are heard much where even the likest is not like the draft.
  const all = neighbours.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const trust = Math.min(1, (neighbours[0]?.weight ?? 0) / TRUSTED);
  const practices = new Map<string, number>();
  for (const { practice, weight, telling } of neighbours) {
    if (telling.length === 0) continue;
    const share = (trust * weight ** 2) / all;
    for (const code of codesOf(practice)) {
      practices.set(code, (practices.get(code) ?? 0) + share);
      const one = of(code);
      one.practices.push(practice);
      telling
        .slice(0, TELLING)
        .forEach((thing, at) => one.voices.push({ weight: (share * TOLD) / (1 + at), stretches: [where.get(thing)!] }));
    }
  }
  for (const [code, weight] of practices) of(code).against *= 1 - SHARE.practices * weight;

  return [...inferences]
    .filter(([, { against }]) => 1 - against >= least)
    .map(([code, { against, voices, practices }]) => ({
      code,
      confidence: 1 - against,
      stretches: voices.toSorted((a, b) => b.weight - a.weight).flatMap(({ stretches }) => stretches),
      practices,
    }));
}

/** From this likeness of the likest on (memory.ts), practices are heard in full; texts of other fields stay below half of it. */
const TRUSTED = 0.5;

/** Of what a draft and a practice both say, the most telling few are told; each after what the lexicon knows itself. */
const TELLING = 3;
const TOLD = 0.1;

/** The lexicon's word for it counts as much as so many practices. */
const GUESSED = 16;

/**
 * How much a concept speaks for a goal or target, by the lexicon and by how many of the practices that say it carry the code: a concept
 * of every second practice does not carry a target alone. Objectives and themes gained nothing by it (docs/decisions/0021-suggestions.md).
 */
function learnt(guess: number, { said, carrying }: { said: number; carrying: number }): number {
  return (guess * GUESSED + carrying) / (GUESSED + said);
}

const isSdg = (code: string) => isGoal(code) || isTarget(code);

/** What a practice carries, as the lexicon writes codes. */
function codesOf({ sdg, gcm, themes }: Practice): string[] {
  return [...sdg, ...gcm.map((code) => `g${code}`), ...themes];
}
