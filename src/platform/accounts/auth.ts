import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { accounts, secondFactors, sessions, signInSteps, signInWays } from './tables.ts';

/** What signing in needs to know of the forum. */
export interface SignInSettings {
  db: Database;
  origin: string;
  secret: string;
}

/** How long somebody stays signed in who does not come back, in seconds: two weeks. */
const SESSION_SECONDS = 14 * 24 * 60 * 60;

/** Shortest and longest password: long enough to need no rules of signs (NIST SP 800-63B, section 3.1.1.2). */
export const PASSWORD_LENGTH = { least: 12, most: 128 };

/**
 * better-auth over our tables. It is called by our own pages and never reached from outside by itself: none of its addresses is
 * open, so that every way in is one of ours, works without scripts, and is declared in routes/access.ts.
 */
export function createAuth({ db, origin, secret }: SignInSettings) {
  return betterAuth({
    appName: 'Common Space',
    baseURL: origin,
    basePath: '/sign-in/steps',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: 'pg',
      transaction: true,
      schema: {
        user: accounts,
        session: sessions,
        account: signInWays,
        verification: signInSteps,
        twoFactor: secondFactors,
      },
    }),
    user: {
      additionalFields: {
        language: { type: 'string', required: true, input: false },
        signedInAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 60 * 60, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    // Counted by us, before anything is looked up (limits.ts).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'common-space',
      useSecureCookies: origin.startsWith('https:'),
      database: { generateId: () => uuidv7() },
      // Where somebody sits is nobody's business.
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          after: async ({ userId, createdAt }) => {
            await db.update(accounts).set({ signedInAt: createdAt }).where(eq(accounts.id, userId));
          },
        },
      },
    },
    plugins: [vouched, twoFactor({ issuer: 'Common Space' })],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Signs in an account that something else has vouched for: a link that was used up. For our own code alone, never an address. */
const vouched = {
  id: 'vouched',
  endpoints: {
    signInVouched: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ account: z.string() }), requireHeaders: true },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.account);
        if (!user) return { signedIn: false };
        const session = await ctx.context.internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return { signedIn: true };
      },
    ),
  },
} as const;
