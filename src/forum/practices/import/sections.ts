import { foldHeader } from './fold-header.ts';

/** "Submissions to the Chair's call for inputs", in four languages, as `foldHeader` leaves it. */
const CALL = new RegExp(
  [
    'calls? for (?:inputs?|contributions?|submissions?)',
    'appels? a (?:contributions?|communications?|soumissions?)',
    '(?:convocatoria|llamado|llamamiento|invitacion)s? (?:de|a|para|para la presentacion de|a la presentacion de) (?:aportes?|aportaciones|contribuciones|insumos)',
    '(?:دعوة|نداء).*(?:مساهمات|مدخلات|اسهامات)',
  ].join('|'),
  'u',
);
const ROUNDTABLE = ['roundtable', 'round table', 'table ronde', 'tables rondes', 'mesa redonda', 'mesas redondas']
  .concat(['الموائد المستديرة', 'موائد مستديرة', 'المائدة المستديرة'])
  .map(foldHeader);
const YEAR = /(?<!\d)(20\d\d)(?!\d)/;

/**
 * The Forum's own name for a part of an annex, however the heading words it: "Call for inputs" for what came in answer to the
 * Chair's call, "2019 Roundtables" for outcomes of roundtables; null for any other heading.
 */
export function knownSection(heading: string): string | null {
  const folded = foldHeader(heading);
  if (ROUNDTABLE.some((words) => folded.includes(words))) {
    const year = YEAR.exec(folded)?.[1];
    if (year) return `${year} Roundtables`;
  }
  return CALL.test(folded) ? 'Call for inputs' : null;
}

/** The label of the source of the practices under a heading: the Forum's own name for it, else the heading as it is. */
export function sourceLabelOf(heading: string): string {
  return knownSection(heading) ?? heading;
}
