import type { ComponentProps } from 'svelte';
import type OnDay from '#ui/components/OnDay.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof OnDay>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: ({ link }) => ({
        href: link('/governance'),
        on: { day: '2026-11-24', words: null, typed: '', problem: undefined },
      }),
    },
    {
      state: 'chosen',
      props: ({ t, link }) => ({
        href: link('/governance'),
        on: { day: '2018-06-01', words: t('governance.on-day', { day: '2018-06-01' }), typed: '', problem: undefined },
      }),
    },
    {
      state: 'refused',
      props: ({ t, link }) => ({
        href: link('/governance'),
        on: {
          day: '2026-11-24',
          words: null,
          typed: '2018-02-30',
          problem: t('governance.bad-whole-day', { text: '2018-02-30' }),
        },
      }),
    },
  ],
};
