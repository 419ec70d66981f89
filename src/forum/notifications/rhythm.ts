/** How often somebody gets mail of what happened: a choice on one's account page. */
export const RHYTHMS = ['at-once', 'daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What holds until somebody chooses. */
export const DEFAULT_RHYTHM: Rhythm = 'daily';

/** The hour of the day in UTC at which digests go out: morning from Geneva to Nairobi, noon in Manila, night in Mexico. */
export const DIGEST_HOUR = 5;
const DAY = 24 * 60 * 60_000;

/** Whether a text is a rhythm. */
export function isRhythm(text: string): text is Rhythm {
  return RHYTHMS.some((rhythm) => rhythm === text);
}

/** The last moment, not after `now`, at which a digest was to go out. Weekly ones go out on Mondays; whoever wants none gets what cannot wait daily. */
export function lastDigest(rhythm: Exclude<Rhythm, 'at-once'>, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), DIGEST_HOUR);
  const last = new Date(today <= now.getTime() ? today : today - DAY);
  if (rhythm !== 'weekly') return last;
  const sinceMonday = (last.getUTCDay() + 6) % 7;
  return new Date(last.getTime() - sinceMonday * DAY);
}

/**
 * Whether mail is due to somebody whose oldest news that is in no mail yet was told at `oldest`. It follows from these times alone, so nothing
 * is forgotten while the server stands still, and whoever asks twice sends once.
 */
export function isDue(rhythm: Rhythm, oldest: Date, now: Date): boolean {
  return rhythm === 'at-once' || oldest < lastDigest(rhythm, now);
}
