import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { may, type Role, ROLES } from '#forum/people/index.ts';
import { KINDS, ownersOf, recipientsOf, type Told } from './model.ts';

const STATES = ['KE', 'UG', 'MA'];
const someRole = fc
  .record({ role: fc.constantFrom<Role>(...ROLES), state: fc.constantFrom(...STATES) })
  .map(({ role, state }) => ({ role, of: role === 'focal-point' ? state : null }));
const ACCOUNTS = Array.from({ length: 8 }, (_, at) => `account-${at}`);
const someAccount = fc.option(fc.constantFrom(...ACCOUNTS));
const people = fc
  .array(fc.array(someRole, { maxLength: 3 }), { maxLength: ACCOUNTS.length })
  .map((all) => all.map((roles, at) => ({ account: ACCOUNTS[at]!, name: `Person ${at}`, roles })));
const told = fc.record({
  kind: fc.constantFrom(...KINDS),
  by: someAccount,
  subject: fc.record({ state: fc.option(fc.constantFrom(...STATES)), account: someAccount }),
  reviewer: someAccount,
});
const always = (rule: (told: Told, everybody: Parameters<typeof ownersOf>[1]) => void) =>
  fc.assert(fc.property(told, people, rule), { numRuns: 1_000 });

const as = (account: string, role: Role, of: string | null = null) => ({
  account,
  name: account,
  roles: [{ role, of }],
});
const KENYA = [as('amina', 'focal-point', 'KE'), as('otieno', 'focal-point', 'KE')];
const OFFICE = [as('curator', 'curator'), as('unit', 'support-unit'), as('admin', 'administrator')];
const of = (kind: Told['kind'], more: Partial<Told> = {}) =>
  recipientsOf({ kind, by: null, subject: { state: 'KE', account: null }, reviewer: null, ...more }, [
    ...KENYA,
    ...OFFICE,
    as('uganda', 'focal-point', 'UG'),
  ]);

describe('Who is told', () => {
  test('is never who did it, and nobody twice', () => {
    always((what, everybody) => {
      const accounts = recipientsOf(what, everybody);
      expect(accounts).not.toContain(what.by);
      expect(new Set(accounts).size).toBe(accounts.length);
    });
  });

  test('may always see it at this moment', () => {
    always((what, everybody) => {
      for (const account of recipientsOf(what, everybody)) {
        const actor = everybody.find((one) => one.account === account)!;
        expect(may(actor, 'drafts.write', what.subject)).toBe(true);
      }
    });
  });

  test('of a question, and of what is given back, is everybody whose it is but who asked', () => {
    always(({ by, subject, reviewer }, everybody) => {
      const owners = ownersOf(subject, everybody).map(({ account }) => account);
      for (const kind of ['ask', 'give-back'] as const)
        expect(recipientsOf({ kind, by, subject, reviewer }, everybody).sort()).toEqual(
          owners.filter((account) => account !== by).sort(),
        );
    });
  });

  test('when something is handed in is a curator, as long as there is one who did not do it', () => {
    always(({ subject, reviewer, by }, everybody) => {
      const accounts = recipientsOf({ kind: 'hand-in', by, subject, reviewer }, everybody);
      const curators = everybody.filter(({ roles }) =>
        roles.some(({ role }) => role === 'curator' || role === 'support-unit'),
      );
      if (curators.some(({ account }) => account !== by) && (by === null || by !== reviewer))
        expect(curators.some(({ account }) => accounts.includes(account)) || accounts.includes(reviewer!)).toBe(true);
    });
  });

  test('when a focal point hands in are all curators and the Support Unit, and her colleagues of the same state', () => {
    expect(of('hand-in', { by: 'amina' }).sort()).toEqual(['curator', 'otieno', 'unit']);
  });

  test('when it is handed in again is the one who looks after it already', () => {
    expect(of('hand-in', { by: 'amina', reviewer: 'unit' }).sort()).toEqual(['otieno', 'unit']);
    expect(of('answer', { by: 'amina', reviewer: 'curator' }).sort()).toEqual(['curator', 'otieno']);
  });

  test('when a second pair of eyes is wanted are the other curators', () => {
    expect(of('second-wanted', { by: 'curator', reviewer: 'curator' })).toEqual(['unit']);
  });

  test('when it is given to a curator is that one alone, and not who takes it for herself', () => {
    expect(of('assign', { by: 'unit', reviewer: 'curator' })).toEqual(['curator']);
    expect(of('assign', { by: 'unit', reviewer: 'unit' })).toEqual([]);
  });

  test('of a remark is the other side', () => {
    expect(of('remark', { by: 'curator', reviewer: 'curator' }).sort()).toEqual(['amina', 'otieno']);
    expect(of('remark', { by: 'amina', reviewer: 'curator' }).sort()).toEqual(['curator', 'otieno']);
  });

  test('of what belongs to somebody whose roles have ended is the focal point of the state', () => {
    expect(of('ask', { subject: { state: 'KE', account: 'gone' } }).sort()).toEqual(['amina', 'otieno']);
    expect(of('ask', { subject: { account: 'gone' } })).toEqual([]);
  });
});
