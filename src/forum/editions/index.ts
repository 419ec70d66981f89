/** What pages and other rooms may use of editions. */
export { changeEdition, closeEdition, createEdition, type EditionVersion, openEdition } from './actions.ts';
export { type EditionForm, emptyEdition, formOfEdition, readEdition } from './form.ts';
export {
  type Edition,
  type EditionContent,
  type Innovation,
  type Source,
  type Stage,
  STAGES,
  type SubTheme,
  type Troika,
  troikaOf,
} from './model.ts';
export { allEditions, editionAt, editionById, editionCalled, presentEdition } from './store.ts';
export {
  isDay,
  noTexts,
  readCountries,
  readDays,
  readName,
  readSource,
  readSources,
  readTexts,
  readThemes,
  type TypedTexts,
  typedTexts,
} from './typed.ts';
