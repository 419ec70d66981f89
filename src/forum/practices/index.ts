/** What other rooms, pages and commands may use of practices. */
export { type ImportListener, importPractices, type ImportOrder, type ImportOutcome } from './actions.ts';
export { isStale, knownSince } from './currency.ts';
export { canonical, type Difference, differences, EMPTY_CONTENT, merged, NEW } from './content.ts';
export {
  FACETS,
  type Facet,
  filterQuery,
  type FilterDoor,
  MAX_PER_PAGE,
  MAX_TEXT,
  parseFilter,
  PER_PAGE,
  type PracticeFilter,
  type Selections,
  type Sort,
  SORTS,
  sourceCode,
  sourceLabel,
  toggled,
  wholeCatalogue,
} from './filter.ts';
export {
  CITATION_FORMATS,
  CITATION_TYPES,
  type CitationFormat,
  printReference,
  writeCitation,
} from './export/citations.ts';
export { writeFeed } from './export/feed.ts';
export { EXPORT_FORMATS, type ExportFormat, writeExport } from './export/formats.ts';
export { filePath, type Item, practiceUrl, toItem } from './export/item.ts';
export { guardFormula } from './exchange.ts';
export type { ImportFile } from './import/import-file.ts';
export type { ImportRow, Refusal, RowStream } from './import/import-row.ts';
export type { ImportEntry } from './import/entries.ts';
export { readImportRows } from './import/read-rows.ts';
export { type LikeTitles, likeTitles } from './like-titles.ts';
export { type Lineage, lineageOf, type Relative } from './lineage.ts';
export {
  type Attachment,
  type Kind,
  KINDS,
  type Practice,
  type PracticeContent,
  type Said,
  type Source,
  type Standing,
  TRANSLATED,
  type TranslatedField,
  type Translation,
  type Translations,
} from './model.ts';
export { printPartners, splitPartners } from './partners.ts';
export { asWritten, readIn, type Reading, type ReadText } from './reading.ts';
export { circling } from './replication.ts';
export { STATUSES, type Status, statusOf, yearsOf } from './status.ts';
export {
  countStale,
  type Keeper,
  MOST_KEPT,
  type PracticeLine,
  practiceLines,
  practicesKeptBy,
  practicesOfColleagues,
  practicesToAskAbout,
  practicesWithoutOwner,
  setReminded,
} from './keeping.ts';
export {
  allPractices,
  contentOf,
  countPractices,
  insertPractices,
  mergeAddresses,
  idsOwnedBy,
  type Owners,
  practiceAt,
  practicesAt,
  practicesById,
  practicesOfEdition,
  practicesOfOrganisations,
  practiceWherever,
  practicesReplicating,
  practicesWithIds,
  practiceWithId,
  publishedLinks,
  readablePractices,
  replicatesItself,
  sourcesOfPractices,
  takenSlugs,
  updatePractices,
  withdrawnAt,
} from './store.ts';
export { type Party, versionsOfPractice, type PracticeVersion } from './versions.ts';
export { isYear, printYears } from './years.ts';
export { tidied } from './import/cell-text.ts';
export { isWebAddress, LONGEST_CELL, LONGEST_TITLE } from './import/cell-values.ts';
export { mayBeSamePlace, slugGiver, slugOf, titleKey } from './titles.ts';
