import type { ComponentProps } from 'svelte';
import type SdgTile from '#ui/components/SdgTile.svelte';
import type { Examples } from '#ui/style/example.ts';
import { sdg } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof SdgTile>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: (language) => ({ sdg: sdg(language, '10') }) },
    { state: 'long', props: (language) => ({ sdg: sdg(language, '17.18') }) },
    { state: 'plain', props: (language) => ({ sdg: sdg(language, '10.c'), named: true }) },
  ],
};
