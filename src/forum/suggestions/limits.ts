/** What is named itself is as good as certain; what is inferred never is. */
export const NAMED = 0.98;

/** What falls below is not worth a look; chosen on the 42 practices (docs/decisions/0021-suggestions.md). */
export const LEAST = { sdg: 0.35, gcm: 0.35, themes: 0.35, places: 0.3 };

/** At most so many of a kind are inferred, so many named by number or as countries, so many regions and other places. */
export const MOST = { inferred: 6, named: 30, places: 10 };

/** More quotes than these are not read. */
export const QUOTES = 5;
