/** What pages and other rooms may use of recollections. */
export { allRecurrences, recollect, recollectAll, type Remembered, type Sources } from './gather.ts';
export { type Chapter, isTakenUp, type Occurrence, type Recurrence, type Tally } from './model.ts';
export { recurrenceCsv } from './recurrence-csv.ts';
