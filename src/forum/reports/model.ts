import type { Locale } from '#vocab/language.ts';

/** The columns of an annex, in their order (annex of the Focused Input to the HLPF 2020); each has a heading among the messages. */
export const ANNEX_COLUMNS = ['sdg', 'name', 'dates', 'where', 'aim', 'partners'] as const;

/** A practice as a line of the annex: texts in the annex's language, but for what its people wrote themselves. */
export interface AnnexRow {
  slug: string;
  sdg: string;
  name: string;
  /** The practice's page, a full address. */
  href: string;
  dates: string;
  where: string;
  /** A paragraph each. */
  aim: string[];
  /** A line each. */
  partners: string[];
  /** The language in which name and aim are written. */
  language: Locale;
}

export interface AnnexPart {
  /** Empty for practices that came with no part: they lead the annex, without a heading. */
  heading: string;
  rows: AnnexRow[];
}

/** The annex of practices of an edition's report. */
export interface Annex {
  /** Year of the edition. */
  edition: number;
  title: string;
  parts: AnnexPart[];
}

/** Whom a document is written for: the language of its reader, and the address under which the catalogue stands. */
export interface Reader {
  locale: Locale;
  origin: string;
}
