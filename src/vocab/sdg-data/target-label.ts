/**
 * A target's code with its short label in the four languages. The labels are our own words: what a target is about,
 * not its text (A/RES/70/1).
 */
export type TargetLabel = readonly [code: string, en: string, fr: string, es: string, ar: string];
