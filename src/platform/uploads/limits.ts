/** What people may send. Sizes in bytes. */
const MEGABYTE = 1024 * 1024;

/** One file. */
export const LARGEST_FILE = 25 * MEGABYTE;
/** Files sent with one form, and files kept of one thing. */
export const MOST_FILES = 10;
/** All texts of a form that may bring files. */
export const MOST_TEXT = 2 * MEGABYTE;
/** Text fields of such a form. */
export const MOST_FIELDS = 1_000;
/** All that such a form may be, with what separates its parts. What is longer is not read to its end. */
export const LARGEST_FORM = MOST_FILES * LARGEST_FILE + 2 * MOST_TEXT;

/** Pixels of a picture before it is decoded: 64 million are twice what a camera of a good telephone takes; a side of one. */
export const MOST_PIXELS = 64_000_000;
export const LONGEST_SIDE = 16_000;
/** The longer side of a picture as it is kept, and of the small one shown in lists, in pixels. */
export const KEPT_SIDE = 2_400;
export const SMALL_SIDE = 480;

/** A Word file unpacked. */
export const MOST_UNPACKED = { entries: 2_000, bytes: 200 * MEGABYTE, ratio: 200, ratioFrom: 10 * MEGABYTE };

/** How long looking into one file may take, and one look of the virus scanner: milliseconds. */
export const EXAMINATION = 60_000;
export const SCAN = 60_000;

/** The name a file is shown by, in characters with its extension. */
export const LONGEST_NAME = 120;
