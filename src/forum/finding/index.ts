/** What pages may use of finding: one search over everything there is. */
export { FIRST_FEW, findingQuery, FOUND_PER_PAGE, MOST_FOUND_PER_PAGE, parseFinding } from './filter.ts';
export {
  createFinder,
  type Everything,
  type Finder,
  type FindingRequest,
  type FoundItem,
  type FoundPassage,
} from './find.ts';
export { type EditionYears, type Entry, FOUND_KINDS, type FoundKind } from './model.ts';
