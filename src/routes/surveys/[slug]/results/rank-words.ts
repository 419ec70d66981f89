import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import type { Question, RankFigures } from '#forum/survey/index.ts';
import type { SpokenView } from '#ui/results-views.ts';

/** The name of an option for a reader. */
export function optionName({ options }: Question, code: string, locale: Locale): SpokenView {
  const option = options.find((one) => one.code === code);
  return option ? textIn(option.label, locale) : { text: code, language: locale };
}

/** The place of an option by Borda, and whether others share it. */
export function placeText({ borda }: RankFigures, option: string, locale: Locale): string {
  const place = borda.find((one) => one.option === option)?.place ?? 1;
  const tied = borda.filter((one) => one.place === place).length > 1;
  return translate(locale, tied ? 'results.place-tied' : 'results.place', { place });
}

/** The place of an option by Schulze; where there are no places, which options it comes before. */
export function schulzeText(
  question: Question,
  { places, before }: RankFigures['schulze'],
  option: string,
  locale: Locale,
): string {
  if (places) {
    const at = places.findIndex((tied) => tied.includes(option));
    const place = 1 + places.slice(0, at).flat().length;
    return translate(locale, places[at]!.length > 1 ? 'results.place-tied' : 'results.place', { place });
  }
  const behind = before[option] ?? [];
  return behind.length === 0
    ? translate(locale, 'results.before-none')
    : translate(locale, 'results.comes-before', { list: listed(question, behind, locale) });
}

function listed(question: Question, codes: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale).format(codes.map((code) => optionName(question, code, locale).text));
}

/** What the two methods say together: what comes first, whether one is preferred to each other, whether comparisons go in a circle. */
export function rankSentences(question: Question, { borda, schulze }: RankFigures, locale: Locale): string[] {
  const list = (codes: readonly string[]) => listed(question, codes, locale);
  const byBorda = borda.filter(({ place }) => place === 1).map(({ option }) => option);
  const same = [...byBorda].sort().join() === [...schulze.first].sort().join();
  const first = same
    ? byBorda.length === 1
      ? translate(locale, 'results.first-alone', { option: list(byBorda) })
      : translate(locale, 'results.first-tied', { list: list(byBorda) })
    : translate(locale, 'results.first-differ', { borda: list(byBorda), schulze: list(schulze.first) });
  return [
    first,
    schulze.condorcet === null
      ? translate(locale, 'results.no-condorcet')
      : translate(locale, 'results.condorcet', { option: list([schulze.condorcet]) }),
    ...schulze.cycles.map((cycle) => translate(locale, 'results.cycle', { list: list(cycle) })),
    ...(schulze.places ? [] : [translate(locale, 'results.partial')]),
  ];
}
