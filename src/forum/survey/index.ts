/** What pages and other rooms may use of surveys. */
export {
  type Answer,
  type Option,
  type Question,
  QUESTION_KINDS,
  type QuestionKind,
  type Respondent,
  type Response,
  type Section,
  type Survey,
  type SurveyContent,
  type SurveyState,
} from './model.ts';
export { allSurveys, responsesOf, surveyWith } from './store.ts';
export * from './results/index.ts';
