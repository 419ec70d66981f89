import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { dayAfter, daysBetween, type MilestoneContent } from './model.ts';
import { isWeekend, movedTo, movingBetween, titleMoved } from './moving.ts';

const day = fc
  .integer({ min: 10_000, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const distance = fc.integer({ min: -500, max: 200 });
const years = fc
  .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 3 }))
  .map(([first, count]) => Array.from({ length: count }, (_, at) => first + at));
/** The years of an edition and of the next one. */
const twoEditions = fc
  .tuple(years, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .map(([old, later, count]) => [old, Array.from({ length: count }, (_, at) => old.at(-1)! + later + at)] as const);

const milestone = (more: Partial<MilestoneContent> = {}): MilestoneContent => ({
  kind: 'other',
  title: { en: 'Call for inputs' },
  note: {},
  from: null,
  due: '2020-06-01',
  role: null,
  of: null,
  who: '',
  public: false,
  url: '',
  remind: [],
  ...more,
});
const weekday = (one: string) => new Date(`${one}T00:00:00Z`).getUTCDay();

test('nothing that stood on a working day falls on a weekend, unless the Summit itself was put there', () => {
  fc.assert(
    fc.property(
      twoEditions,
      day,
      fc.option(day, { nil: null }),
      distance,
      fc.nat({ max: 9 }),
      (both, old, next, far, long) => {
        const due = dayAfter(old, far);
        const from = long === 0 ? null : dayAfter(due, -long);
        fc.pre((from ?? due) !== old);
        const [moved] = movedTo(
          [milestone({ from, due })],
          { years: both[0], summit: old },
          { years: both[1], summit: next },
        );
        if (!isWeekend(due)) expect(isWeekend(moved!.due)).toBe(false);
        if (from && !isWeekend(from)) expect(isWeekend(moved!.from ?? moved!.due)).toBe(false);
        expect((moved!.from ?? moved!.due) <= moved!.due).toBe(true);
      },
    ),
  );
});

test('without a day of the Summit everything keeps its weekday, its distance from everything else, and nearly its day of the year', () => {
  fc.assert(
    fc.property(twoEditions, fc.array(distance, { minLength: 1, maxLength: 8 }), ([old, next], days) => {
      const year = days.map((far) => milestone({ due: dayAfter(`${old.at(-1)}-10-01`, far) }));
      const moved = movedTo(year, { years: old, summit: null }, { years: next, summit: null });
      const gaps = (list: MilestoneContent[]) => list.map(({ due }) => daysBetween(list[0]!.due, due));
      expect(moved.map(({ due }) => weekday(due))).toEqual(year.map(({ due }) => weekday(due)));
      expect(gaps(moved)).toEqual(gaps(year));
      moved.forEach(({ due }, at) => {
        const later = next.at(-1)! - old.at(-1)!;
        const [before] = [year[at]!.due.replace('-02-29', '-02-28')];
        const same = `${Number(before.slice(0, 4)) + later}${before.slice(4)}`;
        expect(Math.abs(daysBetween(same, due))).toBeLessThanOrEqual(5);
      });
    }),
  );
});

test('with both days of the Summit a year stands as far from the new one as from the old one, or a day beside a weekend', () => {
  fc.assert(
    fc.property(day, day, fc.array(distance, { maxLength: 8 }), (old, next, days) => {
      const year = [0, ...days].map((far) => milestone({ due: dayAfter(old, far) }));
      const moved = movedTo(year, { years: [2019], summit: old }, { years: [2020], summit: next });
      expect(moved[0]!.due).toBe(next);
      moved.forEach(({ due }, at) => {
        const exact = dayAfter(next, [0, ...days][at]!);
        expect(Math.abs(daysBetween(exact, due))).toBeLessThanOrEqual(isWeekend(exact) ? 1 : 0);
      });
    }),
  );
});

test('a Summit that was planned from a Saturday begins on that Saturday, and lasts as long', () => {
  const summit = milestone({ kind: 'summit', from: '2020-10-19', due: '2020-10-23' });
  expect(
    movedTo([summit], { years: [2020], summit: '2020-10-19' }, { years: [2022], summit: '2022-10-15' }),
  ).toMatchObject([{ from: '2022-10-15', due: '2022-10-19' }]);
  expect(movingBetween({ years: [2020], summit: null }, { years: [2022], summit: '2022-10-15' })).toEqual({
    by: 'years',
    years: 2,
    days: 728,
  });
});

test('the old edition’s years move along in titles, in every language and its digits', () => {
  const moved = titleMoved(
    { en: 'Summit 2020', fr: 'Sommet 2020 (2020)', es: 'Cumbre: 2020.', ar: 'قمة ٢٠٢٠' },
    [2020],
    [2021, 2022],
  );
  expect(moved).toEqual({ en: 'Summit 2022', fr: 'Sommet 2022 (2022)', es: 'Cumbre: 2022.', ar: 'قمة ٢٠٢٢' });
  const pair = (text: string, to: number[]) => titleMoved({ en: text }, [2017, 2018], to).en;
  expect(pair('Forum 2017–2018', [2019])).toBe('Forum 2019');
  expect(pair('Forum 2017 / 2018', [2019, 2020])).toBe('Forum 2019 / 2020');
  expect(pair('Meeting 2017, Summit 2018', [2020])).toBe('Meeting 2019, Summit 2020');
});

test('no other number moves: of the 2030 Agenda, of another year, of a date, of a part of a longer one', () => {
  const kept = '2030 Agenda, 2019, 12020, 20201, 2020-10-19, 19.10.2020, 2020/21, MICIC2, £2,020';
  expect(titleMoved({ en: kept }, [2020], [2022])).toEqual({ en: kept });
  const words = fc.stringMatching(/^[^0-9٠-٩۰-۹]{0,30}$/u);
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      words,
      words,
      twoEditions,
      fc.integer({ min: 1000, max: 9999 }),
      (locale, a, b, [old, next], number) => {
        const later = next.at(-1)! - old.at(-1)!;
        const title = { [locale]: `${a}x ${number} y${b}` };
        const wanted = old.includes(number) ? number + later : number;
        expect(titleMoved(title, old, next)).toEqual({ [locale]: `${a}x ${wanted} y${b}` });
      },
    ),
  );
});

test('moved there and back again a title is what it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2000, max: 2090 }), fc.integer({ min: 1, max: 4 }), (year, later) => {
      const title = { en: `Summit ${year}`, ar: `قمة ${year}` };
      expect(titleMoved(titleMoved(title, [year], [year + later]), [year + later], [year])).toEqual(title);
    }),
  );
});
