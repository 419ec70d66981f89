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

/** Something attached to a practice: a file that is kept beside the catalogue (platform/files). */
export interface Attachment {
  /** UUIDv7 of the file. */
  id: string;
  /** As it is shown and downloaded. */
  name: string;
  /** Its media type, as found in its content. */
  type: string;
  /** In bytes. */
  size: number;
  /** What it is, in the words of who attached it. */
  caption: string;
}

/** The texts of a practice that are written anew in another language. */
export const TRANSLATED = ['title', 'summary', 'results', 'costs', 'lessons', 'needs'] as const;
export type TranslatedField = (typeof TRANSLATED)[number];
/** A text that is empty is not translated. */
export type Translation = Record<TranslatedField, string>;
export type Translations = Partial<Record<Locale, Translation>>;
/** What somebody says of translations: some texts in some languages, and nothing of the others. */
export type SaidTranslations = Partial<Record<Locale, Partial<Translation>>>;

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
  /** Who answers for it: the name of an organisation, as it calls itself; empty when nobody said. */
  owner: string;
  /** What came of it. Plain text, as all that follow. */
  results: string;
  /** Addresses of evaluations. */
  evaluations: string[];
  /** What it cost, and what it saved. */
  costs: string;
  /** What was learnt, and what failed. */
  lessons: string;
  /** What another place would need to do it. */
  needs: string;
  /** Ids of the practices here that it was taken over from (PRODUCT.md, "Replication"). */
  replicates: string[];
  /** Never one in the language it is written in. */
  translations: Translations;
  attachments: Attachment[];
  /** The language it is written in. */
  language: Locale;
  source: Source;
}

/** What somebody says of a practice, and nothing of what they do not speak of. */
export type Said = Partial<Omit<PracticeContent, 'translations'>> & { translations?: SaidTranslations };

/**
 * Where a practice stands. Published ones are in the catalogue; an archived one is read at its address alone; at the address of
 * one that was withdrawn stands that it was; one merged into another sends readers on.
 */
export const STANDINGS = ['published', 'archived', 'withdrawn', 'merged'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A practice as the catalogue keeps it. */
export interface Practice extends PracticeContent {
  /** UUIDv7. */
  id: string;
  slug: string;
  /** 1 at the first write, one more with each change. */
  version: number;
  standing: Standing;
  /** When somebody last said that it is still so, ISO 8601; null where nobody ever has. */
  confirmedAt: string | null;
  /** When its owner was last asked that. */
  remindedAt: string | null;
  /** Whose it is: a state's, or an account's where there is no state. Neither: the Support Unit's. Not for the public. */
  ownerState: string | null;
  ownerAccount: string | null;
  /** The organisation that shared it. */
  organisation: string | null;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}
