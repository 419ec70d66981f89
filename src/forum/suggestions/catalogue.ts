import type { Database } from '#platform/database.ts';
import { changedSince, outboxHead } from '#platform/history.ts';
import { allPractices, practicesById } from '#forum/practices/index.ts';
import type { Draft, Suggestions } from './model.ts';
import { createSuggester } from './suggester.ts';

/** Suggestions that know the catalogue as it is now. */
export interface CatalogueSuggester {
  suggest(db: Database, draft: Draft): Promise<Suggestions>;
}

/** How long learning holds up whoever else waits, in milliseconds. */
const SLICE = 10;

/** A suggester that learns the catalogue when it is first asked, and follows the outbox before each time after. */
export function createCatalogueSuggester(): CatalogueSuggester {
  let suggester = createSuggester([]);
  let head = -1;
  let following: Promise<void> = Promise.resolve();

  async function follow(db: Database): Promise<void> {
    const current = await outboxHead(db);
    if (current === head) return;
    if (head < 0) {
      suggester = createSuggester([]);
      const breathe = breather();
      for await (const batch of allPractices(db))
        for (const practice of batch) {
          suggester.put(practice);
          await breathe();
        }
    } else {
      const changed = await changedSince(db, 'practice', head);
      const breathe = breather();
      for (const id of changed) suggester.remove(id);
      for (const practice of await practicesById(db, changed)) {
        suggester.put(practice);
        await breathe();
      }
    }
    head = current;
  }

  return {
    async suggest(db, draft) {
      // One follower at a time, each after the one before: two requests must not learn the same catalogue twice.
      following = following.catch(() => undefined).then(() => follow(db));
      await following;
      return suggester.suggest(draft);
    },
  };
}

/** Lets others have their turn, once in a while. */
function breather(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}
