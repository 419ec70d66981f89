import type { ComponentProps } from 'svelte';
import type HeatLegend from '#ui/components/HeatLegend.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof HeatLegend>> = {
  width: 'small',
  examples: [
    { state: 'empty', props: () => ({ classes: [] }) },
    { state: 'one', props: () => ({ classes: [{ level: 1, least: 1, most: 1 }] }) },
    {
      state: 'many',
      props: ({ t }) => ({
        classes: [
          { level: 1, least: 1, most: 12 },
          { level: 2, least: 13, most: 99 },
          { level: 3, least: 120, most: 480 },
          { level: 4, least: 1_204, most: 12_400 },
        ],
        other: t('map.legend-other'),
      }),
    },
  ],
};
