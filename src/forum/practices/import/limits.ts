/**
 * What a file may be at most. Far above any annex; low enough that a hostile file is refused before it costs memory.
 * Sizes in bytes.
 */
const MEGABYTE = 1024 * 1024;

export const MOST_FILE_BYTES = 100 * MEGABYTE;
/** A table in plain text is read row by row, so that its size costs time and no memory. */
export const MOST_STREAMED_BYTES = 2_048 * MEGABYTE;
export const MOST_ROWS = 1_000_000;
/** One record of a delimited text: more is a quotation mark that never ends. */
export const MOST_RECORD_CHARACTERS = 10 * MEGABYTE;
export const MOST_COLUMNS = 100;
export const MOST_CELL_CHARACTERS = 50_000;

/** Of a .docx or .xlsx, which is a zip archive. */
export const MOST_ARCHIVE_ENTRIES = 2_000;
export const MOST_UNPACKED_BYTES = 200 * MEGABYTE;
/** Text packs to a tenth, a repetitive sheet to a fiftieth. Only looked at from `RATIO_COUNTS_FROM_BYTES` on. */
export const MOST_RATIO = 200;
export const RATIO_COUNTS_FROM_BYTES = 10 * MEGABYTE;

/** The Word reader holds the document as a tree, at up to 2 kB a tag. An annex has some 200 tags a row: 1,200 rows. */
export const MOST_WORD_TAGS = 250_000;
export const MOST_WORD_XML_BYTES = 40 * MEGABYTE;
/** The sheet reader holds the sheet's text, its strings and its cells. */
export const MOST_SHEET_XML_BYTES = 120 * MEGABYTE;
export const MOST_SHEETS = 20;
export const MOST_SHEET_ROWS = 200_000;
