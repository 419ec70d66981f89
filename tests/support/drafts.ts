import { doorPath } from '#platform/door.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { beginDraft, type DraftForm, publish, review, setChecks, takeTurn } from '#forum/drafts/index.ts';
import { actorOf } from '#forum/people/index.ts';
import { practiceAt } from '#forum/practices/index.ts';
import { ALL_HOLD } from './checks.ts';

/** The little a draft needs to be handed in. */
export const LITTLE: Partial<DraftForm> = {
  summary: 'No worker pays a fee. Employers do.',
  countries: ['KE'],
  owner: 'Ministry of Labour',
  sdg: ['10.7'],
};

/** What people did before the test begins, in the database itself. */
export interface Before {
  db: Database;
  /** Somebody who can sign in, with the roles of today. */
  somebody(email: string): Promise<Actor>;
  ctx(actor: Actor): Context;
  handedIn(owner: Actor, typed: Partial<DraftForm>): Promise<string>;
  /** A draft a curator looks after, with everything ticked. */
  checked(owner: Actor, curator: Actor, draft: string): Promise<string>;
  /** A published practice: its id and address. */
  published(owner: Actor, curator: Actor, typed: Partial<DraftForm>): Promise<{ id: string; slug: string }>;
}

/** Works on the database of a folder while no server runs on it. */
export async function beforehand<Result>(
  dataDir: string,
  environment: Record<string, string>,
  work: (before: Before) => Promise<Result>,
): Promise<Result> {
  const settings = settingsFrom({ DATA_DIR: dataDir, ...environment });
  const database = await openDatabase(settings, doorPath(dataDir));
  const { db } = database;
  const now = new Date();
  const ctx = (actor: Actor): Context => ({ db, now, locale: 'en', actor });
  const before: Before = {
    db,
    ctx,
    async somebody(email) {
      const { id, name } = (await accountByEmail(db, email))!;
      return actorOf(db, { id, name }, now);
    },
    async handedIn(owner, typed) {
      const id = await beginDraft(ctx(owner), { ...LITTLE, ...typed });
      const taken = await takeTurn(ctx(owner), id, 'hand-in');
      if (taken === null || !('stage' in Object(taken))) throw new Error(`Not handed in: ${JSON.stringify(taken)}`);
      return id;
    },
    async checked(owner, curator, draft) {
      await takeTurn(ctx(owner), draft, 'hand-in');
      await review(ctx(curator), draft, 'take');
      await setChecks(ctx(curator), draft, ALL_HOLD);
      return draft;
    },
    async published(owner, curator, typed) {
      const draft = await before.checked(owner, curator, await before.handedIn(owner, typed));
      const done = await publish(ctx(curator), draft);
      if (done?.outcome !== 'published') throw new Error(`Not published: ${JSON.stringify(done)}`);
      return { id: (await practiceAt(db, done.slug))!.id, slug: done.slug };
    },
  };
  try {
    return await work(before);
  } finally {
    await database.close();
  }
}
