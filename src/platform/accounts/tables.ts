import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Locale } from '#vocab/language.ts';
import type { LinkPurpose } from './link-purposes.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const times = () => ({ createdAt: moment('created_at').notNull(), updatedAt: moment('updated_at').notNull() });

/*
 * The names of the properties from accounts to secondFactors are those of better-auth, which reads and writes them; the
 * names of the columns are ours.
 */
export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull(),
  name: text('name').notNull(),
  image: text('image'),
  language: text('language').$type<Locale>().notNull(),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  signedInAt: moment('signed_in_at'),
  ...times(),
});

export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  userId: uuid('account').notNull(),
  token: text('token').notNull(),
  userAgent: text('user_agent'),
  ipAddress: text('ip_address'),
  expiresAt: moment('expires_at').notNull(),
  ...times(),
});

export const signInWays = pgTable('sign_in_ways', {
  id: uuid('id').primaryKey(),
  userId: uuid('account').notNull(),
  providerId: text('provider').notNull(),
  issuer: text('issuer'),
  accountId: text('subject').notNull(),
  password: text('password'),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: moment('access_token_expires_at'),
  refreshTokenExpiresAt: moment('refresh_token_expires_at'),
  scope: text('scope'),
  ...times(),
});

export const signInSteps = pgTable('sign_in_steps', {
  id: uuid('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  ...times(),
});

export const secondFactors = pgTable('second_factors', {
  id: uuid('id').primaryKey(),
  userId: uuid('account').notNull(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean('verified'),
  failedVerificationCount: integer('failed_verification_count'),
  lockedUntil: moment('locked_until'),
});

export const passkeys = pgTable('passkeys', {
  id: uuid('id').primaryKey(),
  account: uuid('account').notNull(),
  credential: text('credential').notNull(),
  publicKey: text('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull(),
  deviceType: text('device_type').notNull(),
  backedUp: boolean('backed_up').notNull(),
  name: text('name').notNull(),
  createdAt: moment('created_at').notNull(),
  lastUsedAt: moment('last_used_at'),
});

export const personalTokens = pgTable('personal_tokens', {
  id: uuid('id').primaryKey(),
  account: uuid('account').notNull(),
  hash: text('hash').notNull(),
  name: text('name').notNull(),
  scopes: text('scopes').array().notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  lastUsedAt: moment('last_used_at'),
});

export const oneTimeLinks = pgTable('one_time_links', {
  hash: text('hash').primaryKey(),
  purpose: text('purpose').$type<LinkPurpose>().notNull(),
  account: uuid('account').notNull(),
  address: text('address'),
  expiresAt: moment('expires_at').notNull(),
});

export const emailChanges = pgTable('email_changes', {
  account: uuid('account').primaryKey(),
  address: text('address').notNull(),
  oldConfirmed: boolean('old_confirmed').notNull(),
  newConfirmed: boolean('new_confirmed').notNull(),
});
