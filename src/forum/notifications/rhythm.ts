/** How often somebody gets mail of what happened: a choice on one's account page. */
export const RHYTHMS = ['waits-at-once', 'at-once', 'daily', 'weekly', 'never'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What holds until somebody chooses: what waits on them comes at once, the rest once a day. */
export const DEFAULT_RHYTHM: Rhythm = 'waits-at-once';

/** The hour of the day in UTC at which digests go out: morning from Geneva to Nairobi, noon in Manila, night in Mexico. */
export const DIGEST_HOUR = 5;
const DAY = 24 * 60 * 60_000;

/** Whether a text is a rhythm. */
export function isRhythm(text: string): text is Rhythm {
  return RHYTHMS.some((rhythm) => rhythm === text);
}

/** The rhythms in which all comes in digests. */
export type Digested = Exclude<Rhythm, 'at-once' | 'waits-at-once'>;

/** The last moment, not after `now`, at which a digest was to go out. Weekly ones go out on Mondays; whoever wants none gets what cannot wait daily. */
export function lastDigest(rhythm: Digested, now: Date): Date {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), DIGEST_HOUR);
  const last = new Date(today <= now.getTime() ? today : today - DAY);
  if (rhythm !== 'weekly') return last;
  const sinceMonday = (last.getUTCDay() + 6) % 7;
  return new Date(last.getTime() - sinceMonday * DAY);
}

/** What of somebody's news is in no mail yet: when the oldest of it was told, when the oldest that does not wait on them was, and whether any does. */
export interface Unmailed {
  oldest: Date;
  oldestNews: Date | null;
  waits: boolean;
}

/** What goes into a mail: all that is in none yet, what of it waits on its reader, or what even those get who want none. */
export type MailPart = 'all' | 'waiting' | 'essential';

/**
 * What is due by mail to somebody; null where nothing is. It follows from these times alone, so nothing is forgotten while the server stands still, and
 * whoever asks twice sends once.
 */
export function duePart(rhythm: Rhythm, { oldest, oldestNews, waits }: Unmailed, now: Date): MailPart | null {
  if (rhythm === 'at-once') return 'all';
  if (rhythm === 'waits-at-once') {
    if (oldestNews !== null && oldestNews < lastDigest('daily', now)) return 'all';
    return waits ? 'waiting' : null;
  }
  if (oldest >= lastDigest(rhythm, now)) return null;
  return rhythm === 'never' ? 'essential' : 'all';
}
