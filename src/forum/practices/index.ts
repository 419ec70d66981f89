/** What other rooms, pages and commands may use of practices. */
export { importPractices, type ImportOrder, type ImportOutcome } from './actions.ts';
export { canonical, type Difference, differences, EMPTY_CONTENT } from './content.ts';
export {
  FACETS,
  type Facet,
  filterQuery,
  type FilterDoor,
  MAX_PER_PAGE,
  parseFilter,
  PER_PAGE,
  type PracticeFilter,
  type Selections,
  type Sort,
  SORTS,
  sourceCode,
  toggled,
  wholeCatalogue,
} from './filter.ts';
export { type ImportRow, type Refusal } from './import/plan.ts';
export { type Kind, KINDS, type Practice, type PracticeContent, type Source } from './model.ts';
export { STATUSES, type Status, statusOf, yearsOf } from './status.ts';
export {
  allPractices,
  countPractices,
  practiceAt,
  practicesById,
  practicesOfEdition,
  sourcesOfPractices,
} from './store.ts';
