import type { Locale } from '#vocab/language.ts';
import type { Kind, Practice, Source } from '../model.ts';
import { statusOf, type Status } from '../status.ts';

/** A practice as API and exports give it: the item of the contract, in the contract's order. */
export interface Item {
  id: string;
  slug: string;
  title: string;
  summary: string;
  kind: Kind | null;
  status: Status;
  sdg: string[];
  gcm: string[];
  countries: string[];
  places: string[];
  regions: string[];
  global: boolean;
  start: number | null;
  end: number | null;
  ongoing: boolean;
  partners: string[];
  themes: string[];
  stakeholders: string[];
  links: string[];
  language: Locale;
  source: Source;
  /** Where it stands in the catalogue. */
  url: string;
  createdAt: string;
  updatedAt: string;
}

/** The practice as an item, with its address under `origin` and its status in the year `year`. */
export function toItem(practice: Practice, origin: string, year: number): Item {
  return {
    id: practice.id,
    slug: practice.slug,
    title: practice.title,
    summary: practice.summary,
    kind: practice.kind,
    status: statusOf(practice, year),
    sdg: practice.sdg,
    gcm: practice.gcm,
    countries: practice.countries,
    places: practice.places,
    regions: practice.regions,
    global: practice.global,
    start: practice.start,
    end: practice.end,
    ongoing: practice.ongoing,
    partners: practice.partners,
    themes: practice.themes,
    stakeholders: practice.stakeholders,
    links: practice.links,
    language: practice.language,
    source: { edition: practice.source.edition, label: practice.source.label },
    url: practiceUrl(practice, origin),
    createdAt: practice.createdAt,
    updatedAt: practice.updatedAt,
  };
}

/** The full address of a practice's page. */
export function practiceUrl({ slug }: Pick<Practice, 'slug'>, origin: string): string {
  return `${origin}/practices/${encodeURIComponent(slug)}`;
}
