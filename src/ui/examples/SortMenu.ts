import type { ComponentProps } from 'svelte';
import type SortMenu from '#ui/components/SortMenu.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof SortMenu>> = {
  width: 'small',
  examples: [
    {
      state: 'chosen',
      props: ({ t, link }) => ({
        sorts: ['relevance', 'newest', 'name', 'start'].map((value, at) => ({
          value,
          label: t(`site.sort-${value}`),
          selected: at === 1,
          href: link(`/practices?sort=${value}`),
        })),
      }),
    },
  ],
};
