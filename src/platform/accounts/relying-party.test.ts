import { expect, test } from 'vitest';
import { relyingParty } from './relying-party.ts';

test.each([
  ['https://forum.example.org', 'forum.example.org', 'https://forum.example.org'],
  ['https://forum.example.org:8443', 'forum.example.org', 'https://forum.example.org:8443'],
  ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ['http://127.0.0.1:3000', 'localhost', 'http://localhost:3000'],
  ['http://[::1]:3000', 'localhost', 'http://localhost:3000'],
])('a forum at %s makes passkeys for %s', (origin, id, used) => {
  expect(relyingParty(origin)).toEqual({ id, origin: used });
});

test.each(['http://forum.example.org', 'http://10.0.0.7:3000', 'https://192.0.2.1', 'https://[2001:db8::1]'])(
  'a forum at %s makes none: no browser would',
  (origin) => {
    expect(relyingParty(origin)).toBeNull();
  },
);
