import type { Texts } from '#vocab/texts.ts';

/** Where an observation or a recommendation stands. Deleting hides: what is withdrawn is shown to nobody but those who write them. */
export const STAGES = ['draft', 'released', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

/** Something heard in a session. Whoever said it has no place here, by construction (PRODUCT.md, rule 9). */
export interface ObservationContent {
  text: Texts;
  /** The codes of its themes. */
  themes: string[];
}

/** An observation as it is kept. */
export interface Observation extends ObservationContent {
  id: string;
  /** The id of the session in which it was heard. */
  session: string;
  stage: Stage;
  version: number;
}

/** What has come of a recommendation. */
export const FOLLOW_UPS = ['open', 'taken-up', 'done', 'set-aside'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

/** Whether a text names a state of being followed up. */
export function isFollowUp(text: string): text is FollowUp {
  return FOLLOW_UPS.some((one) => one === text);
}

/** Something recommended: agreed from observations, or in a report. It binds nobody. */
export interface RecommendationContent {
  title: Texts;
  text: Texts;
  /** The codes of its themes. */
  themes: string[];
  /** Where it was agreed: a session, a report. */
  source: { label: string; url: string };
  followUp: FollowUp;
  /** What has come of it, in words. */
  came: Texts;
}

/** A recommendation as it is kept. */
export interface Recommendation extends RecommendationContent {
  id: string;
  slug: string;
  /** The id of the edition that recommended it. */
  edition: string;
  stage: Stage;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
