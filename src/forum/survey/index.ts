/** What pages and other rooms may use of surveys. */
export { type Answers, fieldsOf, isAsked, LONGEST, readAnswers, typedAnswers } from './answers.ts';
export { saveAnswers, sendAnswers, takesAnswers } from './answering.ts';
export { changeSurvey, createSurvey, hideSurvey, type Refused, sampleSurvey } from './building.ts';
export {
  deciders,
  freeCode,
  hasOptions,
  missingWording,
  openingComplaints,
  questionsOf,
  withChanged,
  withoutQuestion,
  withoutSection,
  withOptionMoved,
  withQuestion,
  withQuestionMoved,
  withSection,
  withSectionMoved,
} from './content.ts';
export { delegate, delegatesOf, takeBack } from './delegation.ts';
export { type Entry, entryByToken, lateEntry, ownEntries } from './entry.ts';
export { type Invitation } from './invitations.ts';
export { surveyJobs } from './jobs.ts';
export { respondentName, surveyLetters, zonedTime } from './letters.ts';
export { changeTimes, closeSurvey, openSurvey, remind, type Standing, standingOf } from './life.ts';
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
export { type OwnSurveys, ownSurveys } from './own.ts';
export { type KeptResponse, responseOf, senderOf } from './responses.ts';
export { allSurveys, responsesOf, surveyWith } from './store.ts';
export { isAhead, proposedReminders } from './times.ts';
export { surveysWaiting } from './waiting.ts';
export { clockIn } from './zoned.ts';
export * from './results/index.ts';
