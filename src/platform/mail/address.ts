import { domainToASCII } from 'node:url';

/** As long as an address may be (RFC 5321, section 4.5.3.1.3, without its brackets). */
export const LONGEST_ADDRESS = 254;

/** The ending of addresses that can never be anybody's (RFC 2606): an account that has no address yet has one of these. */
const NOBODY = '.invalid';

/**
 * An e-mail address as it was typed, in the one form we keep: lower case, its domain in ASCII. Null where it is none. Only
 * plain local parts are taken (RFC 5321 "Dot-string"): no quotes, no comments, no list, nothing that could end a header.
 */
export function readEmailAddress(text: string): string | null {
  const [, local, written] = /^([^@]{1,64})@([^@]{1,253})$/.exec(text.trim()) ?? [];
  if (local === undefined || written === undefined) return null;
  if (!/^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local)) return null;
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written)) return null;
  const domain = domainToASCII(written);
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain)) return null;
  const address = `${local.toLowerCase()}@${domain}`;
  return address.length <= LONGEST_ADDRESS ? address : null;
}

/** Whether an address stands only for "none yet"; nothing is ever sent there. */
export function isNobody(address: string): boolean {
  return address.endsWith(NOBODY);
}
