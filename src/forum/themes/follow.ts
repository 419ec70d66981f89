import { takeThemes } from '#vocab/themes.ts';
import type { Database } from '#platform/database.ts';
import { changedSince, outboxHead } from '#platform/history.ts';
import { themesSaid } from './store.ts';

/** How long what the forum says of its themes is taken to be unchanged, in milliseconds: another server may have changed it. */
const FRESH = 1_000;

/** Keeps the names of themes in this process as the forum says them; to be asked before each request, by the time it came. */
export function createThemeFollower(): (db: Database, now: Date) => Promise<void> {
  let head = -1;
  let looked = 0;
  return async (db, now) => {
    if (Math.abs(now.getTime() - looked) < FRESH) return;
    const current = await outboxHead(db);
    looked = now.getTime();
    if (head >= 0 && (current === head || (await changedSince(db, 'theme', head)).length === 0)) head = current;
    else {
      takeThemes(await themesSaid(db));
      head = current;
    }
  };
}
