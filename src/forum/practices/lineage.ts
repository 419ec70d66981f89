import type { Database } from '#platform/database.ts';
import type { Practice } from './model.ts';
import { practicesReplicating, readablePractices } from './store.ts';

/** A practice in the lineage of another: an origin of it (generation -1, -2 …), or one taken over from it (1, 2 …). */
export interface Relative {
  practice: Practice;
  generation: number;
  /** The practice, one generation nearer, by which it is here; there may be others. */
  by: string;
}

/** Where a practice comes from and where it went. */
export interface Lineage {
  practice: Practice;
  /** The nearest first. Each practice once. */
  relatives: Relative[];
  /** False where there are more than are told here. */
  complete: boolean;
}

/** How far a lineage is followed, and how many practices of it are told each way. */
export const MOST_GENERATIONS = 6;
export const MOST_RELATIVES = 60;

/**
 * The lineage of a practice, one question to the database a generation. What nobody can read is not in it, nor what is only
 * reached through that. Should the data hold a circle after all, each practice is told once.
 */
export async function lineageOf(db: Database, practice: Practice): Promise<Lineage> {
  const seen = new Set([practice.id]);
  const origins = await follow(practice, -1, seen, async (near) => {
    const asked = near.flatMap(({ replicates }) => replicates.filter((id) => !seen.has(id)));
    const found = await readablePractices(db, [...new Set(asked)]);
    return found.map((far) => ({ far, by: near.find(({ replicates }) => replicates.includes(far.id))!.id }));
  });
  const taken = await follow(practice, 1, seen, async (near) => {
    const ids = near.map(({ id }) => id);
    const found = await practicesReplicating(db, ids, seen.size + MOST_RELATIVES + 1);
    return found.map((far) => ({ far, by: ids.find((id) => far.replicates.includes(id))! }));
  });
  return {
    practice,
    relatives: [...origins.relatives, ...taken.relatives],
    complete: origins.complete && taken.complete,
  };
}

async function follow(
  from: Practice,
  step: 1 | -1,
  seen: Set<string>,
  next: (near: readonly Practice[]) => Promise<{ far: Practice; by: string }[]>,
): Promise<Omit<Lineage, 'practice'>> {
  const relatives: Relative[] = [];
  let near = [from];
  for (let generation = step; near.length > 0; generation += step) {
    const found = (await next(near)).filter(({ far }) => !seen.has(far.id)).sort(byAge);
    if (found.length === 0) break;
    const room = Math.abs(generation) > MOST_GENERATIONS ? 0 : MOST_RELATIVES - relatives.length;
    if (found.length > room) {
      for (const { far, by } of found.slice(0, room)) relatives.push({ practice: far, generation, by });
      return { relatives, complete: false };
    }
    for (const { far, by } of found) {
      seen.add(far.id);
      relatives.push({ practice: far, generation, by });
    }
    near = found.map(({ far }) => far);
  }
  return { relatives, complete: true };
}

const byAge = ({ far: one }: { far: Practice }, { far: other }: { far: Practice }): number =>
  (one.start ?? Infinity) - (other.start ?? Infinity) || (one.id < other.id ? -1 : 1);
