import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount } from '#platform/accounts/store.ts';
import { isToken, tokenHash } from '#platform/accounts/token-secret.ts';
import { endTokens, tokensOf } from '#platform/accounts/token-store.ts';
import { accounts, personalTokens } from '#platform/accounts/tables.ts';
import type { Context } from '#platform/context.ts';
import { recordAct } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { audit } from '#platform/tables.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { may, mayEver } from './authority.ts';
import { actorOf, ensurePerson, insertTerm, personOfAccount, setUntil } from './store.ts';
import { actorByToken, makeToken, revokeToken } from './token-actions.ts';

const now = new Date('2026-11-24T08:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

eachDatabase('A personal token', (open) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  /** Somebody with a role, and what she is as an actor. */
  const somebody = async (
    email: string,
    role: 'contributor' | 'focal-point' | 'curator',
    of: string | null = null,
  ): Promise<{ ctx: Context; account: string }> => {
    const { db } = database;
    const account = (await insertAccount(db, now, { email, name: email, language: 'fr' }))!;
    const person = await ensurePerson(db, now, account, email);
    await insertTerm(db, person, { role, of, from: '2026-01-01', until: null });
    const actor = await actorOf(db, { id: account, name: email }, now);
    return { ctx: { db, now, locale: 'en', actor }, account };
  };
  const made = async (ctx: Context, account: string, scopes: string[], days = '30') => {
    const result = await makeToken(ctx, account, { name: '  A\nscript ', scopes, days });
    if ('complaints' in result) throw new Error(JSON.stringify(result.complaints));
    return result.token;
  };

  test('is kept as its hash alone, and known again by itself, in its owner’s language', async () => {
    const { ctx, account } = await somebody('kept@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:write']);
    expect(isToken(token)).toBe(true);
    const rows = await ctx.db.select().from(personalTokens).where(eq(personalTokens.account, account));
    expect(rows).toMatchObject([{ hash: tokenHash(token), name: 'A script', scopes: ['drafts:write'] }]);
    expect(JSON.stringify(rows)).not.toContain(token);
    const used = await actorByToken(ctx.db, now, token);
    expect(used).toMatchObject({ language: 'fr', actor: { account, token: { name: 'A script' } } });
    expect(await actorByToken(ctx.db, now, `${token.slice(0, -1)}x`)).toBeNull();
  });

  test('holds for the time its owner chose, and not a moment longer', async () => {
    const { ctx, account } = await somebody('time@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:read'], '90');
    expect(await actorByToken(ctx.db, new Date(inDays(90).getTime() - 1), token)).not.toBeNull();
    expect(await actorByToken(ctx.db, inDays(90), token)).toBeNull();
    for (const days of ['', '0', '31', '3650', 'for ever'])
      expect(await makeToken(ctx, account, { name: 'x', scopes: ['drafts:read'], days })).toMatchObject({
        complaints: [{ name: 'days' }],
      });
  });

  test('says when it was last used, to the minute', async () => {
    const { ctx, account } = await somebody('used@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:read']);
    const last = async () => (await tokensOf(ctx.db, account))[0]!.lastUsedAt;
    expect(await last()).toBeNull();
    for (const seconds of [0, 30, 90]) {
      await actorByToken(ctx.db, new Date(now.getTime() + seconds * 1_000), token);
      expect(await last()).toEqual(new Date(now.getTime() + (seconds < 60 ? 0 : seconds) * 1_000));
    }
  });

  test('is ended by its owner at once, and by nobody else', async () => {
    const { ctx, account } = await somebody('revoked@example.org', 'contributor');
    const other = await somebody('other@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:read']);
    const id = (await tokensOf(ctx.db, account))[0]!.id;
    expect(await revokeToken(other.ctx, other.account, id)).toBe(false);
    await expect(revokeToken(other.ctx, account, id)).rejects.toThrow('account.manage');
    expect(await actorByToken(ctx.db, now, token)).not.toBeNull();
    expect(await revokeToken(ctx, account, id)).toBe(true);
    expect(await actorByToken(ctx.db, now, token)).toBeNull();
    for (const odd of ['', 'x', "' or true"]) expect(await revokeToken(ctx, account, odd)).toBe(false);
  });

  test('goes with its account, and with the sign-out of whoever is removed', async () => {
    const { ctx, account } = await somebody('erased@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:read']);
    await endTokens(ctx.db, account);
    expect(await actorByToken(ctx.db, now, token)).toBeNull();
    const another = await made(ctx, account, ['drafts:read']);
    await ctx.db.delete(accounts).where(eq(accounts.id, account));
    expect(await actorByToken(ctx.db, now, another)).toBeNull();
    expect(await ctx.db.$count(personalTokens, eq(personalTokens.account, account))).toBe(0);
  });

  test('gives nothing of a role that has ended since', async () => {
    const { ctx, account } = await somebody('ended@example.org', 'curator');
    const token = await made(ctx, account, ['review', 'drafts:write']);
    expect(mayEver((await actorByToken(ctx.db, now, token))!.actor, 'drafts.review')).toBe(true);
    const [term] = (await personOfAccount(ctx.db, account))!.terms;
    await setUntil(ctx.db, term!.id, '2026-11-24');
    const { actor } = (await actorByToken(ctx.db, now, token))!;
    expect([actor.roles, actor.token.limits]).toEqual([[], {}]);
    expect(mayEver(actor, 'catalogue.read')).toBe(true);
    for (const action of ['drafts.review', 'drafts.read', 'drafts.write', 'account.manage'] as const)
      expect(mayEver(actor, action)).toBe(false);
  });

  test('reaches no further than it was made for, nor than its owner: her own drafts, not those of others', async () => {
    const { ctx, account } = await somebody('reach@example.org', 'curator');
    const mine = { state: null, account };
    const theirs = { state: 'KE', account: null };
    const actorWith = async (...scopes: string[]) =>
      (await actorByToken(ctx.db, now, await made(ctx, account, scopes)))!.actor;
    const reads = await actorWith('drafts:read');
    expect([may(reads, 'drafts.read', mine), may(reads, 'drafts.read', theirs)]).toEqual([true, false]);
    expect([may(reads, 'drafts.write', mine), may(reads, 'drafts.review')]).toEqual([false, false]);
    const writes = await actorWith('drafts:write');
    expect([may(writes, 'drafts.write', mine), may(writes, 'drafts.write', theirs)]).toEqual([true, false]);
    expect([may(writes, 'practices.keep', mine), may(writes, 'practices.keep', theirs)]).toEqual([true, false]);
    const reviews = await actorWith('review');
    expect([may(reviews, 'drafts.read', theirs), may(reviews, 'drafts.review')]).toEqual([true, true]);
    for (const actor of [reads, writes, reviews])
      for (const action of ['account.manage', 'people.invite', 'practices.curate', 'practices.import'] as const)
        expect(mayEver(actor, action)).toBe(false);
    const contributor = await somebody('small@example.org', 'contributor');
    expect(
      await makeToken(contributor.ctx, contributor.account, { name: 'x', scopes: ['review'], days: '30' }),
    ).toMatchObject({ complaints: [{ name: 'scopes' }] });
  });

  test('of a focal point reaches what is her state’s', async () => {
    const { ctx, account } = await somebody('state@example.org', 'focal-point', 'KE');
    const { actor } = (await actorByToken(ctx.db, now, await made(ctx, account, ['drafts:write'])))!;
    expect(may(actor, 'drafts.write', { state: 'KE', account: null })).toBe(true);
    expect(may(actor, 'drafts.write', { state: 'MA', account: null })).toBe(false);
  });

  test('stands in the audit with all that is done by it, and its making and ending as well', async () => {
    const { ctx, account } = await somebody('audit@example.org', 'contributor');
    const token = await made(ctx, account, ['drafts:write']);
    const { actor } = (await actorByToken(ctx.db, now, token))!;
    await recordAct(ctx.db, { ...ctx, actor }, 'drafts.hand-in', { draft: 'x' });
    const id = (await tokensOf(ctx.db, account))[0]!.id;
    await revokeToken(ctx, account, id);
    const lines = await ctx.db.select().from(audit).where(eq(audit.actor, 'audit@example.org'));
    expect(lines.map(({ action, detail }) => [action, detail])).toEqual([
      ['account.token-made', expect.objectContaining({ token: id, scopes: ['drafts:write'] })],
      ['drafts.hand-in', { draft: 'x', token: id }],
      ['account.token-revoked', { account, token: id }],
    ]);
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  test('is one of twenty at most', async () => {
    const { ctx, account } = await somebody('many@example.org', 'contributor');
    for (let times = 0; times < 20; times++) await made(ctx, account, ['drafts:read']);
    expect(await makeToken(ctx, account, { name: 'x', scopes: ['drafts:read'], days: '30' })).toMatchObject({
      complaints: [{ notice: { key: 'api.token-too-many' } }],
    });
  });
});
