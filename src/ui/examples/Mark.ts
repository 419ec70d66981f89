import type { ComponentProps } from 'svelte';
import type Mark from '#ui/components/Mark.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof Mark>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: () => ({}) },
    { state: 'large', props: () => ({ size: 160 }) },
  ],
};
