import type { Locale } from '#vocab/language.ts';

/** What others may learn from (PRODUCT.md, "Practice"). */
export const KINDS = ['policy', 'law', 'programme', 'project', 'tool', 'campaign', 'partnership'] as const;
export type Kind = (typeof KINDS)[number];

/** Where a practice came to the Forum from: the edition that asked, and the part of its annex. */
export interface Source {
  /** Year of the edition, for example 2020; null when the file does not say. */
  edition: number | null;
  /** For example "Call for inputs"; empty when not known. */
  label: string;
}

/** What a person can write of a practice. Codes are those of the vocabularies, in their order, each once. */
export interface PracticeContent {
  title: string;
  /** Plain text; paragraphs are separated by one line break. */
  summary: string;
  /** Null when nobody said. */
  kind: Kind | null;
  /** SDG references, goals ("10") and targets ("10.7"), in the order of rule 1. */
  sdg: string[];
  /** GCM objectives, "1" to "23". */
  gcm: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** Names of places within or beside countries, as written: a city, a province, "Eastern Caribbean". */
  places: string[];
  /** UN M49 codes, always including the sub-region of each country. */
  regions: string[];
  /** The whole world; countries may still be named. */
  global: boolean;
  start: number | null;
  end: number | null;
  ongoing: boolean;
  partners: string[];
  themes: string[];
  /** Stakeholder types of those who lead it. */
  stakeholders: string[];
  /** Addresses (http, https) where it is described. */
  links: string[];
  /** The language it is written in. */
  language: Locale;
  source: Source;
}

/** A practice as the catalogue keeps it. */
export interface Practice extends PracticeContent {
  /** UUIDv7. */
  id: string;
  slug: string;
  /** 1 at the first write, one more with each change. */
  version: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}
