/** What the search knows of the field: codes by their names ("SDG 10", "PMM 20"), and other words for the same thing. */
import { isGcm } from '#vocab/gcm.ts';
import { LOCALES, type Locale } from '#vocab/language.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { SYNONYMS } from '#vocab/synonyms.ts';
import { exactOf, type Knowledge, OWN_WEIGHT, ownWay, type Way, wholeOf } from './query.ts';
import { stemOf } from './stems.ts';
import { wordsOf } from './tokens.ts';

const SDG_NAMES = new Set(
  'sdg sdgs odd ods goal goals objectif objectifs objetivo objetivos target targets cible cibles meta metas هدف الهدف غايه الغايه'.split(
    ' ',
  ),
);
const GCM_NAMES = new Set('gcm pmm objective objectives'.split(' '));

/** The word under which an SDG goal, target or GCM objective of a practice is indexed, whatever its text says. */
export const sdgWord = (code: string): string => `sdg${code.replace('.', 'x')}`;
export const gcmWord = (code: string): string => `gcm${code}`;

const way = (word: string): Way => ({ words: [exactOf(word)], phrase: false, weight: OWN_WEIGHT });

function codeAt(words: readonly string[], at: number): ReturnType<Knowledge> {
  const [name, code] = [words[at]!, words[at + 1]];
  if (code === undefined) return null;
  if (SDG_NAMES.has(name) && (isGoal(code) || isTarget(code))) return { taken: 2, ways: [way(sdgWord(code))] };
  return GCM_NAMES.has(name) && isGcm(code) ? { taken: 2, ways: [way(gcmWord(code))] } : null;
}

/** How much a word counts that only means the same as what was typed. */
const SAME_MEANING = 7;

/** The phrases of every group of synonyms, and the groups by the stems of each phrase. */
const groups = SYNONYMS.map((synonyms) => LOCALES.flatMap((locale) => (synonyms[locale] ?? []).map(wordsOf)));
const byStems = new Map<string, number[]>();
SYNONYMS.forEach((synonyms, group) => {
  for (const locale of LOCALES) {
    for (const phrase of synonyms[locale] ?? []) {
      const key = stemsOf(wordsOf(phrase), locale);
      byStems.set(key, [...(byStems.get(key) ?? []), group]);
    }
  }
});
const LONGEST = Math.max(...groups.flat().map((phrase) => phrase.length));

function stemsOf(words: readonly string[], locale: Locale): string {
  return `${locale} ${words.map((word) => stemOf(word, locale)).join(' ')}`;
}

function synonymsAt(words: readonly string[], at: number): ReturnType<Knowledge> {
  for (let taken = Math.min(LONGEST, words.length - at); taken > 0; taken--) {
    const typed = words.slice(at, at + taken);
    const found = new Set(LOCALES.flatMap((locale) => byStems.get(stemsOf(typed, locale)) ?? []));
    if (found.size === 0) continue;
    const phrases = new Map([...found].flatMap((group) => groups[group]!).map((phrase) => [phrase.join(' '), phrase]));
    phrases.delete(typed.join(' '));
    const same = [...phrases.values()].map((phrase) => ({
      words: phrase.map(wholeOf),
      phrase: phrase.length > 1,
      weight: SAME_MEANING,
    }));
    return { taken, ways: [ownWay(typed), ...same] };
  }
  return null;
}

/** What the field knows of the words that begin at `at`; a name is taken as a whole, the longest first. */
export const knownOf: Knowledge = (words, at) => codeAt(words, at) ?? synonymsAt(words, at);
