/** What pages and other rooms may use of editions. */
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
export { allEditions } from './store.ts';
