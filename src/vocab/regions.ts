import { REGION_LABELS } from './place-data/region-labels.ts';
import { type Locale, labelIn } from './language.ts';
import { leafRegionOf } from './place-data/sub-regions.ts';

/** A region of the UN's M49 standard. */
export interface Region {
  /** Three digits. */
  code: string;
  /** The region it lies in; null for a continent and for the world. */
  parent: string | null;
}

/** The regions of M49: each continent, followed by what lies in it. "001" is the whole world, under which nothing is listed. */
export const REGIONS: readonly Region[] = [
  { code: '001', parent: null },
  { code: '002', parent: null },
  { code: '015', parent: '002' },
  { code: '202', parent: '002' },
  { code: '011', parent: '202' },
  { code: '014', parent: '202' },
  { code: '017', parent: '202' },
  { code: '018', parent: '202' },
  { code: '019', parent: null },
  { code: '021', parent: '019' },
  { code: '419', parent: '019' },
  { code: '005', parent: '419' },
  { code: '013', parent: '419' },
  { code: '029', parent: '419' },
  { code: '142', parent: null },
  { code: '030', parent: '142' },
  { code: '034', parent: '142' },
  { code: '035', parent: '142' },
  { code: '143', parent: '142' },
  { code: '145', parent: '142' },
  { code: '150', parent: null },
  { code: '039', parent: '150' },
  { code: '151', parent: '150' },
  { code: '154', parent: '150' },
  { code: '155', parent: '150' },
  { code: '009', parent: null },
  { code: '053', parent: '009' },
  { code: '054', parent: '009' },
  { code: '057', parent: '009' },
  { code: '061', parent: '009' },
];

const parents = new Map(REGIONS.map(({ code, parent }) => [code, parent]));

/** Whether a code names a region; the whole world ("001") counts. */
export function isRegion(code: string): boolean {
  return parents.has(code);
}

/** The name of a region; the code itself where there is none. */
export function regionName(code: string, locale: Locale): string {
  const label = REGION_LABELS.get(code);
  return label ? labelIn(label, locale) : code;
}

/** The region and every region it lies in, itself first: "014", "202", "002". The world is an ancestor of none. */
export function ancestorsOf(code: string): string[] {
  const parent = parents.get(code);
  if (parent === undefined) return [];
  return parent === null ? [code] : [code, ...ancestorsOf(parent)];
}

/** The leaf regions in which countries lie, sorted, each once. A code that is no country lies nowhere. */
export function regionsOf(countries: readonly string[]): string[] {
  const leaves = countries.map(leafRegionOf).filter((region) => region !== null);
  return [...new Set(leaves)].sort();
}
