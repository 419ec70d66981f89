import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#platform/database.ts';
import { ownership } from '#forum/drafts/index.ts';
import { actorsOn, may, statesOf } from '#forum/people/index.ts';
import { practicesToAskAbout, setReminded } from '#forum/practices/index.ts';
import { recipientsOf } from './model.ts';
import { insertNotifications } from './store.ts';

/**
 * Asks those who answer for practices that nobody has confirmed for twelve months whether they are still as described; again after three.
 * Where nobody can be asked nothing is noted: whoever comes to answer for them is asked then.
 */
export async function askOwners(tx: Database, now: Date): Promise<void> {
  const people = await actorsOn(tx, now);
  const states = [...new Set(people.flatMap(statesOf))];
  const accounts = people
    .filter((one) => may(one, 'practices.keep', { account: one.account }))
    .map(({ account }) => account);
  for (const { id, ownerState, ownerAccount } of await practicesToAskAbout(tx, now, { states, accounts })) {
    const subject = ownership({ ownerState, ownerAccount });
    const asked = recipientsOf({ kind: 'remind', by: null, subject, reviewer: null }, people);
    const common = { kind: 'remind', source: uuidv7(), draft: null, practice: id, account: null, actor: '' } as const;
    await insertNotifications(
      tx,
      // It has waited for a year, and can wait for the morning.
      asked.map((recipient) => ({ ...common, recipient, at: now, toldAt: now, waits: false })),
    );
    await setReminded(tx, id, now);
  }
}
