import type { ComponentProps } from 'svelte';
import type SiteHeader from '#ui/components/SiteHeader.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof SiteHeader>> = {
  width: 'whole',
  examples: [
    { state: 'usual', props: () => ({ path: '/style/site-header' }) },
    { state: 'chosen', props: () => ({ path: '/practices' }) },
  ],
};
