import type { ComponentProps } from 'svelte';
import type YearBars from '#ui/components/YearBars.svelte';
import type { Language } from '#ui/language.ts';
import type { YearsView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

const years = ({ link }: Language, first: number, last: number): YearsView =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    year: String(first + at),
    count: (at * 7) % 24,
    href: link(`/practices?year=${first + at}`),
  }));

export const book: Examples<ComponentProps<typeof YearBars>> = {
  width: 'small',
  examples: [
    { state: 'empty', nothing: true, props: ({ t }) => ({ title: t('site.topic-years'), years: [] }) },
    {
      state: 'few',
      props: (language) => ({ title: language.t('site.topic-years'), years: years(language, 2018, 2020) }),
    },
    {
      state: 'many',
      props: (language) => ({ title: language.t('site.topic-years'), years: years(language, 2001, 2020) }),
    },
  ],
};
