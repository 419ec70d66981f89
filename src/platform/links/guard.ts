import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A place on the network, as a name was resolved to. */
export interface Place {
  address: string;
  family: number;
}

/** What may be connected to, and how names are resolved. Only a test has another one than `PUBLIC_ONLY`. */
export interface Guard {
  mayConnect(address: string): boolean;
  mayUsePort(port: number): boolean;
  resolve(host: string): Promise<Place[]>;
}

/** All addresses of IPv6 that are given out to the world at all (RFC 4291, section 2.4; IANA). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an IP address belongs to the public internet: not to this machine, a private network, a provider's own one, a group, nor to
 * one that carries another address inside it (IPv4 mapped into IPv6, 6to4, Teredo, NAT64), whatever that is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}

/** Web servers of the public internet, at their own ports. */
export const PUBLIC_ONLY: Guard = {
  mayConnect: isPublicAddress,
  mayUsePort: (port) => port === 80 || port === 443,
  resolve: (host) => lookup(host, { all: true }),
};

/** An address is not to be connected to. */
export class NotPublic extends Error {}

/**
 * The places a host of an address stands for, all of which may be connected to. A connection is made to these and the name is not
 * resolved again, so that it cannot mean something else a moment later. Throws `NotPublic` where any of them may not.
 */
export async function placesOf(host: string, guard: Guard): Promise<Place[]> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(bare);
  const places = family === 0 ? await guard.resolve(bare) : [{ address: bare, family }];
  if (places.length === 0 || !places.every(({ address }) => guard.mayConnect(address))) throw new NotPublic();
  return places;
}
