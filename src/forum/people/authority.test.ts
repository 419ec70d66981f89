import { describe, expect, test } from 'vitest';
import { type Actor, VISITOR } from '#platform/context.ts';
import {
  type Action,
  ACTIONS,
  demand,
  may,
  mayEver,
  NotPermitted,
  OPERATOR,
  STANDINGS,
  standingsOf,
} from './authority.ts';
import { ROLES, scopeOf } from './model.ts';

const KENYA = { state: 'KE' };
const MOROCCO = { state: 'MA' };
const focalPoint = (of: string): Actor => ({ account: 'a', name: 'A', roles: [{ role: 'focal-point', of }] });

/** Somebody of each standing; whoever is of a state is of Kenya. */
const SOMEBODY: [string, Actor][] = STANDINGS.map((standing) => [
  standing,
  standing === 'visitor'
    ? VISITOR
    : {
        account: 'own',
        name: standing,
        roles:
          standing === 'signed-in'
            ? []
            : [
                {
                  role: standing,
                  of: scopeOf(standing)?.kind === 'state' ? 'KE' : scopeOf(standing) ? 'business' : null,
                },
              ],
      },
]);
const actions = Object.keys(ACTIONS) as Action[];

describe.each(SOMEBODY)('For %s', (_, actor) => {
  test.each(actions)('%s is allowed exactly where the table says so', (action) => {
    const grants: Partial<Record<string, string>> = ACTIONS[action];
    const conditions = standingsOf(actor).map((one) => grants[one]);
    expect(mayEver(actor, action)).toBe(conditions.some(Boolean));
    const anything = conditions.includes('any');
    expect(may(actor, action)).toBe(anything);
    expect(may(actor, action, KENYA)).toBe(anything || conditions.includes('own-state'));
    expect(may(actor, action, MOROCCO)).toBe(anything);
    expect(may(actor, action, { mechanism: 'business' })).toBe(anything || conditions.includes('own-mechanism'));
    expect(may(actor, action, { mechanism: 'mayors' })).toBe(anything);
    expect(may(actor, action, { account: 'own' })).toBe(anything || conditions.includes('own'));
    expect(may(actor, action, { account: 'another' })).toBe(anything);
    if (!anything) expect(() => demand(actor, action, MOROCCO)).toThrow(NotPermitted);
  });
});

test('nobody but the Support Unit and an administrator does anything to what is not theirs but read; curators do with practices, chairs with what an edition is made of', () => {
  const open: Action[] = ['catalogue.read', 'sign-in', 'service.watch', 'directory.read', 'directory.export'];
  const curated: Action[] = [
    'drafts.read',
    'drafts.write',
    'drafts.review',
    'practices.keep',
    'practices.curate',
    'practices.publish-again',
    'replication.answer',
    'themes.edit',
    'library.edit',
  ];
  const prepared: Action[] = [
    'editions.edit',
    'themes.edit',
    'governance.edit',
    'observations.write',
    'survey.build',
    'survey.results',
    'planning.edit',
    'library.edit',
  ];
  for (const action of actions.filter((one) => !open.includes(one)))
    for (const [standing, condition] of Object.entries(ACTIONS[action])) {
      const may = ['support-unit', 'administrator'];
      if (curated.includes(action)) may.push('curator');
      if (prepared.includes(action)) may.push('chair');
      if (action === 'observations.write') may.push('rapporteur');
      if (condition === 'any') expect(may).toContain(standing);
    }
});

test('what belongs to a state goes with the post: to the successor, and no more to whom it was taken from', () => {
  const [before, after] = [focalPoint('KE'), { ...focalPoint('KE'), account: 'b', name: 'B' }];
  expect(may(before, 'people.invite', KENYA)).toBe(true);
  expect(may({ ...before, roles: [] }, 'people.invite', KENYA)).toBe(false);
  expect(may(after, 'people.invite', KENYA)).toBe(true);
});

test('a role that the table does not know gives nothing', () => {
  const actor: Actor = { account: 'a', name: 'A', roles: [{ role: 'minister', of: 'KE' }] };
  expect(standingsOf(actor)).toEqual(['visitor', 'signed-in']);
});

test('a mechanism is no state, and nobody’s account is not everybody’s', () => {
  const coordinator: Actor = { account: 'a', name: 'A', roles: [{ role: 'focal-point', of: null }] };
  expect(may(coordinator, 'people.invite', { state: null })).toBe(false);
  const business: Actor = { account: 'a', name: 'A', roles: [{ role: 'mechanism-coordinator', of: 'business' }] };
  expect(may(business, 'organisations.edit', { state: 'business', mechanism: null })).toBe(false);
  expect(may(VISITOR, 'account.manage', { account: null })).toBe(false);
  expect(may(OPERATOR, 'account.manage', { account: null })).toBe(false);
});

test('every role is one of the standings', () => expect(STANDINGS).toEqual(['visitor', 'signed-in', ...ROLES]));
