import { isIP } from 'node:net';

/** For whom passkeys are made: the host they are bound to, and the one origin they may be used from. */
export interface RelyingParty {
  id: string;
  origin: string;
}

/**
 * The forum as passkeys know it, or null where browsers make none: they want a name, not a number, and HTTPS (W3C Web
 * Authentication, section 5.1.3). A forum on one's own machine is reached as "localhost", whatever number it listens on.
 */
export function relyingParty(origin: string): RelyingParty | null {
  const url = new URL(origin);
  if (/^(127\.0\.0\.1|\[::1\])$/.test(url.hostname)) url.hostname = 'localhost';
  const { hostname, protocol } = url;
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return { id: hostname, origin: url.origin };
  if (protocol !== 'https:' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  return { id: hostname, origin: url.origin };
}
