import type { Texts } from '#vocab/texts.ts';

/** Where an edition stands. One at most is the present one. */
export const STAGES = ['planned', 'current', 'past'] as const;
export type Stage = (typeof STAGES)[number];

/** Where a fact was taken from. */
export interface Source {
  label: string;
  /** Empty where there is no address. */
  url: string;
}

/** A subject that an edition set itself, in the words of that year, with the themes (codes) it belongs to. */
export interface SubTheme {
  title: Texts;
  themes: string[];
}

/** What an edition did that none had done before. */
export interface Innovation {
  text: Texts;
  source: Source | null;
}

/** What is kept of an edition. */
export interface EditionContent {
  number: number;
  /** The years it is known by, in order: one, or two. */
  years: number[];
  /** The chair, or the co-chairs: ISO 3166-1 alpha-2. */
  chairs: string[];
  /** Its overarching theme; empty where it had none. */
  theme: Texts;
  /** What it was, in a few sentences. */
  summary: Texts;
  /** The city of the Summit in its own or an English form, and the country; empty and null where it met nowhere. */
  city: string;
  country: string | null;
  /** It met over the network. */
  online: boolean;
  /** The first and the last day of the Summit, as 2019-11-20; null while unknown. */
  from: string | null;
  until: string | null;
  subThemes: SubTheme[];
  innovations: Innovation[];
  /** What came of it. */
  outcome: Texts;
  sources: Source[];
}

/** An edition as it is kept. */
export interface Edition extends EditionContent {
  id: string;
  /** Its address: as a rule the year of its Summit. */
  slug: string;
  stage: Stage;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** The chairs that lead together: of the edition before, the present one and the next. */
export interface Troika {
  previous: string[];
  current: string[];
  next: string[];
}

/**
 * The Troika of an edition (PRODUCT.md, rule 6): derived from who chairs the edition before and the next, never typed. Co-chairs all
 * count; a state is named once, where it stands nearest to the present.
 */
export function troikaOf(editions: readonly Pick<EditionContent, 'number' | 'chairs'>[], number: number): Troika {
  const chairsOf = (wanted: number) => editions.find((edition) => edition.number === wanted)?.chairs ?? [];
  const current = [...new Set(chairsOf(number))];
  const previous = [...new Set(chairsOf(number - 1))].filter((state) => !current.includes(state));
  const next = [...new Set(chairsOf(number + 1))].filter((state) => ![...current, ...previous].includes(state));
  return { previous, current, next };
}
