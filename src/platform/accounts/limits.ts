import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How often something may be tried, counted apart for what is tried (an address, an account) and for where it comes from: the
 * first stops guessing at one person from many places, the second guessing at many from one. Ministries and hotels share an address
 * among hundreds, so that one is wide.
 */
const LIMITS = {
  /** Asking for a mail. */
  mail: { points: 5, minutes: 15 },
  /** A password, a code, a passkey. */
  attempt: { points: 10, minutes: 15 },
  /** Any of these, from one place. */
  place: { points: 100, minutes: 15 },
  /** Requests with one personal token: one a second, with room for a burst. */
  token: { points: 300, minutes: 5 },
  /** Tokens that are none, from one place: a good one is heard all the same. */
  'bad-token': { points: 100, minutes: 15 },
  /** Asking what a text may be about, by one account: each answer takes a moment of the whole machine. */
  suggestion: { points: 60, minutes: 5 },
  /** Inviting people. */
  invitation: { points: 60, minutes: 60 },
} as const;
export type Limited = keyof typeof LIMITS;

/** Counts in this process's memory: what is counted matters for minutes, and holds no address longer than that. */
export interface Limits {
  /** Counts one try. Gives the minutes to wait where there were too many, else null. */
  count(what: Limited, key: string): Promise<number | null>;
}

/** Counters that all stand at nothing. */
export function createLimits(): Limits {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, minutes }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: minutes * 60 }),
    ]),
  ) as Record<Limited, RateLimiterMemory>;
  return {
    async count(what, key) {
      try {
        await limiters[what].consume(key);
        return null;
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
      }
    },
  };
}
