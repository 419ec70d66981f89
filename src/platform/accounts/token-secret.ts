import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How every token begins: whoever finds one somewhere, a person or a scanner, knows where it belongs. */
export const TOKEN_PREFIX = 'cs_';

/** 238 bits that nobody guesses; the six signs after them tell a token from what only looks like one. */
const RANDOM_SIGNS = 40;
const CHECK_SIGNS = 6;
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SHAPE = new RegExp(`^${TOKEN_PREFIX}[0-9A-Za-z]{${RANDOM_SIGNS + CHECK_SIGNS}}$`);

/** A new token: the prefix, 40 random letters and digits, and the CRC-32 of both in base 62, six signs. */
export function newToken(): string {
  const said = TOKEN_PREFIX + Array.from({ length: RANDOM_SIGNS }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return said + checkOf(said);
}

/** Whether a text is written as our tokens are; one with a letter mistyped is not. Whether there is such a token is another matter. */
export function isToken(text: string): boolean {
  return SHAPE.test(text) && checkOf(text.slice(0, -CHECK_SIGNS)) === text.slice(-CHECK_SIGNS);
}

/** What is kept of a token: as nobody can guess one, it needs no salt and no slow hash. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function checkOf(said: string): string {
  let rest = crc32(said);
  let signs = '';
  for (let at = 0; at < CHECK_SIGNS; at++) {
    signs = SIGNS[rest % SIGNS.length]! + signs;
    rest = Math.floor(rest / SIGNS.length);
  }
  return signs;
}
