import { isGcm } from '#vocab/gcm.ts';
import { compareSdg, goalOf, isGoal, isTarget } from '#vocab/sdg.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Inference } from './inference.ts';
import { LEAST, MOST, NAMED, QUOTES } from './limits.ts';
import type { DraftText, Suggestion } from './model.ts';
import { byConfidence, pointerTo, quoteOf, type Quoter } from './quotes.ts';
import { type Reference, referencesIn } from './references.ts';

/** What codes are suggested from: the texts themselves, and what was inferred from them. */
export interface Sources {
  texts: readonly DraftText[];
  inferences: readonly Inference[];
  quote: Quoter;
}

/** So many practices that carry a code are pointed at. */
const PRACTICES = 3;

/** Goals and targets, named ones first. A goal goes without saying where one of its targets is carried or suggested. */
export function sdgSuggestions(sources: Sources, already: readonly string[]): Suggestion[] {
  const byNumber = named(sources.texts, 'sdg', already).sort((a, b) => compareSdg(a.code, b.code));
  const carried = [...already, ...byNumber.map(({ code }) => code)];
  const targets = inferred(sources, isTarget, LEAST.sdg, carried);
  const goals = inferred(sources, isGoal, LEAST.sdg, carried);
  const covered = new Set([...carried, ...targets.map(({ code }) => code)].filter(isTarget).map(goalOf));
  const says = ({ code }: Suggestion) => !isGoal(code) || !covered.has(code);
  return [
    ...byNumber.filter(says).slice(0, MOST.named),
    ...[...targets, ...goals].filter(says).sort(byConfidence).slice(0, MOST.inferred),
  ];
}

/** Objectives of the Global Compact, named ones first. */
export function gcmSuggestions(sources: Sources, already: readonly string[]): Suggestion[] {
  const byNumber = named(sources.texts, 'gcm', already);
  const carried = [...already, ...byNumber.map(({ code }) => code)];
  const inferences = sources.inferences.flatMap((one) =>
    /^g\d/.test(one.code) ? [{ ...one, code: one.code.slice(1) }] : [],
  );
  return [...byNumber.slice(0, MOST.named), ...inferred({ ...sources, inferences }, isGcm, LEAST.gcm, carried)];
}

/** Themes, all of them inferred. */
export function themeSuggestions(sources: Sources, already: readonly string[]): Suggestion[] {
  return inferred(sources, isTheme, LEAST.themes, already);
}

/** What texts name by number, each with the places where they do. */
function named(texts: readonly DraftText[], kind: Reference['kind'], already: readonly string[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const text of texts) {
    for (const reference of referencesIn(text.text)) {
      if (reference.kind !== kind) continue;
      for (const code of reference.codes) {
        if (already.includes(code)) continue;
        const one = found.get(code) ?? { code, confidence: NAMED, explicit: true, words: [], practices: [] };
        if (one.words.length < QUOTES) one.words.push(quoteOf(text, reference.start, reference.end));
        found.set(code, one);
      }
    }
  }
  return [...found.values()];
}

/** What is inferred, sure enough and known to the vocabulary, but for what is there already. */
function inferred(
  { inferences, quote }: Sources,
  isKnown: (code: string) => boolean,
  least: number,
  already: readonly string[],
): Suggestion[] {
  return inferences
    .filter(({ code, confidence }) => confidence >= least && isKnown(code) && !already.includes(code))
    .sort(byConfidence)
    .slice(0, MOST.inferred)
    .map(({ code, confidence, stretches, practices }) => ({
      code,
      confidence: Math.min(confidence, NAMED - 0.01),
      explicit: false,
      words: quote(stretches),
      practices: practices.slice(0, PRACTICES).map(pointerTo),
    }));
}
