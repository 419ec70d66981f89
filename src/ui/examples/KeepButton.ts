import type { ComponentProps } from 'svelte';
import type KeepButton from '#ui/components/KeepButton.svelte';
import type { Examples } from '#ui/style/example.ts';

/** What is kept here is not there: the collection leaves out what it does not know, so that trying it does nothing. */
const props = { slug: 'an-example', back: '/style/keep-button' };

export const book: Examples<ComponentProps<typeof KeepButton>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: () => ({ ...props, kept: false }) },
    { state: 'chosen', props: () => ({ ...props, kept: true }) },
  ],
};
