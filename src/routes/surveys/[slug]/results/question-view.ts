import type { Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import {
  type ChoiceFigures,
  type Figures,
  type Measured,
  OTHER,
  type Part,
  partName,
  type Question,
  type RankFigures,
  type RateFigures,
  type TextFigures,
} from '#forum/survey/index.ts';
import type { BarView, QuestionResultView, ResultTableView } from '#ui/results-views.ts';
import { dateText } from '../../../views.ts';

import { optionName, placeText, rankSentences, schulzeText } from './rank-words.ts';

/** What came of a question, for a reader. `at` is when the rest was counted. */
export function questionView(question: Question, measured: Measured[], at: string, locale: Locale): QuestionResultView {
  const whole = measured.map((one) => figuresOf(one, 'states') ?? figuresOf(one, 'everybody'));
  const first = whole.find((figures) => figures !== null) ?? null;
  const said = (key: 'rests-on' | 'withheld-whole', count = 0) => translate(locale, `results.${key}`, { count });
  const earlier = measured.find((one) => one.at !== at);
  const bare: QuestionResultView = {
    code: question.code,
    wording: textIn(question.wording, locale),
    said: [
      ...(first ? (first.kind === 'rate' ? [] : [said('rests-on', first.answered)]) : [said('withheld-whole')]),
      ...(first && earlier
        ? [translate(locale, 'results.counted-at', { date: dateText(new Date(earlier.at), locale) })]
        : []),
    ],
    bars: [],
    table: null,
    parts: partsView(question, measured, locale),
    comparisons: null,
    texts: null,
  };
  if (!first) return bare;
  if (first.kind === 'rank') return { ...bare, ...rankView(question, first, bare.said, locale) };
  if (first.kind === 'rate') return { ...bare, ...rateView(question, whole as (RateFigures | null)[], locale) };
  if ('texts' in first) return { ...bare, texts: textsView(first, locale) };
  return { ...bare, ...choiceView(question, first, locale) };
}

function figuresOf({ parts }: Measured, part: Part): Figures | null {
  return parts.find((one) => one.part === part)?.figures ?? null;
}

const numberText = (locale: Locale, number: number) => new Intl.NumberFormat(locale).format(number);

function rankView(
  question: Question,
  figures: RankFigures,
  said: string[],
  locale: Locale,
): Partial<QuestionResultView> {
  const { borda, schulze } = figures;
  const most = Math.max(1, figures.answered * (question.options.length - 1));
  const label = (code: string) => optionName(question, code, locale);
  return {
    said: [...said, ...rankSentences(question, figures, locale)],
    bars: borda.map(({ option, points }): BarView => ({
      label: label(option),
      share: points / most,
      value: numberText(locale, points),
    })),
    table: {
      caption: textIn(question.wording, locale).text,
      side: translate(locale, 'results.option'),
      columns: (['borda-points', 'borda-place', 'schulze-place'] as const).map((key) =>
        translate(locale, `results.${key}`),
      ),
      rows: borda.map(({ option, points }) => ({
        label: label(option),
        cells: [
          numberText(locale, points),
          placeText(figures, option, locale),
          schulzeText(question, schulze, option, locale),
        ],
      })),
    },
    comparisons: {
      caption: translate(locale, 'results.comparisons'),
      note: translate(locale, 'results.comparisons-read'),
      side: translate(locale, 'results.option'),
      columns: borda.map(({ option }) => label(option).text),
      rows: borda.map(({ option }) => ({
        label: label(option),
        cells: borda.map((other) =>
          other.option === option ? '–' : numberText(locale, schulze.preferred[option]?.[other.option] ?? 0),
        ),
      })),
    },
  };
}

function choiceView(question: Question, figures: ChoiceFigures, locale: Locale): Partial<QuestionResultView> {
  const rows = question.options
    .map(({ code }) => ({ label: optionName(question, code, locale), count: figures.counts[code] ?? 0 }))
    .sort((a, b) => b.count - a.count);
  return {
    bars: rows.map(({ label, count }) => ({
      label,
      share: count / figures.answered,
      value: numberText(locale, count),
    })),
    table: {
      caption: textIn(question.wording, locale).text,
      side: translate(locale, 'results.option'),
      columns: [translate(locale, 'results.chosen')],
      rows: rows.map(({ label, count }) => ({ label, cells: [numberText(locale, count)] })),
    },
  };
}

function rateView(question: Question, whole: (RateFigures | null)[], locale: Locale): Partial<QuestionResultView> {
  const { from, to } = question.scale ?? { from: 1, to: 5 };
  const rates = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const rows = question.options.map(({ code }, at) => ({
    label: optionName(question, code, locale),
    figures: whole[at] ?? null,
  }));
  const withheld = translate(locale, 'results.withheld');
  return {
    bars: rows.flatMap(({ label, figures }) =>
      figures
        ? [
            {
              label,
              share: (figures.median - from) / Math.max(1, to - from),
              value: numberText(locale, figures.median),
            },
          ]
        : [],
    ),
    table: {
      caption: textIn(question.wording, locale).text,
      side: translate(locale, 'results.option'),
      columns: [
        translate(locale, 'results.median'),
        ...rates.map((rate) => numberText(locale, rate)),
        translate(locale, 'results.rated'),
      ],
      rows: rows.map(({ label, figures }) => ({
        label,
        cells: figures
          ? [figures.median, ...rates.map((rate) => countOf(figures, rate)), figures.answered].map((number) =>
              numberText(locale, number),
            )
          : [withheld, ...rates.map(() => '–'), '–'],
      })),
    },
  };
}

const countOf = ({ counts }: RateFigures, rate: number): number => counts.find((one) => one.rate === rate)?.count ?? 0;

function textsView({ texts }: TextFigures, locale: Locale): QuestionResultView['texts'] {
  const themes = [...new Set(texts.map(({ theme }) => theme))];
  const name = (theme: string | null) =>
    theme === null
      ? translate(locale, 'results.theme-none')
      : theme === OTHER
        ? translate(locale, 'results.theme-other')
        : themeLabel(theme, locale);
  const rank = (theme: string | null) => (theme === null ? 2 : theme === OTHER ? 1 : 0);
  return themes
    .sort((a, b) => rank(a) - rank(b) || name(a).localeCompare(name(b), locale))
    .map((theme) => ({ theme: name(theme), texts: texts.filter((one) => one.theme === theme) }));
}

/** A column for each group and for the mechanisms, a row for each option: one figure of each, or that it is withheld. */
function partsView(question: Question, measured: Measured[], locale: Locale): QuestionResultView['parts'] {
  const parts = (measured[0]?.parts ?? []).map(({ part }) => part).filter((part) => part !== 'states');
  if (parts.length === 0 || parts.includes('everybody')) return null;
  const note = question.kind === 'rank' ? 'by-part-rank' : question.kind === 'rate' ? 'by-part-rate' : 'by-part-choose';
  const table: ResultTableView = {
    caption: translate(locale, 'results.by-part'),
    side: translate(locale, 'results.option'),
    columns: parts.map((part) => partName(part, locale)),
    rows: question.options.map(({ code }) => ({
      label: optionName(question, code, locale),
      cells: parts.map((part) => {
        const one = measured.find(({ option }) => option === null || option === code);
        return partCell(question, one ? figuresOf(one, part) : null, code, locale);
      }),
    })),
  };
  return { ...table, note: translate(locale, `results.${note}`) };
}

function partCell(question: Question, figures: Figures | null, option: string, locale: Locale): string {
  if (!figures) return translate(locale, 'results.withheld');
  if (figures.kind === 'rank')
    return `${placeText(figures, option, locale)} · ${schulzeText(question, figures.schulze, option, locale)}`;
  if (figures.kind === 'rate') return numberText(locale, figures.median);
  return 'counts' in figures ? numberText(locale, figures.counts[option] ?? 0) : '';
}
