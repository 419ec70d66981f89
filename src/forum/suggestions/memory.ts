import type { Practice } from '#forum/practices/index.ts';

/** A practice that a draft is like, and in what. */
export interface Neighbour {
  practice: Practice;
  says: ReadonlyMap<string, number>;
  /** How much: what both say, the rarer the more, beside the length of the practice; 1 is a word nobody else says, in a practice of that word. */
  weight: number;
  /** What both say, the most telling first. */
  shared: readonly string[];
  /** Of that, what is rare enough to say something alone: where there is none, the two are alike by common words only. */
  telling: readonly string[];
}

/** What is known of practices: who says what. Things said are strings: "en:remittanc", "#12" (a concept of the lexicon). */
export interface Memory {
  /** Takes up a practice, in the place of what was known of it. */
  put(practice: Practice, says: ReadonlyMap<string, number>): void;
  remove(id: string): void;
  /**
   * The practices most like what is said, the likest first, one (by its id) left out; `said` tells how much it says each
   * thing, from 0 to 1.
   */
  nearest(said: ReadonlyMap<string, number>, most: number, except: string | null): Neighbour[];
}

/** Only so many things are looked up, those that tell most: a text of a whole book takes no longer than a page. */
const ASKED = 80;
/** And so many practices looked at, thing by thing. */
const LOOKS = 6_000;
/** What more practices than this and a third of all say tells nothing, and would take long to look through. */
const COMMON = { number: 200, share: 0.34 };

/**
 * What is worth less than this share of the rarest word does not speak alone: of 42 practices, a word that more than seven say, and
 * every word of a language in which there are fewer than six.
 */
const RARE = 0.25;

interface Kept {
  practice: Practice;
  says: ReadonlyMap<string, number>;
}

/** A memory that forgets on request: counts are kept as practices come and go. */
export function createMemory(): Memory {
  const byId = new Map<string, Kept>();
  const saying = new Map<string, Set<Kept>>();
  const written = new Map<string, number>();

  /** How many practices could say a thing: of a word, those in its language. Where few are, nothing in it can be called rare. */
  const couldSay = (thing: string) => (isConcept(thing) ? byId.size : (written.get(languageIn(thing)) ?? 0));

  function remove(id: string): void {
    const kept = byId.get(id);
    if (!kept) return;
    byId.delete(id);
    for (const language of languagesIn(kept.says)) written.set(language, written.get(language)! - 1);
    for (const thing of kept.says.keys()) {
      const practices = saying.get(thing)!;
      practices.delete(kept);
      if (practices.size === 0) saying.delete(thing);
    }
  }

  return {
    put(practice, says) {
      remove(practice.id);
      const kept = { practice, says };
      byId.set(practice.id, kept);
      for (const language of languagesIn(says)) written.set(language, (written.get(language) ?? 0) + 1);
      for (const thing of says.keys()) {
        const practices = saying.get(thing);
        if (practices) practices.add(kept);
        else saying.set(thing, new Set([kept]));
      }
    },
    remove,
    nearest(said, most, except) {
      const all = byId.size;
      const rarest = worthOf('', all, 1);
      const telling = [...said]
        .flatMap(([thing, often]) => {
          const practices = saying.get(thing);
          if (!practices || practices.size > Math.max(COMMON.number, all * COMMON.share)) return [];
          return [{ thing, often, practices, worth: worthOf(thing, couldSay(thing), practices.size) }];
        })
        .sort((a, b) => b.worth * b.often - a.worth * a.often || (a.thing < b.thing ? -1 : 1))
        .slice(0, ASKED);
      const found = new Map<Kept, { weight: number; shared: string[]; telling: string[] }>();
      let looks = 0;
      for (const { thing, often, practices, worth } of telling) {
        if ((looks += practices.size) > LOOKS) break;
        for (const kept of practices) {
          if (kept.practice.id === except) continue;
          const one = found.get(kept) ?? { weight: 0, shared: [], telling: [] };
          one.weight += worth * Math.min(often, kept.says.get(thing)!);
          one.shared.push(thing);
          if (worth >= rarest * RARE) one.telling.push(thing);
          found.set(kept, one);
        }
      }
      return [...found]
        .map(([{ practice, says }, { weight, shared, telling }]) => ({
          practice,
          says,
          weight: weight / rarest / Math.sqrt(says.size),
          shared,
          telling,
        }))
        .sort((a, b) => b.weight - a.weight || (a.practice.id < b.practice.id ? -1 : 1))
        .slice(0, most);
    },
  };
}

const isConcept = (thing: string) => thing.startsWith('#');
const languageIn = (thing: string) => thing.slice(0, 2);
const languagesIn = (says: ReadonlyMap<string, number>) =>
  new Set([...says.keys()].filter((thing) => !isConcept(thing)).map(languageIn));

/** A concept of the field tells more than a word. */
const CONCEPT_SHARE = 3;

/** What it is worth that two say the same thing, by how few do. */
function worthOf(thing: string, all: number, holding: number): number {
  const rarity = Math.log(1 + all / holding) ** 2;
  return isConcept(thing) ? CONCEPT_SHARE * rarity : rarity;
}
