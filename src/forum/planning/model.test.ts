import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import {
  dayAfter,
  daysBetween,
  formOfMilestone,
  isOwedBy,
  type Milestone,
  type MilestoneContent,
  type MilestoneForm,
  readDay,
  readMilestone,
  remindersDue,
  standingOn,
} from './model.ts';

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const SUMMIT: MilestoneForm = {
  ...Object.fromEntries(LOCALES.flatMap((locale) => [`title-${locale}`, `note-${locale}`].map((name) => [name, '']))),
  'title-en': 'The Summit',
  kind: 'summit',
  from: '2020-10-19',
  due: '2020-10-23',
  owes: 'chair',
  who: '',
  url: '',
  remind: '14, 3',
  public: true,
} as MilestoneForm;

const milestone = (more: Partial<Milestone> = {}): Milestone => ({
  ...(readMilestone(SUMMIT) as MilestoneContent),
  id: 'a',
  edition: 'b',
  version: 1,
  done: null,
  ...more,
});

const complaintsOf = (more: Partial<MilestoneForm>) => {
  const read = readMilestone({ ...SUMMIT, ...more });
  return 'complaints' in read ? read.complaints.map(({ name }) => name) : [];
};

test('a milestone is read as it is typed, and what is wrong is named by its field', () => {
  expect(readMilestone(SUMMIT)).toMatchObject({
    from: '2020-10-19',
    due: '2020-10-23',
    role: 'chair',
    remind: [14, 3],
  });
  expect(complaintsOf({ 'title-en': ' ', due: '2020-02-30', from: 'soon' })).toEqual(['title-en', 'due', 'from']);
  expect(complaintsOf({ from: '2020-10-24' })).toEqual(['from']);
  expect(complaintsOf({ kind: 'party', owes: 'king', url: 'javascript:alert(1)' })).toEqual(['kind', 'owes', 'url']);
  expect(complaintsOf({ owes: 'mechanism-coordinator:business', url: '/forum', remind: '' })).toEqual([]);
  expect(complaintsOf({ owes: 'mechanism-coordinator:opera' })).toEqual(['owes']);
  expect(complaintsOf({ url: '//elsewhere.example' })).toEqual(['url']);
  expect(complaintsOf({ remind: '14; 3, 3 ، 1' })).toEqual([]);
  expect(complaintsOf({ remind: '1 2 3 4 5 6' })).toEqual(['remind']);
  expect(complaintsOf({ remind: '-1' })).toEqual(['remind']);
});

test('whatever is typed is read or refused by name, and reads the same once more', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom('', 'chair', 'summit', '2020-10-19'),
  );
  const typed = fc.record(Object.fromEntries(Object.keys(SUMMIT).map((name) => [name, text])));
  fc.assert(
    fc.property(typed, day, fc.boolean(), (form, due, isPublic) => {
      const read = readMilestone({
        ...SUMMIT,
        ...form,
        kind: 'other',
        due,
        from: '',
        public: isPublic,
      } as MilestoneForm);
      if ('complaints' in read) expect(read.complaints.length).toBeGreaterThan(0);
      else expect(readMilestone(formOfMilestone(read))).toEqual(read);
    }),
  );
});

test('days are counted right over months, years and leap days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
      expect(daysBetween(from, dayAfter(from, days))).toBe(days);
      expect(readDay(from)).toBe(from);
    }),
  );
  expect([readDay('2020-02-29'), readDay('2021-02-29'), readDay('2020-2-9'), readDay('')]).toEqual([
    '2020-02-29',
    null,
    null,
    null,
  ]);
});

test('how a milestone stands follows from its days', () => {
  const on = (today: string) => standingOn(milestone(), today);
  expect(['2020-09-01', '2020-10-01', '2020-10-19', '2020-10-23', '2020-10-24'].map(on)).toEqual([
    'ahead',
    'soon',
    'now',
    'now',
    'late',
  ]);
  expect(standingOn(milestone({ done: { at: new Date(), by: 'A' } }), '2030-01-01')).toBe('done');
});

test('a reminder comes once, as many days before as asked for; after a long stop only what is still ahead', () => {
  const due = (today: string, given: number[] = []) => remindersDue(milestone(), given, today);
  expect(due('2020-10-08')).toEqual([]);
  expect(due('2020-10-09')).toEqual([14]);
  expect(due('2020-10-10', [14])).toEqual([]);
  expect(due('2020-10-20', [14])).toEqual([3]);
  expect(due('2020-10-22')).toEqual([14, 3]);
  expect(due('2020-10-24')).toEqual([]);
});

test('a role of one mechanism is owed by its coordinators alone, a role of nothing by all who hold it', () => {
  const business = { roles: [{ role: 'mechanism-coordinator', of: 'business' }] };
  expect(isOwedBy({ role: 'mechanism-coordinator', of: 'business' }, business)).toBe(true);
  expect(isOwedBy({ role: 'mechanism-coordinator', of: 'mayors' }, business)).toBe(false);
  expect(isOwedBy({ role: 'mechanism-coordinator', of: null }, business)).toBe(true);
  expect(isOwedBy({ role: null, of: null }, business)).toBe(false);
});
