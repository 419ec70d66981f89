import type { Locale } from '#vocab/language.ts';

/** A text of a draft, and the language it is written in. */
export interface DraftText {
  /** Which text it is, in the words of whoever asks: "summary", "results". What the "title" says counts more. */
  field: string;
  text: string;
  language: Locale;
}

/** What a draft already carries: none of it is suggested again. Codes as in a practice. */
export interface Already {
  sdg: readonly string[];
  gcm: readonly string[];
  themes: readonly string[];
  countries: readonly string[];
  regions: readonly string[];
  places: readonly string[];
  /** Years; null where none is said. */
  start: number | null;
  end: number | null;
  ongoing: boolean;
}

/** What somebody is writing. */
export interface Draft {
  texts: readonly DraftText[];
  already: Already;
  /** The id of the practice it is an update of: that is neither its own duplicate nor learnt from. Null for a new one. */
  practice: string | null;
}

/** Words of a draft: `text.slice(start, end)` of the text of that field. */
export interface Quote {
  field: string;
  start: number;
  end: number;
  words: string;
}

/** A practice of the catalogue that is pointed at. */
export interface Pointer {
  id: string;
  slug: string;
  title: string;
}

/** Something that may be added to a draft, for a person to accept or not. */
export interface Suggestion {
  /** A code of the vocabulary; of a place its name, as the draft writes it. */
  code: string;
  /** 0 to 1. It orders suggestions; it is no probability. */
  confidence: number;
  /** The text names it itself, by number or by name; otherwise it is inferred from what the text says. */
  explicit: boolean;
  /** The words that made it so, the most telling first. Never none. */
  words: Quote[];
  /** Published practices like the draft that carry it. */
  practices: Pointer[];
}

/** A practice that may be the one that is being written. */
export interface Duplicate extends Pointer {
  /** 0 to 1: of the titles, or of the words of both where those are more alike. */
  alike: number;
  /** Its title is like that of the draft. */
  titleIsAlike: boolean;
  /** Words that both use and few others do, as the draft writes them. */
  words: Quote[];
  /** Countries of both. */
  countries: string[];
}

/** Everything suggested, each kind in the order of confidence. */
export interface Suggestions {
  /** Goals ("10") and targets ("10.7"). */
  sdg: Suggestion[];
  gcm: Suggestion[];
  themes: Suggestion[];
  countries: Suggestion[];
  regions: Suggestion[];
  places: Suggestion[];
  /** The year it began, named in the text: one, or none. */
  start: Suggestion[];
  /** That it goes on ("yes"), where the text says so. */
  ongoing: Suggestion[];
  duplicates: Duplicate[];
}

/** Nothing carried yet. */
export const NOTHING: Already = {
  ...{ sdg: [], gcm: [], themes: [], countries: [], regions: [], places: [] },
  ...{ start: null, end: null, ongoing: false },
};
