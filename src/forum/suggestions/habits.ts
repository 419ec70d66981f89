import { goalOf, isTarget } from '#vocab/sdg.ts';
import type { Practice } from '#forum/practices/index.ts';

/** Which goals and targets practices carry that say something: people's habit of tagging, which the lexicon can only guess. */
export interface Habits {
  /** Takes up a practice, in the place of what was known of it. */
  put(practice: Practice, says: ReadonlyMap<string, number>): void;
  remove(id: string): void;
  /** How much practices say a thing in all, and those of them that carry a code; one practice (by its id) left out. */
  of(thing: string, code: string, except: string | null): { said: number; carrying: number };
}

interface Told {
  said: number;
  byCode: Map<string, number>;
}

/** The goals and targets of a practice; a target stands for its goal as well. */
function codesOf({ sdg }: Practice): ReadonlySet<string> {
  return new Set(sdg.flatMap((code) => (isTarget(code) ? [code, goalOf(code)] : [code])));
}

/** Counted in whole thousandths: what is taken away again leaves exactly what was there before. */
const WHOLE = 1_000;

/** Habits learnt from practices as they come, and unlearnt as they go; only concepts of the lexicon are counted. */
export function createHabits(): Habits {
  const told = new Map<string, Told>();
  const kept = new Map<string, { says: ReadonlyMap<string, number>; codes: ReadonlySet<string> }>();

  function count(id: string, sign: 1 | -1): void {
    const { says, codes } = kept.get(id)!;
    for (const [thing, often] of says) {
      if (!thing.startsWith('#')) continue;
      const much = sign * Math.round(often * WHOLE);
      const one = told.get(thing) ?? { said: 0, byCode: new Map<string, number>() };
      one.said += much;
      for (const code of codes) one.byCode.set(code, (one.byCode.get(code) ?? 0) + much);
      told.set(thing, one);
    }
  }

  function remove(id: string): void {
    if (!kept.has(id)) return;
    count(id, -1);
    kept.delete(id);
  }

  return {
    put(practice, says) {
      remove(practice.id);
      kept.set(practice.id, { says, codes: codesOf(practice) });
      count(practice.id, 1);
    },
    remove,
    of(thing, code, except) {
      const { said = 0, byCode } = told.get(thing) ?? {};
      const own = except === null ? undefined : kept.get(except);
      const much = Math.round((own?.says.get(thing) ?? 0) * WHOLE);
      const carrying = (byCode?.get(code) ?? 0) - (own?.codes.has(code) ? much : 0);
      return { said: (said - much) / WHOLE, carrying: carrying / WHOLE };
    },
  };
}
