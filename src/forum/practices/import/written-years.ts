import type { PracticeContent } from '../model.ts';
import { isYear, parseYears, type Years } from '../years.ts';
import { type Cells, type Refuse, textOf } from './cell-values.ts';

/** The years of a row written by people: from one cell for all, or from columns of their own, which then say it more exactly. */
export function writtenYears(cells: Cells, refuse: Refuse): Partial<PracticeContent> {
  const said: Partial<Years> = {};
  if (cells.dates !== undefined) Object.assign(said, datesIn(textOf(cells.dates), refuse));
  for (const field of ['start', 'end'] as const) {
    if (cells[field] === undefined) continue;
    const text = textOf(cells[field]);
    const reading = parseYears(text);
    const years = reading.ok ? reading.years : null;
    const openEnd = field === 'end' && years?.ongoing === true && years.start === null;
    if (text === '') said[field] = null;
    else if (openEnd) Object.assign(said, { end: years.end, ongoing: true });
    else if (years && years.start === years.end && years.start !== null) said[field] = years.start;
    else refuse(field, text, { key: 'import.no-year' });
  }
  if (cells.ongoing !== undefined) Object.assign(said, ongoingIn(textOf(cells.ongoing), refuse));
  const { start, end } = said;
  if (start && end && start > end)
    refuse('end', String(end), { key: 'import.ends-before-it-starts', values: { start } });
  return said;
}

function datesIn(text: string, refuse: Refuse): Partial<Years> {
  const reading = parseYears(text);
  if (reading.ok) return reading.years;
  const years = text.match(/\d{4}/g)?.map(Number) ?? [];
  const [start, end] = years;
  const backwards = years.length === 2 && isYear(start!) && isYear(end!) && start! > end!;
  if (backwards) refuse('dates', text, { key: 'import.ends-before-it-starts', values: { start: start! } });
  else refuse('dates', text, { key: 'import.no-dates' });
  return {};
}

const YES = /^(?:true|yes|y|x|1|oui|vrai|sí|si|verdadero|نعم)$/iu;
const NO = /^(?:|false|no|n|0|non|faux|falso|لا)$/iu;

function ongoingIn(text: string, refuse: Refuse): Partial<Years> {
  const reading = parseYears(text);
  if (YES.test(text) || (text !== '' && reading.ok && reading.years.ongoing)) return { ongoing: true };
  if (NO.test(text)) return { ongoing: false };
  refuse('ongoing', text, { key: 'import.no-yes-or-no' });
  return {};
}
