import { encode } from 'uqr';
import type { AppKeyView } from '#ui/account-views.ts';

/** Where an app's key may be read from; what a form sends back is shown again only where it is one of these. */
const APP_ADDRESS = /^otpauth:\/\/totp\/[\x21-\x7e]{1,500}$/;

/** The key of an app as a square code and as letters to type; null where the address is none of ours. */
export function appKey(uri: string): AppKeyView | null {
  if (!APP_ADDRESS.test(uri)) return null;
  const key = new URL(uri).searchParams.get('secret');
  if (key === null) return null;
  const { data, size } = encode(uri, { border: 3 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { uri, key: key.replace(/(.{4})(?=.)/g, '$1 '), size, path };
}
