import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../database.ts';
import { signInSteps } from './tables.ts';

/** What is begun in one request of a browser and ended in a later one, and for how long it waits, in minutes. */
export const STEP_MINUTES = {
  'new-passkey': 5,
  passkey: 5,
  /** Long enough to find a card and its reader. */
  service: 15,
} as const;
export type StepKind = keyof typeof STEP_MINUTES;

const identifierOf = (kind: StepKind, token: string) =>
  `${kind}:${createHash('sha256').update(token).digest('base64url')}`;

/**
 * Remembers what a way to sign in needs to know when the browser comes back. Gives a secret that goes into a cookie of that browser and
 * is kept nowhere here: so what is begun in one browser can be ended in no other.
 */
export async function beginStep(db: Database, now: Date, kind: StepKind, value: object): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.delete(signInSteps).where(lte(signInSteps.expiresAt, now));
  await db.insert(signInSteps).values({
    id: uuidv7(),
    identifier: identifierOf(kind, token),
    value: JSON.stringify(value),
    expiresAt: new Date(now.getTime() + STEP_MINUTES[kind] * 60_000),
    createdAt: now,
    updatedAt: now,
  });
  return token;
}

/** What was remembered, once: null where it was taken before, is too old, or never was. Of two at once one gets it. */
export async function takeStep<Value>(db: Database, now: Date, kind: StepKind, token: string): Promise<Value | null> {
  const [row] = await db
    .delete(signInSteps)
    .where(and(eq(signInSteps.identifier, identifierOf(kind, token)), gt(signInSteps.expiresAt, now)))
    .returning({ value: signInSteps.value });
  return row ? (JSON.parse(row.value) as Value) : null;
}
