import type { Texts } from '#vocab/texts.ts';

/** What kinds of session there are on a programme (PRODUCT.md, "Words"). */
export const FORMATS = [
  'plenary',
  'roundtable',
  'thematic-workshop',
  'regional-consultation',
  'common-space',
  'open-space',
  'side-event',
  'pfp-session',
  'marketplace',
  'world-cafe',
  'migration-lab',
  'tech-garden',
  'civil-society-days',
  'business-meeting',
  'mayors-forum',
  'youth-forum',
  'gcm-dialogue',
  'working-group-meeting',
  'friends-of-the-forum-meeting',
  'rcp-meeting',
] as const;
export type Format = (typeof FORMATS)[number];

/** Whether a text names a format. */
export function isFormat(text: string): text is Format {
  return FORMATS.some((format) => format === text);
}

/** A regional consultation takes up at most so many of its edition's themes (PRODUCT.md, rule 8). */
export const MOST_THEMES_OF_A_CONSULTATION = 3;

/**
 * What stands against the themes of a session (PRODUCT.md, rule 8): a regional consultation takes up at most three, and only such as its edition
 * has set itself. Other sessions may be about anything; so may the consultations of an edition that has set no themes yet.
 */
export function themeFault(
  { format, themes }: Pick<SessionContent, 'format' | 'themes'>,
  ofEdition: readonly string[],
): { fault: 'too-many' } | { fault: 'not-of-edition'; theme: string } | null {
  if (format !== 'regional-consultation') return null;
  if (themes.length > MOST_THEMES_OF_A_CONSULTATION) return { fault: 'too-many' };
  const theme = ofEdition.length === 0 ? undefined : themes.find((one) => !ofEdition.includes(one));
  return theme === undefined ? null : { fault: 'not-of-edition', theme };
}

/** What is kept of a session. */
export interface SessionContent {
  format: Format;
  title: Texts;
  /** What it was about, and what came of it. */
  summary: Texts;
  /** The codes of its themes. */
  themes: string[];
  /** The states that chaired or hosted it (ISO 3166-1 alpha-2), and others that did, by name. */
  states: string[];
  others: string[];
  /** Where, as people call it; empty where it is not known. */
  place: string;
  /** The first and the last day, as 2019-11-20; null where only the edition is known. */
  from: string | null;
  until: string | null;
  /** SDG references and GCM objectives it dealt with. */
  sdg: string[];
  gcm: string[];
  sources: { label: string; url: string }[];
}

/** A session as it is kept. */
export interface Session extends SessionContent {
  id: string;
  edition: string;
  slug: string;
  /** Taken off the programme: nobody is shown it but those who prepare it. */
  hidden: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
