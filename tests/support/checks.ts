import { CHECKS, type Given } from '#forum/drafts/index.ts';

/** Everything on the checklist holds. */
export const ALL_HOLD: Given = Object.fromEntries(CHECKS.map((check) => [check, { holds: true, why: '' }]));
