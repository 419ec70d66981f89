import type { Edition, SubTheme } from '#forum/editions/index.ts';
import type { Observation, Recommendation } from '#forum/observations/index.ts';
import type { Session } from '#forum/programme/index.ts';

/** How one edition took up a theme. */
export interface Occurrence {
  edition: Edition;
  /** The edition set it as one of its own themes, under whatever title. */
  chosen: boolean;
  /** How many sessions on its programme carry it. */
  sessions: number;
}

/** A theme over all editions, the first one first: its recurrence, also where an edition did not take it up. */
export interface Recurrence {
  theme: string;
  occurrences: Occurrence[];
  /** How many editions set it as one of their themes. */
  chosen: number;
  /** How many took it up at all: as a theme of theirs, or in a session. */
  takenUp: number;
  /** How many sessions carry it. */
  sessions: number;
  /** The first edition that took it up; null where none has. */
  first: Edition | null;
  /** The present edition is the first that took it up. */
  isNew: boolean;
}

/** How many sessions of an edition (by its id) carry a theme. */
export type SessionCount = (edition: string, theme: string) => number;

/** The recurrence of a theme over these editions, which are in their order. */
export function recurrenceOf(theme: string, editions: readonly Edition[], sessions: SessionCount): Recurrence {
  const occurrences = editions.map((edition) => ({
    edition,
    chosen: edition.subThemes.some(({ themes }) => themes.includes(theme)),
    sessions: sessions(edition.id, theme),
  }));
  const up = occurrences.filter(isTakenUp);
  const first = up[0]?.edition ?? null;
  return {
    theme,
    occurrences,
    chosen: up.filter(({ chosen }) => chosen).length,
    takenUp: up.length,
    sessions: up.reduce((sum, occurrence) => sum + occurrence.sessions, 0),
    first,
    isNew: first?.stage === 'current',
  };
}

/** Whether an edition took a theme up: as one of its own, or in a session. */
export function isTakenUp({ chosen, sessions }: Occurrence): boolean {
  return chosen || sessions > 0;
}

/** Those that came back most first: by how many editions set them, then took them up, then by their sessions; else in the order they have. */
export function byRecurrence(recurrences: readonly Recurrence[]): Recurrence[] {
  return [...recurrences].sort((a, b) => b.chosen - a.chosen || b.takenUp - a.takenUp || b.sessions - a.sessions);
}

/** What an edition did with a theme. */
export interface Chapter {
  edition: Edition;
  /** What it called the theme, as one of its own. */
  subThemes: SubTheme[];
  sessions: Session[];
}

/** What was discussed when: the editions that took a theme up, the first one first. */
export function chaptersOf(theme: string, editions: readonly Edition[], sessions: readonly Session[]): Chapter[] {
  return editions
    .map((edition) => ({
      edition,
      subThemes: edition.subThemes.filter(({ themes }) => themes.includes(theme)),
      sessions: sessions.filter((session) => session.edition === edition.id && session.themes.includes(theme)),
    }))
    .filter((chapter) => chapter.subThemes.length + chapter.sessions.length > 0);
}

/** A code with how often it occurs: in practices, in sessions. */
export interface Tally {
  code: string;
  practices: number;
  sessions: number;
}

/** Codes of sessions and of practices counted together, the most frequent first, as often the ones that `order` has first. */
export function tally(
  inPractices: ReadonlyMap<string, number>,
  inSessions: readonly (readonly string[])[],
  order: (a: string, b: string) => number,
): Tally[] {
  const sessions = new Map<string, number>();
  for (const code of inSessions.flatMap((codes) => [...new Set(codes)]))
    sessions.set(code, (sessions.get(code) ?? 0) + 1);
  return [...new Set([...inPractices.keys(), ...sessions.keys()])]
    .map((code) => ({ code, practices: inPractices.get(code) ?? 0, sessions: sessions.get(code) ?? 0 }))
    .filter(({ practices, sessions: count }) => practices + count > 0)
    .sort((a, b) => b.practices + b.sessions - (a.practices + a.sessions) || order(a.code, b.code));
}

/** A theme's whole history. */
export interface Recollection {
  theme: string;
  recurrence: Recurrence;
  chapters: Chapter[];
  observations: { observation: Observation; session: Session }[];
  recommendations: { recommendation: Recommendation; edition: Edition }[];
  /** How often SDG targets and goals, and GCM objectives, occur in its practices and sessions. */
  sdg: Tally[];
  gcm: Tally[];
  /** Themes that stand beside it in practices and sessions, with how often. */
  related: Tally[];
}
