import type { SurveySectionView } from '#ui/survey-views.ts';

/** The questions with what was typed just now in the place of what is kept. */
export function retyped(sections: SurveySectionView[], fields: Record<string, string[]>): SurveySectionView[] {
  return sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      text: fields[question.code]?.[0] ?? '',
      options: question.options.map((option) => ({
        ...option,
        checked: fields[question.code]?.includes(option.code) ?? false,
        typed: fields[`${question.code}.${option.code}`]?.[0] ?? '',
      })),
    })),
  }));
}
