import type { ComponentProps } from 'svelte';
import type SkipLink from '#ui/components/SkipLink.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof SkipLink>> = {
  width: 'small',
  examples: [{ state: 'usual', props: ({ t }) => ({ target: 'main', label: t('site.skip') }) }],
};
