import { ancestorsOf, regionsOf } from '#vocab/regions.ts';
import { fold } from '#forum/search/index.ts';
import { LEAST, MOST, NAMED } from './limits.ts';
import type { Already, Suggestion } from './model.ts';
import type { Mention } from './places.ts';
import { byConfidence, type Quoter } from './quotes.ts';

/** The countries that are named, by name or adjective. */
export function countrySuggestions(mentions: readonly Mention[], already: Already, quote: Quoter): Suggestion[] {
  const codeOf = ({ meaning }: Mention) => (meaning.kind === 'country' ? [meaning.code] : []);
  return together(mentions, codeOf, quote)
    .filter(({ code }) => !already.countries.includes(code))
    .slice(0, MOST.named);
}

/** The regions that are named, where none of the countries and regions carried or suggested lies in them. */
export function regionSuggestions(
  mentions: readonly Mention[],
  already: Already,
  countries: readonly string[],
  quote: Quoter,
): Suggestion[] {
  const within = new Set([...already.regions, ...regionsOf(countries)].flatMap(ancestorsOf));
  const codesOf = ({ meaning }: Mention) => (meaning.kind === 'regions' ? meaning.codes : []);
  return together(mentions, codesOf, quote)
    .filter(({ code }) => !within.has(code))
    .slice(0, MOST.places);
}

/** The areas that are named and kept under that name: "the Sahel". */
export function placeSuggestions(mentions: readonly Mention[], already: Already, quote: Quoter): Suggestion[] {
  const carried = new Set(already.places.map(fold));
  const nameOf = (mention: Mention) => (mention.meaning.kind === 'area' ? [fold(quote([mention])[0]!.words)] : []);
  return together(mentions, nameOf, quote)
    .filter(({ code }) => !carried.has(code))
    .slice(0, MOST.places)
    .map((suggestion) => ({ ...suggestion, code: suggestion.words[0]!.words }));
}

/** The mentions of the same, together; the surer the mentions and the more of them, the surer it is. */
function together(mentions: readonly Mention[], codesOf: (mention: Mention) => string[], quote: Quoter): Suggestion[] {
  const found = new Map<string, Mention[]>();
  for (const mention of mentions)
    for (const code of codesOf(mention)) {
      const list = found.get(code);
      if (list) list.push(mention);
      else found.set(code, [mention]);
    }
  return [...found]
    .map(([code, list]) => ({
      code,
      confidence: Math.min(NAMED, 1 - list.reduce((against, { sure }) => against * (1 - sure), 1)),
      explicit: true,
      words: quote(list.toSorted((a, b) => b.sure - a.sure || a.first - b.first)),
      practices: [],
    }))
    .filter(({ confidence }) => confidence >= LEAST.places)
    .sort(byConfidence);
}
