import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress, NotPublic, placesOf, PUBLIC_ONLY } from './guard.ts';

/** What is not public, by the registries of special addresses (IANA), in the words of another program: that of Node. */
const SPECIAL = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  SPECIAL.ipv4.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2001::', 32],
  ['3fff::', 20],
] as const)
  SPECIAL.ipv6.addSubnet(net, bits, 'ipv6');

const ipv4 = fc.ipV4();
const special4 = fc
  .tuple(
    fc.constantFrom('10.', '127.', '169.254.', '192.168.', '172.16.', '172.31.', '100.64.', '0.', '224.', '255.'),
    ipv4,
  )
  .map(([start, rest]) => [...start.split('.').filter(Boolean), ...rest.split('.')].slice(0, 4).join('.'));

describe('An address of the network', () => {
  test.each(['8.8.8.8', '1.1.1.1', '193.0.6.139', '2001:4860:4860::8888', '2a00:1450:4001::1'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    '127.0.0.1',
    '127.1.2.3',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:1::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '4000::1',
    'localhost',
    '',
    '127.1',
    '0x7f000001',
    '2130706433',
  ])('%j is none that is ever connected to', (address) => expect(isPublicAddress(address)).toBe(false));

  test('is never public where the registries say that it is special, however it is written', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, special4), (address) => {
        if (SPECIAL.ipv4.check(address)) expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
        expect(isPublicAddress(`::${address}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        if (SPECIAL.ipv6.check(address, 'ipv6')) expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });
});

describe('The host of an address', () => {
  /** As `new URL` reads it, which is what is asked for. */
  const places = (host: string) => placesOf(new URL(`http://${host}/`).hostname, PUBLIC_ONLY);

  test.each([
    'localhost',
    '127.1',
    '0x7f.1',
    '0177.0.0.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.0.0.1.',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '１２７.０.０.１',
    '0',
  ])('%s is this machine, and is refused', async (host) => {
    await expect(places(host)).rejects.toThrow(NotPublic);
  });

  test('that is a private address written as one number, in hexadecimal or octal digits, is refused', async () => {
    await fc.assert(
      fc.asyncProperty(special4, fc.constantFrom('number', 'hex', 'octal', 'hexParts'), async (address, way) => {
        const parts = address.split('.').map(Number);
        const number = parts.reduce((sum, part) => sum * 256 + part, 0);
        const host = {
          number: String(number),
          hex: `0x${number.toString(16)}`,
          octal: parts.map((part) => `0${part.toString(8)}`).join('.'),
          hexParts: parts.map((part) => `0x${part.toString(16)}`).join('.'),
        }[way];
        await expect(places(host)).rejects.toThrow(NotPublic);
      }),
    );
  });

  test('of which one of several places is private is refused as a whole', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    await expect(placesOf('mixed.example', { ...PUBLIC_ONLY, resolve })).rejects.toThrow(NotPublic);
    await expect(placesOf('none.example', { ...PUBLIC_ONLY, resolve: async () => [] })).rejects.toThrow(NotPublic);
  });
});
