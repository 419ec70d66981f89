import { countryName } from '#vocab/countries.ts';
import { compareGcm, gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import type { Locale } from '#vocab/language.ts';
import { ancestorsOf, regionName } from '#vocab/regions.ts';
import { compareSdg, sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { Facet, Source, Status } from '#forum/practices/index.ts';
import { sourceName } from './views.ts';

/** One value a facet can take, named for a reader. */
export interface FacetValue {
  value: string;
  /** The number that people know it by ("10.7"), or none. It stands apart, since it is written one way in all languages. */
  code: string;
  label: string;
  count: number;
}

const NUMBERED: ReadonlySet<Facet> = new Set<Facet>(['goal', 'target', 'gcm']);

/** A facet's value as a reader knows it: its number, if it has one, and its name. */
export function namedValue(facet: Facet, value: string, locale: Locale, sources: ReadonlyMap<string, Source>) {
  return { code: NUMBERED.has(facet) ? value : '', label: valueLabel(facet, value, locale, sources) };
}

function valueLabel(facet: Facet, value: string, locale: Locale, sources: ReadonlyMap<string, Source>): string {
  switch (facet) {
    case 'goal':
    case 'target':
      return sdgLabel(value, locale);
    case 'gcm':
      return gcmLabel(value, locale);
    case 'country':
      return countryName(value, locale);
    case 'region':
      return regionName(value, locale);
    case 'stakeholder':
      return stakeholderLabel(value, locale);
    case 'theme':
      return themeLabel(value, locale);
    case 'kind':
      return kindLabel(value, locale);
    case 'status':
      return translate(locale, `site.status-${value as Status}`);
    case 'year':
      return value;
    case 'source':
      return sourceName(sources.get(value) ?? { edition: null, label: value }, locale);
  }
}

/**
 * A facet's values in the order in which people look for them: goals, targets, objectives by number, regions each behind
 * the one it lies in, years from the latest, and all else by how many practices there are, then by name.
 */
export function orderedValues(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  locale: Locale,
  sources: ReadonlyMap<string, Source>,
): FacetValue[] {
  const values = [...counts].map(([value, count]) => ({
    value,
    ...namedValue(facet, value, locale, sources),
    count,
  }));
  const byName = new Intl.Collator(locale).compare;
  switch (facet) {
    case 'goal':
    case 'target':
      return values.sort((a, b) => compareSdg(a.value, b.value));
    case 'gcm':
      return values.sort((a, b) => compareGcm(a.value, b.value));
    case 'region': {
      const path = (code: string) =>
        ancestorsOf(code)
          .toReversed()
          .map((one) => regionName(one, locale));
      return values.sort((a, b) => comparePaths(path(a.value), path(b.value), byName));
    }
    case 'year':
      return values.sort((a, b) => Number(b.value) - Number(a.value));
    default:
      return values.sort((a, b) => b.count - a.count || byName(a.label, b.label));
  }
}

function comparePaths(one: string[], other: string[], compare: (a: string, b: string) => number): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = compare(one[at]!, other[at]!);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** How deep a region lies: a continent 0, its sub-region 1, a region within that 2. */
export function depthOf(facet: Facet, value: string): number {
  return facet === 'region' ? ancestorsOf(value).length - 1 : 0;
}
