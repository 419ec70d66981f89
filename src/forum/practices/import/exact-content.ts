import { isCountry } from '#vocab/countries.ts';
import { isGcm } from '#vocab/gcm.ts';
import { isLocale } from '#vocab/language.ts';
import { isRegion } from '#vocab/regions.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Notice } from '#platform/languages.ts';
import { decodeList } from '../exchange.ts';
import { KINDS, type Said } from '../model.ts';
import { isYear } from '../years.ts';
import { saidTranslations } from './said-translations.ts';
import { type Cells, isWebAddress, type Refuse, textOf } from './cell-values.ts';

type Content = Said;

/** The columns that are texts. */
const TEXTS = ['title', 'summary', 'owner', 'results', 'costs', 'lessons', 'needs'] as const;

/** The list columns of an export, with what each item must be. */
const LISTS = {
  sdg: { is: (code) => isGoal(code) || isTarget(code), why: 'import.unknown-code' },
  gcm: { is: isGcm, why: 'import.unknown-code' },
  countries: { is: isCountry, why: 'import.unknown-code' },
  places: { is: () => true, why: 'import.unknown-code' },
  regions: { is: isRegion, why: 'import.unknown-code' },
  partners: { is: () => true, why: 'import.unknown-code' },
  themes: { is: isTheme, why: 'import.unknown-theme' },
  stakeholders: { is: isStakeholder, why: 'import.unknown-stakeholder' },
  links: { is: isWebAddress, why: 'import.no-web-address' },
  evaluations: { is: isWebAddress, why: 'import.no-web-address' },
  // Whether there is such a practice, the catalogue and the rest of the file tell (replicated.ts).
  replicates: { is: () => true, why: 'import.unknown-practice' },
} as const satisfies Partial<Record<keyof Content, { is: (item: string) => boolean; why: Notice['key'] }>>;

/** What a row of one of our own exports says: codes, exactly as they were written. */
export function exactContent(cells: Cells, refuse: Refuse): Content {
  const content: Content = {};
  for (const field of TEXTS) if (cells[field] !== undefined) content[field] = textOf(cells[field]);
  for (const field of Object.keys(LISTS) as (keyof typeof LISTS)[]) {
    if (cells[field] !== undefined) content[field] = listIn(cells, field, refuse);
  }
  Object.assign(content, kind(cells, refuse), years(cells, refuse));
  for (const field of ['global', 'ongoing'] as const) {
    if (cells[field] !== undefined) content[field] = truth(cells, field, refuse);
  }
  const translations = saidTranslations(cells, refuse);
  if (translations) content.translations = translations;
  const language = textOf(cells.language);
  if (isLocale(language)) content.language = language;
  else if (language !== '') refuse('language', language, { key: 'import.unknown-language' });
  return content;
}

function listIn(cells: Cells, field: keyof typeof LISTS, refuse: Refuse): string[] {
  const cell = cells[field];
  const items = Array.isArray(cell) ? cell : decodeList(textOf(cell));
  const { is, why } = LISTS[field];
  for (const item of items) if (!is(item)) refuse(field, item, { key: why });
  return items;
}

function kind(cells: Cells, refuse: Refuse): Content {
  if (cells.kind === undefined) return {};
  const text = textOf(cells.kind);
  const known = KINDS.find((code) => code === text);
  if (text !== '' && !known) refuse('kind', text, { key: 'import.unknown-kind-of-practice' });
  return { kind: known ?? null };
}

function years(cells: Cells, refuse: Refuse): Content {
  const said: Content = {};
  for (const field of ['start', 'end'] as const) {
    const text = textOf(cells[field]);
    if (cells[field] === undefined) continue;
    if (text !== '' && !(/^\d{4}$/.test(text) && isYear(Number(text)))) refuse(field, text, { key: 'import.no-year' });
    said[field] = text === '' ? null : Number(text);
  }
  const { start, end } = said;
  if (start && end && start > end)
    refuse('end', String(end), { key: 'import.ends-before-it-starts', values: { start } });
  return said;
}

function truth(cells: Cells, field: 'global' | 'ongoing', refuse: Refuse): boolean {
  const text = textOf(cells[field]).toLowerCase();
  if (!['true', 'false', ''].includes(text)) refuse(field, text, { key: 'import.no-yes-or-no' });
  return text === 'true';
}
