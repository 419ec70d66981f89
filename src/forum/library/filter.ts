import { isTheme } from '#vocab/themes.ts';
import type { MessageKey, MessageValues } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import { isPublicationKind, isPublicationLanguage, PUBLICATION_KINDS, type PublicationKind } from './model.ts';

/** What publications are chosen by. */
export const LIBRARY_FACETS = ['kind', 'edition', 'theme', 'language'] as const;
export type LibraryFacet = (typeof LIBRARY_FACETS)[number];

/** Which publications are listed: of several values of one facet any will do (PRODUCT.md, rule 3). One definition for page and API. */
export interface LibraryFilter {
  kind: PublicationKind[];
  /** Addresses of editions. */
  edition: string[];
  theme: string[];
  language: string[];
  /** From 1. */
  page: number;
  perPage: number;
}

export const PUBLICATIONS_PER_PAGE = 20;
export const MOST_PUBLICATIONS_PER_PAGE = 100;

/** The whole library, the first page of it. */
export function wholeLibrary(): LibraryFilter {
  return { kind: [], edition: [], theme: [], language: [], page: 1, perPage: PUBLICATIONS_PER_PAGE };
}

/**
 * Reads the parameters of an address: `kind`, `edition` (by its address), `theme`, `language`, `page`, `perPage`. What cannot be read is named
 * among the complaints and nothing of it is ignored; empty ones, as a form sends them, say nothing.
 */
export function parseLibraryFilter(
  parameters: Iterable<[name: string, value: string]>,
  editions: readonly string[],
  { sized }: { sized: boolean },
): { filter: LibraryFilter; complaints: Complaint[] } {
  const filter = wholeLibrary();
  const complaints: Complaint[] = [];
  const once = new Set<string>();
  const complain = (name: string, key: MessageKey, values: MessageValues = {}) =>
    complaints.push({ name: shown(name), notice: { key, values: { name: shown(name), ...values } } });
  const take = (list: string[], value: string) => void (list.includes(value) || list.push(value));
  const known: Record<LibraryFacet, (value: string) => boolean> = {
    kind: isPublicationKind,
    edition: (value) => editions.includes(value),
    theme: isTheme,
    language: isPublicationLanguage,
  };
  const UNKNOWN: Record<LibraryFacet, MessageKey> = {
    kind: 'library.no-such-kind',
    edition: 'library.no-such-edition',
    theme: 'problems.unknown-theme',
    language: 'library.no-such-language',
  };
  for (const [name, raw] of parameters) {
    const value = raw.trim();
    if (isFacet(name)) {
      if (value === '') continue;
      if (known[name](value)) take(filter[name], value);
      else complain(name, UNKNOWN[name], { value: shown(value), known: PUBLICATION_KINDS.join(', ') });
    } else if (name !== 'page' && !(sized && name === 'perPage')) complain(name, 'problems.unknown-parameter');
    else if (value === '') continue;
    else if (once.has(name)) complain(name, 'problems.given-twice');
    else {
      once.add(name);
      const most = name === 'page' ? 999_999 : MOST_PUBLICATIONS_PER_PAGE;
      if (/^[1-9]\d{0,5}$/.test(value) && Number(value) <= most) filter[name] = Number(value);
      else complain(name, 'problems.not-a-number', { most, value: shown(value) });
    }
  }
  return { filter, complaints };
}

const isFacet = (name: string): name is LibraryFacet => (LIBRARY_FACETS as readonly string[]).includes(name);

/** As much of what was sent as is said back, without what cannot be shown. */
const shown = (text: string): string => text.replace(/\p{Cc}/gu, ' ').slice(0, 80);

/** A selection as the query of an address; the first page goes without saying. */
export function libraryQuery(filter: LibraryFilter): string {
  return new URLSearchParams([
    ...LIBRARY_FACETS.flatMap((facet) => filter[facet].map((value) => [facet, value])),
    ...(filter.page > 1 ? [['page', String(filter.page)]] : []),
  ]).toString();
}

/** What a publication is chosen by. */
export interface LibraryLine {
  id: string;
  kind: string;
  edition: string | null;
  themes: string[];
  languages: string[];
}

/**
 * The publications of a selection, in the order given, and for every facet each of its values with how many it would give: all other facets'
 * selections applied, its own ignored (PRODUCT.md, rule 3).
 */
export function selectPublications(
  lines: readonly LibraryLine[],
  filter: Pick<LibraryFilter, LibraryFacet>,
): { ids: string[]; counts: Record<LibraryFacet, Map<string, number>> } {
  const counts = Object.fromEntries(
    LIBRARY_FACETS.map((facet) => [facet, new Map(filter[facet].map((value) => [value as string, 0]))]),
  ) as Record<LibraryFacet, Map<string, number>>;
  const ids: string[] = [];
  for (const line of lines) {
    const values = valuesOf(line);
    const failing = LIBRARY_FACETS.filter(
      (facet) =>
        filter[facet].length > 0 && !values[facet].some((value) => (filter[facet] as string[]).includes(value)),
    );
    if (failing.length === 0) ids.push(line.id);
    for (const facet of LIBRARY_FACETS)
      for (const value of values[facet]) {
        const counted = failing.every((one) => one === facet) ? 1 : 0;
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + counted);
      }
  }
  return { ids, counts };
}

const valuesOf = ({ kind, edition, themes, languages }: LibraryLine): Record<LibraryFacet, string[]> => ({
  kind: [kind],
  edition: edition === null ? [] : [edition],
  theme: themes,
  language: languages,
});
