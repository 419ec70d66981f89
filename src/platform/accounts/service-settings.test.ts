import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SettingError, settingsFrom } from '../settings.ts';
import { readServices } from './service-settings.ts';

const KENYA = {
  id: 'interior-ke',
  name: 'State Department for Immigration',
  issuer: 'https://login.interior.go.ke/realms/staff',
  clientId: 'common-space',
  clientSecret: 'not to be said aloud',
  domains: ['interior.go.ke'],
};
const MOROCCO = { ...KENYA, id: 'diplomatie-ma', domains: ['diplomatie.ma', 'وزارة.المغرب'] };

describe('The institutions one can sign in with', () => {
  test('are several, each with its own domains', () => {
    const read = readServices(JSON.stringify([KENYA, MOROCCO]));
    expect(read).toMatchObject({
      services: [
        { id: 'interior-ke', issuer: new URL(KENYA.issuer) },
        { id: 'diplomatie-ma', domains: ['diplomatie.ma', 'xn--mgbexc3i.xn--mgbc0a9azcg'] },
      ],
    });
  });

  test.each([
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000/x', true],
    ['http://login.interior.go.ke', false],
    ['http://127.0.0.1.example.org', false],
    ['https://login.interior.go.ke?x=1', false],
    ['login.interior.go.ke', false],
  ])('an issuer %s is taken: %s', (issuer, taken) => {
    expect('services' in readServices(JSON.stringify([{ ...KENYA, issuer }]))).toBe(taken);
  });

  test.each([
    ['a domain that is none', { domains: ['@interior.go.ke'] }, '0.domains.0'],
    ['no domain', { domains: [] }, '0.domains'],
    ['an id with other signs', { id: '../x' }, '0.id'],
    ['the id of passwords', { id: 'credential' }, '0.id'],
    ['no secret', { clientSecret: '' }, '0.clientSecret'],
    ['a key nobody knows', { clientsecret: 'x' }, 'clientsecret'],
  ])('%s is refused by name', (_, change, name) => {
    const read = readServices(JSON.stringify([{ ...KENYA, ...change }]));
    expect(read).toEqual({ wrong: expect.stringContaining(name) });
  });

  test('the same id twice is refused', () => {
    expect(readServices(JSON.stringify([KENYA, KENYA]))).toEqual({ wrong: expect.stringContaining('interior-ke') });
  });

  test('a server does not start with a list that cannot be read, and what it says holds no secret', () => {
    const OIDC_PROVIDERS = JSON.stringify([{ ...KENYA, issuer: 'not to be said aloud either' }]);
    expect(() => settingsFrom({ OIDC_PROVIDERS })).toThrow(SettingError);
    expect(() => settingsFrom({ OIDC_PROVIDERS })).toThrow(/^(?!.*not to be said aloud)OIDC_PROVIDERS .*0\.issuer/);
    expect(settingsFrom({}).services).toEqual([]);
  });

  test('whatever is written there is read or refused, and never breaks the start', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = readServices(text);
        return 'services' in read || read.wrong.length > 0;
      }),
    );
  });
});
