import { isCountry } from '#vocab/countries.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import type { MessageKey, MessageValues } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';

/** Which organisations are listed: one definition for page and API. */
export interface OrganisationFilter {
  q: string;
  /** Kinds and countries; of several any will do. */
  kind: string[];
  country: string[];
  /** From 1. */
  page: number;
  perPage: number;
}

export const ORGANISATIONS_PER_PAGE = 50;
export const MOST_ORGANISATIONS_PER_PAGE = 100;
const LONGEST_QUESTION = 200;

/** All organisations, the first page of them. */
export function allOrganisations(): OrganisationFilter {
  return { q: '', kind: [], country: [], page: 1, perPage: ORGANISATIONS_PER_PAGE };
}

// Control characters, and the sign that stands for bytes that were no UTF-8.
const UNREADABLE = /[\p{Cc}\ufffd]/u;

/**
 * Reads the parameters of an address. What cannot be read is named among the complaints and nothing of it is ignored; empty ones, as
 * a form sends them, say nothing. `sized`: whether `perPage` may be chosen.
 */
export function parseOrganisationFilter(
  parameters: Iterable<[name: string, value: string]>,
  { sized }: { sized: boolean },
): { filter: OrganisationFilter; complaints: Complaint[] } {
  const filter = allOrganisations();
  const complaints: Complaint[] = [];
  const once = new Set<string>();
  const complain = (name: string, key: MessageKey, values: MessageValues = {}) =>
    complaints.push({ name: shown(name), notice: { key, values: { name: shown(name), ...values } } });
  for (const [name, raw] of parameters) {
    const value = raw.trim();
    if (!['q', 'kind', 'country', 'page', ...(sized ? ['perPage'] : [])].includes(name))
      complain(name, 'problems.unknown-parameter');
    else if (UNREADABLE.test(value)) complain(name, 'problems.unreadable-text');
    else if (value === '') continue;
    else if (name === 'kind' || name === 'country') {
      const code = name === 'kind' ? value : value.toUpperCase();
      if (name === 'kind' ? isStakeholder(code) : isCountry(code)) filter[name].push(code);
      else
        complain(name, name === 'kind' ? 'problems.unknown-stakeholder' : 'problems.unknown-country', {
          value: shown(value),
        });
    } else if (once.has(name)) complain(name, 'problems.given-twice');
    else {
      once.add(name);
      if (name === 'q') {
        if (value.length <= LONGEST_QUESTION) filter.q = value;
        else complain(name, 'problems.text-too-long', { count: value.length, most: LONGEST_QUESTION });
      } else {
        const most = name === 'page' ? 999_999 : MOST_ORGANISATIONS_PER_PAGE;
        if (/^[1-9]\d{0,5}$/.test(value) && Number(value) <= most) filter[name as 'page' | 'perPage'] = Number(value);
        else complain(name, 'problems.not-a-number', { most, value: shown(value) });
      }
    }
  }
  filter.kind = [...new Set(filter.kind)];
  filter.country = [...new Set(filter.country)];
  return { filter, complaints };
}

/** As much of what was sent as is said back. */
const shown = (text: string): string => text.slice(0, 80);

/** A selection as the query of an address; the first page goes without saying. */
export function organisationQuery({ q, kind, country, page }: OrganisationFilter): string {
  return new URLSearchParams([
    ...(q ? [['q', q]] : []),
    ...kind.map((value) => ['kind', value]),
    ...country.map((value) => ['country', value]),
    ...(page > 1 ? [['page', String(page)]] : []),
  ]).toString();
}
