import type { Locale } from '#vocab/language.ts';
import type { Attachment, Kind, Practice, Source, Standing, Translations } from '../model.ts';
import { statusOf, type Status } from '../status.ts';

/** Something attached to a practice, with the address it is kept at in the place of its id. */
export type AttachmentItem = Omit<Attachment, 'id'> & { url: string };

/** A practice as API and exports give it: the item of the contract, in the contract's order, and what came to it since. */
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
  owner: string;
  results: string;
  evaluations: string[];
  costs: string;
  lessons: string;
  needs: string;
  /** Ids of practices. */
  replicates: string[];
  translations: Translations;
  attachments: AttachmentItem[];
  language: Locale;
  source: Source;
  standing: Standing;
  /** Where it stands in the catalogue. */
  url: string;
  confirmedAt: string | null;
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
    owner: practice.owner,
    results: practice.results,
    evaluations: practice.evaluations,
    costs: practice.costs,
    lessons: practice.lessons,
    needs: practice.needs,
    replicates: practice.replicates,
    translations: practice.translations,
    attachments: practice.attachments.map(({ id, ...said }) => ({ ...said, url: origin + filePath({ id, ...said }) })),
    language: practice.language,
    source: { edition: practice.source.edition, label: practice.source.label },
    standing: practice.standing,
    url: practiceUrl(practice, origin),
    confirmedAt: practice.confirmedAt,
    createdAt: practice.createdAt,
    updatedAt: practice.updatedAt,
  };
}

/** The full address of a practice's page. */
export function practiceUrl({ slug }: Pick<Practice, 'slug'>, origin: string): string {
  return `${origin}/practices/${encodeURIComponent(slug)}`;
}

/** The path of something attached to a practice. */
export function filePath({ id, name }: Pick<Attachment, 'id' | 'name'>): string {
  return `/files/${id}/${encodeURIComponent(name)}`;
}
