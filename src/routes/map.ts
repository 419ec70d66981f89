import { compareCountries, countryName } from '#vocab/countries.ts';
import { ancestorsOf, regionName, regionsOf } from '#vocab/regions.ts';
import { filterQuery, type Practice, type PracticeFilter } from '#forum/practices/index.ts';
import { translate } from '#platform/languages.ts';
import { levelOf } from '#ui/levels.ts';
import { MAPPED } from '#ui/map/frames.ts';
import { mapGeometry } from '#ui/map/geometry.ts';
import { type MarkName, placedMarks, placedNames, reachOf } from '#ui/map/marks.ts';
import type { MapCountryView, MapRowView, MapView } from '#ui/views.ts';
import { pictureAt, pictureHref } from './picture.ts';
import type { Selection } from './selection.ts';
import { catalogueHref, type Reader } from './views.ts';

/** What of the map is looked at: which practices, and which region; null for the world. */
export interface MapChoice extends Selection {
  within: string | null;
}

/** Reads an address: the catalogue's own parameters, and the region the map shows. */
export async function mapChoice(url: URL, locals: App.Locals): Promise<MapChoice> {
  const { own, selection } = await pictureAt(url, locals, { within: (value) => MAPPED.includes(value) });
  return { ...selection, within: own.within ?? null };
}

/** The map's address for a selection and a region. */
export function mapHref(reader: Reader, filter: PracticeFilter, within: string | null, format = ''): string {
  return pictureHref(reader, `map${format}`, within === null ? {} : { within }, filter);
}

/**
 * The map of a selection. Its numbers are the counts of the facet "country": where the selection names countries itself, all
 * others keep theirs, as in the catalogue.
 */
export function mapView(
  { locale, prefix }: Reader,
  { filter, within }: MapChoice,
  counts: ReadonlyMap<string, number>,
): MapView {
  const { states, around, width, height } = mapGeometry(within);
  const count = (code: string) => counts.get(code) ?? 0;
  const everything = filterQuery({ q: filter.q, selections: filter.selections }) === '';
  // The country alone, so that its number is the number of practices one finds.
  const href = (code: string) =>
    everything
      ? `${prefix}/places/${code}`
      : catalogueHref(
          { locale, prefix },
          { ...filter, page: 1, selections: { ...filter.selections, country: [code] } },
        );
  const codes = [...states.keys()].sort(compareCountries(locale));
  const most = Math.max(1, ...codes.map(count));
  const numbers = new Map(
    codes.flatMap((code) => {
      const { anchor, label } = states.get(code)!;
      const radius = reachOf(count(code));
      const roomy = anchor === null && label !== null && count(code) > 0 && label.room >= radius;
      return roomy ? [[code, { x: label.x, y: label.y, radius }]] : [];
    }),
  );
  const taken = [...numbers.values()];
  const small = codes.flatMap((code) => {
    const { anchor, label } = states.get(code)!;
    // Large enough to be seen, and too narrow for its number: that stands on a disc beside it.
    const numberOnly = anchor === null && count(code) > 0 && !numbers.has(code);
    const place = anchor ?? (numberOnly ? label : null);
    if (place === null) return [];
    return [{ code, name: countryName(code, locale), x: place.x, y: place.y, count: count(code), numberOnly }];
  });
  const marks = placedMarks(small, taken, { width, height });
  // On the map of the world there is no room for names.
  const named = small.flatMap(({ code, name }) => (marks.has(code) ? [{ code, name, mark: marks.get(code)! }] : []));
  const names = within === null ? new Map<string, MarkName>() : placedNames(named, taken, { width, height });
  const countries = codes.map((code): MapCountryView => {
    const name = countryName(code, locale);
    const mark = marks.get(code);
    return {
      code,
      name,
      count: count(code),
      level: levelOf(count(code), most),
      href: count(code) > 0 ? href(code) : null,
      told: translate(locale, 'map.country', { country: name, count: count(code) }),
      chosen: filter.selections.country.includes(code),
      path: states.get(code)!.path,
      number: numbers.get(code) ?? null,
      mark: mark ? { ...mark, name: names.get(code) ?? null } : null,
    };
  });
  const caption =
    within === null
      ? translate(locale, 'map.caption')
      : translate(locale, 'map.caption-within', { region: regionName(within, locale) });
  const listed = [...new Set([...codes, ...counts.keys()])]
    .filter((code) => within === null || liesIn(code, within))
    .sort(compareCountries(locale))
    .map((code): MapRowView => {
      const [region] = regionsOf([code]);
      return {
        code,
        name: countryName(code, locale),
        region: region === undefined ? '' : regionName(region, locale),
        count: count(code),
        href: count(code) > 0 ? href(code) : `${prefix}/places/${code}`,
      };
    });
  const rows = listed.filter((row) => row.count > 0);
  const gaps = within === null ? [] : listed.filter((row) => row.count === 0 && states.has(row.code));
  return { width, height, caption, countries, around, rows, gaps };
}

const liesIn = (code: string, within: string): boolean =>
  regionsOf([code]).some((region) => ancestorsOf(region).includes(within));

/** Practices that no country of the map shows, by the regions they name; '' for those that name no place at all. */
export function withoutCountry(practices: readonly Practice[]): Map<string, Practice[]> {
  const groups = new Map<string, Practice[]>();
  for (const practice of practices) {
    if (practice.countries.length > 0) continue;
    const regions = practice.global ? ['001'] : practice.regions.length > 0 ? practice.regions : [''];
    for (const region of regions) groups.set(region, [...(groups.get(region) ?? []), practice]);
  }
  return groups;
}
