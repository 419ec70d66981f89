import { isAPIError } from 'better-auth/api';
import type { Auth } from './auth.ts';

/**
 * Begins to set up an authenticator app. Nothing is asked of anybody before a first code has shown that the app works.
 * @returns the address that the app reads its key from (otpauth://…), or null where the password is wrong
 */
export async function beginApp(auth: Auth, password: string, headers: Headers): Promise<string | null> {
  const begun = await refusedAsNull(auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers }));
  return begun && 'totpURI' in begun ? begun.totpURI : null;
}

/** Ends the setting up with the first code of the app. Gives the cookies of the session that follows, or null where the code is wrong. */
export async function confirmApp(auth: Auth, code: string, headers: Headers): Promise<Headers | null> {
  const digits = code.replace(/\s/g, '');
  const done = await refusedAsNull(auth.api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true }));
  return done?.headers ?? null;
}

/** The recovery codes that came with setting up the app: for the page that ends it, and never again. */
export async function firstRecoveryCodes(auth: Auth, account: string): Promise<string[]> {
  return (await auth.api.viewBackupCodes({ body: { userId: account } })).backupCodes;
}

/** Makes recovery codes, which make all earlier ones void; null where the password is wrong. They are shown once. */
export async function newRecoveryCodes(auth: Auth, password: string, headers: Headers): Promise<string[] | null> {
  const made = await refusedAsNull(auth.api.generateBackupCodes({ body: { password }, headers }));
  return made?.backupCodes ?? null;
}

/** Does without the app from now on. Gives the cookies of the session that follows, or null where the password is wrong. */
export async function dropApp(auth: Auth, password: string, headers: Headers): Promise<Headers | null> {
  const done = await refusedAsNull(auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }));
  return done?.headers ?? null;
}

async function refusedAsNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
