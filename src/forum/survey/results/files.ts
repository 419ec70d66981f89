import { groupLabel } from '#vocab/groups.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type Sheet, workbookOf } from '#platform/files/workbook.ts';
import { translate } from '#platform/languages.ts';
import type { SurveyContent } from '../model.ts';
import { OTHER } from './actions.ts';
import type { Figures, Part, Results } from './model.ts';

/** The files in which published results can be taken away. */
export const RESULT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** Whose answers a figure is made of, named for a reader. */
export function partName(part: Part | 'none', locale: Locale): string {
  if (part === 'states') return translate(locale, 'results.all-states');
  if (part === 'mechanisms' || part === 'everybody') return translate(locale, `results.${part}`);
  return part === 'none' ? translate(locale, 'results.no-group') : groupLabel(part, locale);
}

/** Published results as lines, a figure each, below a line of headings. What is withheld says so. */
export function resultLines(content: SurveyContent, results: Results, locale: Locale): string[][] {
  const t = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  const head = [
    'results.file-question',
    'results.option',
    'results.file-part',
    'results.file-what',
    'results.file-value',
  ] as const;
  const turnout = [
    ...results.turnout.states.map(({ group, ...rest }) => ({ part: partName(group, locale), ...rest })),
    { part: partName('mechanisms', locale), ...results.turnout.mechanisms },
  ].flatMap(({ part, answered, asked }) => [
    [t('results.turnout'), '', part, t('results.answered'), String(answered)],
    [t('results.turnout'), '', part, t('results.asked'), String(asked)],
  ]);
  const questions = content.sections.flatMap((section) => section.questions);
  const lines = results.measured.flatMap(({ question: code, option, parts }) => {
    const question = questions.find((one) => one.code === code);
    const wording = question ? textIn(question.wording, locale).text : code;
    const label = (of: string) =>
      textIn(question?.options.find((one) => one.code === of)?.label ?? {}, locale).text || of;
    return parts.flatMap(({ part, figures }) =>
      (figures ? figureLines(figures, label, locale) : [['', t('results.withheld'), '']]).map(([of, what, value]) => [
        wording,
        option === null ? of! : label(option),
        partName(part, locale),
        what!,
        value!,
      ]),
    );
  });
  return [head.map((key) => t(key)), ...turnout, ...lines];
}

/** The figures of one part as lines: the option, what is said of it, the value. */
function figureLines(figures: Figures, label: (option: string) => string, locale: Locale): string[][] {
  const t = (key: Parameters<typeof translate>[1]) => translate(locale, key);
  const answered = ['', t('results.answered'), String(figures.answered)];
  if (figures.kind === 'rank') {
    const { borda, schulze } = figures;
    const places = schulze.places;
    return [
      answered,
      ...borda.flatMap(({ option, points, place }) => [
        [label(option), t('results.borda-points'), String(points)],
        [label(option), t('results.borda-place'), String(place)],
        places
          ? [
              label(option),
              t('results.schulze-place'),
              String(
                1 +
                  places
                    .slice(
                      0,
                      places.findIndex((tied) => tied.includes(option)),
                    )
                    .flat().length,
              ),
            ]
          : [
              label(option),
              translate(locale, 'results.comes-before', { list: '' }).trim(),
              (schulze.before[option] ?? []).map(label).join('; '),
            ],
      ]),
    ];
  }
  if (figures.kind === 'rate')
    return [
      answered,
      ['', t('results.median'), String(figures.median)],
      ...figures.counts.map(({ rate, count }) => [
        '',
        translate(locale, 'site.labelled', { label: t('results.ratings'), value: rate }),
        String(count),
      ]),
    ];
  if ('texts' in figures)
    return [
      answered,
      ...figures.texts.map(({ text, theme }) => [
        '',
        theme === null || theme === OTHER ? t('results.theme-other') : themeLabel(theme, locale),
        text,
      ]),
    ];
  return [
    answered,
    ...Object.entries(figures.counts).map(([option, count]) => [label(option), t('results.chosen'), String(count)]),
  ];
}

/** Published results as a workbook. */
export async function resultWorkbook(content: SurveyContent, results: Results, locale: Locale): Promise<Uint8Array> {
  const lines = resultLines(content, results, locale);
  const sheet: Sheet = {
    name: translate(locale, 'results.title').slice(0, 31),
    rows: lines.map((line, at) =>
      line.map((text, column) =>
        column === 4 && at > 0 && /^\d+(\.5)?$/.test(text) ? Number(text) : { text, ...(at === 0 && { bold: true }) },
      ),
    ),
    headerRows: 1,
    filters: true,
    widths: [48, 36, 32, 24, 40],
    landscape: true,
    ...(locale === 'ar' && { rightToLeft: true }),
  };
  return workbookOf(sheet);
}
