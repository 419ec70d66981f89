import { dateFormat } from '#vocab/dates.ts';
import type { ComponentProps } from 'svelte';
import type YearLine from '#ui/components/YearLine.svelte';
import type { Language } from '#ui/language.ts';
import type { MilestoneStanding } from '#ui/planning-views.ts';
import { layOutYear, type LineEntry } from '#ui/year-line.ts';
import type { Examples } from '#ui/style/example.ts';

const TODAY = '2020-06-10';
const STANDINGS: MilestoneStanding[] = ['done', 'late', 'now', 'soon', 'ahead', 'ahead'];

function line({ locale, t, link }: Language, entries: LineEntry[]) {
  const drawn = layOutYear(entries, TODAY, locale === 'ar')!;
  const month = dateFormat(locale, { month: 'short' });
  return {
    ...drawn,
    months: drawn.months.map(({ x, day }) => ({ x, label: month.format(new Date(`${day}T12:00:00Z`)) })),
    marks: drawn.marks.map((mark) => {
      const standing = STANDINGS[Number(mark.id)]!;
      return { ...mark, standing, label: t(`planning.standing-${standing}`), href: link('/planning') };
    }),
    said: t('planning.line-text', { done: 1, late: entries.length > 1 ? 1 : 0, all: entries.length }),
  };
}

const on = (id: number, due: string, from: string | null = null): LineEntry => ({ id: String(id), due, from });

export const book: Examples<ComponentProps<typeof YearLine>> = {
  width: 'whole',
  examples: [
    {
      state: 'few',
      props: (language) => ({ title: language.t('planning.line'), line: line(language, [on(0, '2020-03-31')]) }),
    },
    {
      state: 'many',
      props: (language) => ({
        title: language.t('planning.line'),
        line: line(language, [
          on(0, '2020-01-31', '2020-01-06'),
          on(1, '2020-05-20'),
          on(2, '2020-06-12', '2020-06-08'),
          on(3, '2020-06-25'),
          on(4, '2020-06-27'),
          on(5, '2020-10-23', '2020-10-19'),
        ]),
      }),
    },
  ],
};
