import type { Count, Results, Survey } from '#forum/survey/index.ts';

/** A survey with published results, as the list has it. */
export function surveyItem({ survey, count }: { survey: Survey; count: Count }, origin: string) {
  return {
    slug: survey.slug,
    title: count.content.title,
    publishedAt: count.publishedAt!.toISOString(),
    url: `${origin}/surveys/${encodeURIComponent(survey.slug)}/results`,
  };
}

/** Published results with the questions they answer. A part whose `figures` are null is withheld: it would tell of fewer than five answers. */
export function surveyJson(
  { survey, count, published }: { survey: Survey; count: Count; published: Results },
  origin: string,
) {
  const { at, turnout, measured, named } = published;
  return {
    ...surveyItem({ survey, count }, origin),
    countedAt: at,
    sections: count.content.sections.map(({ title, questions }) => ({
      title,
      questions: questions.map(({ code, kind, wording, options, scale }) => ({ code, kind, wording, options, scale })),
    })),
    turnout,
    results: measured.map(({ question, option, at, parts }) => ({ question, option, countedAt: at, parts })),
    named,
  };
}
