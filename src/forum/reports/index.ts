/** What pages and commands may use of reports. */
export { annexIntroduction } from './annex.ts';
export { annexReport, editionOfReport, type ReportEntry, reportsOf } from './catalogue.ts';
export {
  ANNEX_FILE_FORMATS,
  ANNEX_FORMATS,
  type AnnexFormat,
  HANDOUT_FORMATS,
  type HandoutFormat,
  writeAnnex,
  writeHandout,
  writeRecollection,
} from './formats.ts';
export { type Handout, handoutOf, MOST_IN_HANDOUT } from './handout.ts';
export { annexHtml } from './html.ts';
export type { Annex, AnnexPart, AnnexRow } from './model.ts';
export { recollectionDocument, recurrenceFacts, tallyText } from './recollection.ts';
