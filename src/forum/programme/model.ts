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
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
