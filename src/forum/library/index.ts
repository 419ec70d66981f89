/** What pages and other rooms may use of the library. */
export {
  addFiles,
  changeFiles,
  changePublication,
  createPublication,
  type FileChange,
  hidePublication,
  publicationFileFor,
  type PublicationVersion,
} from './actions.ts';
export {
  LIBRARY_FACETS,
  type LibraryFacet,
  type LibraryFilter,
  libraryQuery,
  MOST_PUBLICATIONS_PER_PAGE,
  parseLibraryFilter,
  PUBLICATIONS_PER_PAGE,
  wholeLibrary,
} from './filter.ts';
export {
  emptyPublication,
  formOfPublication,
  PUBLICATION_FIELDS,
  PUBLICATION_LISTS,
  type PublicationForm,
} from './form.ts';
export {
  contentOfPublication,
  languagesOf,
  type Publication,
  type PublicationContent,
  PUBLICATION_KINDS,
  type PublicationKind,
  PUBLICATION_LANGUAGES,
  type PublicationText,
} from './model.ts';
export { readDueTexts, startTextReading } from './read-texts.ts';
export { allPublications, findPublications, libraryLinks, publicationAt, publicationsAbout } from './store.ts';
export { outcomesOf, textsOfFiles } from './texts.ts';
