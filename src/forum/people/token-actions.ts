import type { Locale } from '#vocab/language.ts';
import { newToken, tokenHash } from '#platform/accounts/token-secret.ts';
import { deleteToken, insertToken, type TokenEntry, tokensOf, useToken } from '#platform/accounts/token-store.ts';
import type { Actor, Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct } from '#platform/history.ts';
import type { Complaint } from '#platform/problem.ts';
import { demand } from './authority.ts';
import { limitsOf, scopesFor } from './scopes.ts';
import { actorOf } from './store.ts';

/** How long a token can hold, in days: one that holds for ever is found one day by somebody else. */
export const LIFETIMES = [30, 90, 365] as const;

/** As long as the name of a token may be, and as many as somebody may have. */
const LONGEST_NAME = 80;
const MOST_TOKENS = 20;

/** What is typed to make a token, as it was typed. */
export interface TokenForm {
  name: string;
  scopes: string[];
  days: string;
}

/** Makes a token for one's own account and gives it, the only time it is ever seen; or says what is wrong, field by field. */
export async function makeToken(
  ctx: Context,
  account: string,
  form: TokenForm,
): Promise<{ token: string; expiresAt: Date } | { complaints: Complaint[] }> {
  demand(ctx.actor, 'account.manage', { account });
  const complaints: Complaint[] = [];
  const name = form.name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (name === '' || name.length > LONGEST_NAME)
    complaints.push({ name: 'name', notice: { key: 'api.token-bad-name', values: { most: LONGEST_NAME } } });
  const scopes = scopesFor(ctx.actor).filter((scope) => form.scopes.includes(scope));
  if (scopes.length === 0) complaints.push({ name: 'scopes', notice: { key: 'api.token-bad-scopes' } });
  const days = LIFETIMES.find((one) => String(one) === form.days);
  if (days === undefined) complaints.push({ name: 'days', notice: { key: 'api.token-bad-days' } });
  if ((await tokensOf(ctx.db, account)).length >= MOST_TOKENS)
    complaints.push({ name: 'name', notice: { key: 'api.token-too-many', values: { most: MOST_TOKENS } } });
  if (complaints.length > 0 || days === undefined) return { complaints };
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + days * 24 * 60 * 60_000);
  await ctx.db.transaction(async (tx) => {
    const id = await insertToken(tx, { account, hash: tokenHash(token), name, scopes, createdAt: ctx.now, expiresAt });
    await recordAct(tx, ctx, 'account.token-made', { account, token: id, scopes, expiresAt });
  });
  return { token, expiresAt };
}

/** Ends a token of one's own account at once. False where there is no such token of this account. */
export async function revokeToken(ctx: Context, account: string, id: string): Promise<boolean> {
  demand(ctx.actor, 'account.manage', { account });
  return ctx.db.transaction(async (tx) => {
    const ended = await deleteToken(tx, account, id);
    if (ended) await recordAct(tx, ctx, 'account.token-revoked', { account, token: ended.id });
    return ended !== null;
  });
}

/** Whoever acts by a token that still holds, as far as it reaches today; null where it does not hold. */
export async function actorByToken(
  db: Database,
  now: Date,
  token: string,
): Promise<{ actor: Actor & { token: NonNullable<Actor['token']> }; language: Locale } | null> {
  const used = await useToken(db, now, tokenHash(token));
  if (!used) return null;
  const owner = await actorOf(db, used.account, now);
  const { id, name, scopes }: TokenEntry = used.token;
  return {
    actor: { ...owner, token: { id, name, scopes, limits: limitsOf(owner, scopes) } },
    language: used.account.language,
  };
}
