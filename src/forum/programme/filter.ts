import { isTheme } from '#vocab/themes.ts';
import type { MessageKey, MessageValues } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import type { Edition } from '#forum/editions/index.ts';
import { type Format, FORMATS, isFormat } from './model.ts';

/** Which sessions are listed: of several editions, themes or formats any will do. */
export interface SessionFilter {
  /** Ids of editions. */
  editions: string[];
  themes: string[];
  formats: Format[];
  /** From 1. */
  page: number;
  perPage: number;
}

export const SESSIONS_PER_PAGE = 50;
export const MOST_SESSIONS_PER_PAGE = 100;

/** Every session, the first page of them. */
export function allSessions(): SessionFilter {
  return { editions: [], themes: [], formats: [], page: 1, perPage: SESSIONS_PER_PAGE };
}

/**
 * Reads the parameters of an address: `edition` by its address or any of its years, `theme`, `format`, `page`, `perPage`. What cannot be read is named
 * among the complaints and nothing of it is ignored; empty ones, as a form sends them, say nothing.
 */
export function parseSessionFilter(
  parameters: Iterable<[name: string, value: string]>,
  editions: readonly Pick<Edition, 'id' | 'slug' | 'years'>[],
): { filter: SessionFilter; complaints: Complaint[] } {
  const filter = allSessions();
  const complaints: Complaint[] = [];
  const once = new Set<string>();
  const complain = (name: string, key: MessageKey, values: MessageValues = {}) =>
    complaints.push({ name: shown(name), notice: { key, values: { name: shown(name), ...values } } });
  const take = <Value extends string>(list: Value[], value: Value) => void (list.includes(value) || list.push(value));
  for (const [name, raw] of parameters) {
    const value = raw.trim();
    if (!['edition', 'theme', 'format', 'page', 'perPage'].includes(name)) complain(name, 'problems.unknown-parameter');
    else if (value === '') continue;
    else if (name === 'edition') {
      const edition =
        editions.find(({ slug }) => slug === value) ??
        editions.findLast(({ years }) => years.some((year) => String(year) === value));
      if (edition) take(filter.editions, edition.id);
      else complain(name, 'editions.unknown-edition', { value: shown(value) });
    } else if (name === 'theme') {
      if (isTheme(value)) take(filter.themes, value);
      else complain(name, 'problems.unknown-theme', { value: shown(value) });
    } else if (name === 'format') {
      if (isFormat(value)) take(filter.formats, value);
      else complain(name, 'editions.unknown-format', { value: shown(value), known: FORMATS.join(', ') });
    } else if (once.has(name)) complain(name, 'problems.given-twice');
    else {
      once.add(name);
      const most = name === 'page' ? 999_999 : MOST_SESSIONS_PER_PAGE;
      if (/^[1-9]\d{0,5}$/.test(value) && Number(value) <= most) filter[name as 'page' | 'perPage'] = Number(value);
      else complain(name, 'problems.not-a-number', { most, value: shown(value) });
    }
  }
  return { filter, complaints };
}

/** As much of what was sent as is said back, without what cannot be shown. */
const shown = (text: string): string => text.replace(/\p{Cc}/gu, ' ').slice(0, 80);
