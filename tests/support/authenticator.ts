import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** A passkey as a device holds it. */
export interface HeldPasskey {
  id: string;
  key: KeyObject;
  publicKey: KeyObject;
  /** Whose it is, as the forum named them. */
  user: string;
  rpId: string;
  counter: number;
}

/** What a device, or somebody who plays one, does otherwise than it should. */
export interface Manners {
  origin: string;
  rpId?: string;
  /** Whether the device has checked who holds it. */
  verified?: boolean;
  /** What it says of how often it was used; unsaid, it counts. */
  counter?: number;
  /** Whose it says the passkey is. */
  user?: string;
  /** With whose key it signs. */
  key?: KeyObject;
  challenge?: string;
  /** What it says of itself; unsaid, nothing. */
  attestation?: { format: string; statement: Map<string, unknown> };
}

const hash = (text: string | Buffer) => createHash('sha256').update(text).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** Makes a passkey as a device would that was shown `options`: the passkey, and what the browser sends on. */
export function makePasskey(options: CreationOptions, manners: Manners): { passkey: HeldPasskey; answer: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(24);
  const rpId = manners.rpId ?? options.rp.id;
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const cose = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
      [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
    ]),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  const data = Buffer.concat([
    authenticatorData(rpId, manners, 0, 0x40),
    Buffer.alloc(16),
    length,
    id,
    Buffer.from(cose),
  ]);
  const { format = 'none', statement = new Map() } = manners.attestation ?? {};
  const attestation = isoCBOR.encode(
    new Map<string, never>([
      ['fmt', format as never],
      ['attStmt', statement as never],
      ['authData', Uint8Array.from(data) as never],
    ]),
  );
  const answer = {
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    response: {
      clientDataJSON: clientData('webauthn.create', manners.challenge ?? options.challenge, manners.origin),
      attestationObject: base64url(attestation),
      transports: ['internal', 'hybrid'],
    },
    clientExtensionResults: {},
  };
  const passkey = { id: base64url(id), key: privateKey, publicKey, user: options.user.id, rpId, counter: 0 };
  return { passkey, answer: JSON.stringify(answer) };
}

/** Uses a passkey as a device would that was shown `options`: what the browser sends on. */
export function usePasskey(passkey: HeldPasskey, options: { challenge: string }, manners: Manners): string {
  const data = authenticatorData(manners.rpId ?? passkey.rpId, manners, ++passkey.counter, 0);
  const client = clientData('webauthn.get', manners.challenge ?? options.challenge, manners.origin);
  const signed = Buffer.concat([data, hash(Buffer.from(client, 'base64url'))]);
  return JSON.stringify({
    id: passkey.id,
    rawId: passkey.id,
    type: 'public-key',
    response: {
      clientDataJSON: client,
      authenticatorData: base64url(data),
      signature: base64url(
        createSign('sha256')
          .update(signed)
          .sign(manners.key ?? passkey.key),
      ),
      userHandle: manners.user ?? passkey.user,
    },
    clientExtensionResults: {},
  });
}

/** What a device is shown that is to make a passkey, as far as this one looks at it. */
export interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

function authenticatorData(rpId: string, { verified = true, counter }: Manners, counted: number, more: number) {
  const flagsAndCounter = Buffer.alloc(5);
  // Somebody is there; checked who; the key may be on several devices, and is.
  flagsAndCounter[0] = 0x01 | (verified ? 0x04 : 0) | 0x08 | 0x10 | more;
  flagsAndCounter.writeUInt32BE(counter ?? counted, 1);
  return Buffer.concat([hash(rpId), flagsAndCounter]);
}

const clientData = (type: string, challenge: string, origin: string) =>
  base64url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
