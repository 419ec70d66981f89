import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database.ts';
import type { Logger } from '../log.ts';
import { type Guard, PUBLIC_ONLY } from './guard.ts';
import { lookAt } from './look.ts';
import { claimAddresses, recordSight, watchAddresses } from './store.ts';

/** What the checking of links needs. */
export interface LinkRounds {
  db: Database;
  /** All addresses to be watched, asked for at the beginning of every round. */
  addresses(): Promise<Iterable<string>>;
  /** Where this forum is: told to those who are asked. */
  origin: string;
  log: Logger;
}

/** How gently it goes: hosts asked at the same time, the pause before the same host is asked again, addresses in a round. */
export interface Pace {
  hosts: number;
  pause: number;
  most: number;
  /** Milliseconds that one request may take. */
  patience: number;
}
const GENTLY: Pace = { hosts: 4, pause: 2_000, most: 200, patience: 15_000 };

/** Looks at the addresses that are due, at most as many as a round has; one after the other where they are of one host. */
export async function checkDueLinks(
  { db, addresses, origin }: LinkRounds,
  now: () => Date,
  signal: AbortSignal,
  guard: Guard = PUBLIC_ONLY,
  { hosts, pause, most, patience }: Pace = GENTLY,
): Promise<void> {
  await watchAddresses(db, await addresses(), now());
  const due = await claimAddresses(db, most, now());
  const queues = [...Map.groupBy(due, hostOf).values()];
  const asking = { guard, userAgent: `CommonSpace link check (+${origin})`, patience, signal };
  const work = async () => {
    for (let queue; !signal.aborted && (queue = queues.pop());)
      for (const [at, address] of queue.entries()) {
        if (at > 0) await wait(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        const sight = await lookAt(address, asking);
        // What was broken off says nothing.
        if (!signal.aborted) await recordSight(db, address, sight, now());
      }
  };
  await Promise.all(Array.from({ length: hosts }, work));
}

const hostOf = (address: string) => URL.parse(address)?.hostname ?? '';

/** From the end of one round to the beginning of the next, and from the start of the server to the first: milliseconds. */
const BETWEEN_ROUNDS = 10 * 60_000;
const BEFORE_FIRST = 60_000;

/** Checks links for as long as the server runs. `close` breaks off what is under way. */
export function startLinkChecks(rounds: LinkRounds): { close(): Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const run = async () => {
    for (let pause = BEFORE_FIRST; ; pause = BETWEEN_ROUNDS) {
      await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await checkDueLinks(rounds, () => new Date(), signal).catch((error: unknown) =>
        rounds.log.error({ err: error }, 'the checking of links failed'),
      );
    }
  };
  const running = run();
  return {
    async close() {
      ending.abort();
      await running;
    },
  };
}
