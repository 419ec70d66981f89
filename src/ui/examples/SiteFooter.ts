import type { ComponentProps } from 'svelte';
import type SiteFooter from '#ui/components/SiteFooter.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof SiteFooter>> = {
  width: 'whole',
  examples: [{ state: 'usual', props: () => ({ path: '/style/site-footer' }) }],
};
