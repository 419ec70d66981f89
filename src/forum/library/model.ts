import type { Texts } from '#vocab/texts.ts';
import type { FileType } from '#platform/uploads/types.ts';

/** What kinds of publication a forum's library holds. */
export const PUBLICATION_KINDS = [
  'background-paper',
  'chairs-summary',
  'thematic-recollection',
  'input',
  'report',
  'study',
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Whether a text is one of the kinds. */
export function isPublicationKind(text: string): text is PublicationKind {
  return (PUBLICATION_KINDS as readonly string[]).includes(text);
}

/**
 * The languages publications are read in: the six of the United Nations, and those of the states that have chaired the Forum or written for it.
 * ISO 639-1.
 */
export const PUBLICATION_LANGUAGES = [
  'ar',
  'zh',
  'en',
  'fr',
  'ru',
  'es',
  'de',
  'el',
  'it',
  'nl',
  'pt',
  'sv',
  'tr',
] as const;

/** Whether a text is the code of a language that publications are read in. */
export function isPublicationLanguage(text: string): boolean {
  return (PUBLICATION_LANGUAGES as readonly string[]).includes(text);
}

/** A file of a publication, in one language. */
export interface PublicationFile {
  id: string;
  name: string;
  type: FileType;
  /** In bytes. */
  size: number;
  /** Empty where nobody said. */
  language: string;
}

/** Where what is said of a publication is known from. */
export interface PublicationSource {
  label: string;
  /** Empty where there is no address. */
  url: string;
}

/** What somebody says of a publication. */
export interface PublicationText {
  kind: PublicationKind;
  title: Texts;
  summary: Texts;
  /** The address of the edition it belongs to; null where it is of none. */
  edition: string | null;
  themes: string[];
  /** SDG references, in their order. */
  sdg: string[];
  languages: string[];
  authors: string[];
  publisher: string;
  year: number | null;
  /** Where it can be read elsewhere; empty where nowhere, or where nobody is sure. */
  link: string;
  sources: PublicationSource[];
}

/** What is kept of a publication. The upkeep of files looks for them in `attachments` of every version. */
export interface PublicationContent extends PublicationText {
  attachments: PublicationFile[];
}

/** A publication as it is kept. */
export interface Publication extends PublicationContent {
  id: string;
  slug: string;
  hidden: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** The languages it can be read in: those somebody named, and those of its files. */
export function languagesOf({
  languages,
  attachments,
}: Pick<PublicationContent, 'languages' | 'attachments'>): string[] {
  const all = [...languages, ...attachments.map(({ language }) => language)];
  return [...new Set(all.filter((language) => language !== ''))];
}

/** What is kept of it, without where it stands. */
export function contentOfPublication(publication: PublicationContent): PublicationContent {
  const {
    kind,
    title,
    summary,
    edition,
    themes,
    sdg,
    languages,
    authors,
    publisher,
    year,
    link,
    sources,
    attachments,
  } = publication;
  return {
    kind,
    title,
    summary,
    edition,
    themes,
    sdg,
    languages,
    authors,
    publisher,
    year,
    link,
    sources,
    attachments,
  };
}
