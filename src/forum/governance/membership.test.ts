import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBefore, takesIn } from './days.ts';
import { statesAround, withMembers } from './membership.ts';
import { clashOf, inOrder, membersOn, stateOn, statesAmong, type Term } from './model.ts';

const STATES = ['CA', 'DE', 'EC', 'KE', 'MA', 'PH'];
const day = fc
  .date({ min: new Date('2007-01-01'), max: new Date('2022-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
let number = 0;
const newId = () => `term-${(number += 1)}`;

const term = (of: string, from: string, last: string | null = null): Term => ({
  id: newId(),
  member: { kind: 'state', of },
  part: 'member',
  from,
  last,
  source: null,
});

/** Changes of a Steering Group, one after the other, as a chair would propose them. */
const changes = fc.array(fc.record({ day, add: fc.subarray(STATES), remove: fc.subarray(STATES) }), { maxLength: 12 });
const grown = (all: { day: string; add: string[]; remove: string[] }[]): Term[] =>
  all.reduce<Term[]>((terms, change) => {
    const made = withMembers({ terms }, change, newId);
    return 'complaints' in made ? terms : made.terms;
  }, []);

describe('Members on a date', () => {
  test('are those whose time takes it in, both its days counted', () => {
    const terms = [term('CA', '2018-06-01', '2019-05-31'), term('KE', '2009'), term('MA', '2019-06')];
    const on = (wanted: string) => statesAmong(membersOn(terms, wanted)).sort();
    expect(on('2018-05-31')).toEqual(['KE']);
    expect(on('2018-06-01')).toEqual(['CA', 'KE']);
    expect(on('2019-05-31')).toEqual(['CA', 'KE']);
    expect(on('2019-06-01')).toEqual(['KE', 'MA']);
    expect(on('2008-12-31')).toEqual([]);
  });

  test('are each there once, whatever was changed before, and in whatever order the terms are kept', () => {
    fc.assert(
      fc.property(changes, day, (all, wanted) => {
        const terms = grown(all);
        const present = membersOn(terms, wanted).map(({ member }) => member.of);
        expect(new Set(present).size).toBe(present.length);
        expect(statesAmong(membersOn(terms.toReversed(), wanted)).sort()).toEqual([...present].sort());
      }),
    );
  });

  test('never have a term that overlaps another of their own', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const terms = grown(all);
        for (const one of terms) expect(clashOf(terms, one)).toBeNull();
      }),
    );
  });
});

describe('A change of the members', () => {
  test('gives on its day exactly those who were there, without who leaves and with who joins', () => {
    fc.assert(
      fc.property(changes, fc.record({ day, add: fc.subarray(STATES), remove: fc.subarray(STATES) }), (all, change) => {
        const terms = grown(all);
        const made = withMembers({ terms }, change, newId);
        if ('complaints' in made) return;
        const { before, after } = statesAround(terms, made.terms, change.day);
        const goesOn = statesAmong(membersOn(terms, change.day));
        expect(after).toEqual(
          [...new Set([...goesOn.filter((of) => !change.remove.includes(of)), ...change.add])].sort(),
        );
        // The day before stays as it was.
        expect(statesAmong(membersOn(made.terms, dayBefore(change.day))).sort()).toEqual(before);
      }),
    );
  });

  test('leaves the days before it as they were', () => {
    fc.assert(
      fc.property(changes, day, (all, asked) => {
        const terms = grown(all);
        const made = withMembers({ terms }, { day: '2023-01-01', add: ['AE'], remove: [] }, newId);
        expect(made).toHaveProperty('terms');
        expect(membersOn((made as { terms: Term[] }).terms, asked)).toEqual(inOrder(membersOn(terms, asked)));
      }),
    );
  });

  test('is refused by name where a state joins that is there, or leaves that is not', () => {
    const terms = [term('CA', '2018')];
    const fields = (sent: { day?: string; add?: string[]; remove?: string[] }) => {
      const made = withMembers({ terms }, { day: '2020-01-01', add: [], remove: [], ...sent }, newId);
      return 'complaints' in made ? made.complaints.map(({ name, notice }) => [name, notice.values?.['list']]) : made;
    };
    expect(fields({ add: ['ca'] })).toEqual([['add', 'CA']]);
    expect(fields({ remove: ['KE'] })).toEqual([['remove', 'KE']]);
    expect(fields({ add: ['XX'] })).toEqual([['add', undefined]]);
    expect(fields({ day: '2020-02-30', add: ['KE'] })).toEqual([['day', undefined]]);
    expect(fields({})).toEqual([['add', '']]);
  });

  test('is refused where a later term of a state is written down already', () => {
    const made = withMembers({ terms: [term('KE', '2021')] }, { day: '2020-01-01', add: ['KE'], remove: [] }, newId);
    expect(made).toMatchObject({ complaints: [{ name: 'add', notice: { key: 'governance.member-later' } }] });
  });

  test('ends a term of which only the year is known on the day before', () => {
    const made = withMembers({ terms: [term('KE', '2020')] }, { day: '2020-06-01', add: [], remove: ['KE'] }, newId);
    expect(made).toMatchObject({ terms: [{ from: '2020', last: '2020-05-31' }] });
  });
});

describe('A body on a day', () => {
  test('is not there yet, works, has ended, or nobody knows', () => {
    const body = { from: '2009', last: '2014-06', endUnknown: false };
    expect(['2008-12-31', '2009-01-01', '2014-06-30', '2014-07-01'].map((on) => stateOn(body, on))).toEqual([
      'not-yet',
      'works',
      'works',
      'ended',
    ]);
    expect(stateOn({ from: '2009', last: null, endUnknown: true }, '2020-01-01')).toBe('unknown');
    expect(stateOn({ from: null, last: null, endUnknown: false }, '1999-01-01')).toBe('works');
    expect(takesIn({ from: '2009', last: null }, '2026-11-24')).toBe(true);
  });
});
