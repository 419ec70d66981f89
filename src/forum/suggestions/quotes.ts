import type { Practice } from '#forum/practices/index.ts';
import { fold } from '#forum/search/index.ts';
import { QUOTES } from './limits.ts';
import type { DraftText, Pointer, Quote } from './model.ts';
import type { Word } from './reading.ts';
import type { Stretch } from './topics.ts';

/** Quotes stretches of words as the draft writes them: each wording once, a few at most. */
export type Quoter = (stretches: readonly Stretch[]) => Quote[];

/** A quoter of some texts, whose words were read from them. */
export function quoter(texts: readonly DraftText[], words: readonly Word[]): Quoter {
  return (stretches) => {
    const quotes = new Map<string, Quote>();
    const taken: Stretch[] = [];
    for (const stretch of stretches) {
      if (quotes.size === QUOTES) break;
      const { first, last } = stretch;
      if (taken.some((one) => one.first <= first && last <= one.last)) continue;
      const { text, start } = words[first]!;
      const quote = quoteOf(texts[text]!, start, words[last]!.end);
      const key = fold(quote.words);
      if (quotes.has(key)) continue;
      quotes.set(key, quote);
      taken.push(stretch);
    }
    return [...quotes.values()];
  };
}

/** The words of a text from one place to another. */
export function quoteOf({ field, text }: DraftText, start: number, end: number): Quote {
  return { field, start, end, words: text.slice(start, end) };
}

/** A practice as it is pointed at. */
export function pointerTo({ id, slug, title }: Practice): Pointer {
  return { id, slug, title };
}

/** The order of suggestions: the surest first, else by their codes, so that it is always the same. */
export function byConfidence(a: { code: string; confidence: number }, b: { code: string; confidence: number }): number {
  return b.confidence - a.confidence || (a.code < b.code ? -1 : 1);
}
