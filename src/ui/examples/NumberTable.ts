import type { ComponentProps } from 'svelte';
import type NumberTable from '#ui/components/NumberTable.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof NumberTable>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: ({ t, link }) => ({
        label: t('desk.numbers'),
        numbers: [
          { label: t('desk.n-month'), value: '7', meaning: t('desk.n-month-text') },
          {
            label: t('desk.n-gaps'),
            value: '214',
            meaning: t('desk.n-gaps-text', { all: 300 }),
            href: link('/coverage'),
          },
        ],
      }),
    },
  ],
};
