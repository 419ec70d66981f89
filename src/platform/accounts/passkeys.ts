import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { Database } from '../database.ts';
import { isNobody } from '../mail/address.ts';
import type { Auth } from './auth.ts';
import { readMade, readUsed } from './passkey-answers.ts';
import { credentialsOf, insertPasskey, notePasskeyUse, passkeyCalled } from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';
import { signInAs } from './sign-in.ts';
import { beginStep, STEP_MINUTES, takeStep } from './steps.ts';
import type { Account } from './store.ts';

/** What the browser is told, as JSON of the standard, and the secret of the step that waits for its answer. */
export interface Ceremony {
  options: object;
  token: string;
}

interface Challenge {
  challenge: string;
  /** Who is to get the new passkey. */
  account?: string;
}

const timeout = STEP_MINUTES.passkey * 60_000;

/** What a device knows an account by: the same for all passkeys of one, so that a device keeps one of each. */
const handleOf = (account: string) => Uint8Array.from(Buffer.from(account.replaceAll('-', ''), 'hex'));

/** Begins to make a passkey for an account. The device must be one that checks who holds it, and must keep the passkey itself. */
export async function beginNewPasskey(
  db: Database,
  now: Date,
  { id }: RelyingParty,
  account: Account,
): Promise<Ceremony> {
  const options = await generateRegistrationOptions({
    rpName: 'Common Space',
    rpID: id,
    userID: handleOf(account.id),
    userName: isNobody(account.email) ? account.name : account.email,
    userDisplayName: account.name,
    timeout,
    attestationType: 'none',
    excludeCredentials: await credentialsOf(db, account.id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const waits: Challenge = { challenge: options.challenge, account: account.id };
  return { options, token: await beginStep(db, now, 'new-passkey', waits) };
}

/** Keeps the passkey that a device has made for an account. False where the answer is none, is too old, or is somebody else's. */
export async function addPasskey(
  db: Database,
  now: Date,
  party: RelyingParty,
  { account, token, answer, name }: { account: string; token: string; answer: string; name: string },
): Promise<boolean> {
  const waits = await takeStep<Challenge>(db, now, 'new-passkey', token);
  const response = readMade(answer);
  if (waits?.account !== account || response === null || !isPlain(response.response.attestationObject)) return false;
  const { verified, registrationInfo: made } = await refusedAsUnverified(
    verifyRegistrationResponse({
      response,
      expectedChallenge: waits.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    }),
  );
  if (!verified || made === undefined) return false;
  return insertPasskey(db, {
    account,
    credential: made.credential.id,
    publicKey: Buffer.from(made.credential.publicKey).toString('base64url'),
    counter: made.credential.counter,
    transports: response.response.transports,
    deviceType: made.credentialDeviceType,
    backedUp: made.credentialBackedUp,
    name,
    createdAt: now,
  });
}

/**
 * Whether a device vouches for itself with nothing but its own key, as it was asked to. The library would follow addresses that stand in
 * certificates, and anybody could have written those.
 */
function isPlain(attestation: string): boolean {
  try {
    const statement = decodeAttestationObject(Uint8Array.from(Buffer.from(attestation, 'base64url')));
    const format = statement.get('fmt');
    return format === 'none' || (format === 'packed' && statement.get('attStmt').get('x5c') === undefined);
  } catch {
    return false;
  }
}

/** Begins to sign in by a passkey. Nothing is said of whose: the device offers those it has for this forum. */
export async function beginPasskey(db: Database, now: Date, { id }: RelyingParty): Promise<Ceremony> {
  const options = await generateAuthenticationOptions({ rpID: id, timeout, userVerification: 'required' });
  const waits: Challenge = { challenge: options.challenge };
  return { options, token: await beginStep(db, now, 'passkey', waits) };
}

/** Signs in by what a device has answered. Gives the cookies of the session; null, whatever was wrong with the answer. */
export async function signInByPasskey(
  auth: Auth,
  db: Database,
  now: Date,
  party: RelyingParty,
  { token, answer }: { token: string; answer: string },
  headers: Headers,
): Promise<Headers | null> {
  const waits = await takeStep<Challenge>(db, now, 'passkey', token);
  const response = readUsed(answer);
  const passkey = response && (await passkeyCalled(db, response.id));
  if (!waits || !passkey) return null;
  // Whom the device means must be whose the passkey is (W3C Web Authentication, section 7.2, step 6).
  if (response.response.userHandle !== Buffer.from(handleOf(passkey.account)).toString('base64url')) return null;
  const { verified, authenticationInfo: used } = await refusedAsUnverified(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: waits.challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credential,
        publicKey: Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  if (!verified || used === undefined) return null;
  const { newCounter: counter, credentialBackedUp: backedUp } = used;
  if (!(await notePasskeyUse(db, now, { id: passkey.id, counter, backedUp }))) return null;
  return signInAs(auth, passkey.account, headers);
}

/** The library throws for every answer that is not right; nothing else can go wrong in it, for it asks nobody (see `isPlain`). */
async function refusedAsUnverified<Verified extends { verified: boolean }>(
  checked: Promise<Verified>,
): Promise<Verified | { verified: false; registrationInfo?: undefined; authenticationInfo?: undefined }> {
  try {
    return await checked;
  } catch {
    return { verified: false };
  }
}
