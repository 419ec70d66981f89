/** What the room of the survey gives out of results. */
export { OTHER, publishResults, resultsNow, sortTexts, textHash } from './actions.ts';
export type { BordaPlace } from './borda.ts';
export type {
  ChoiceFigures,
  Count,
  Figures,
  Measured,
  Named,
  Part,
  RankFigures,
  RateFigures,
  Results,
  TextFigures,
  Turnout,
} from './model.ts';
export { partName, RESULT_FORMATS, type ResultFormat, resultLines, resultWorkbook } from './files.ts';
export { optionsTaken, publishedCount, publishedSurveys, surveysBehind } from './store.ts';
export { makeThemes, type ThemeChoice, themeChoices } from './theme-actions.ts';
export { LEAST } from './withholding.ts';
