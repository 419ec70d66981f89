/** Suggesting what a draft is about: offline, the same every time, and always with the words that made it so. */
export { type CatalogueSuggester, createCatalogueSuggester } from './catalogue.ts';
export {
  type Already,
  type Draft,
  type DraftText,
  type Duplicate,
  NOTHING,
  type Pointer,
  type Quote,
  type Suggestion,
  type Suggestions,
} from './model.ts';
export { languageOf } from './small-words.ts';
export { createSuggester, type Suggester } from './suggester.ts';
