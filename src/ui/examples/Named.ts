import type { ComponentProps } from 'svelte';
import { labelIn } from '#vocab/language.ts';
import type Named from '#ui/components/Named.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, otherWay, sdg, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof Named>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: (language) => ({ code: '10.c', label: sdg(language, '10.c').label }) },
    { state: 'plain', props: (language) => ({ code: '', label: inWords(language, TITLE) }) },
    { state: 'foreign', props: (language) => ({ code: '10.c', label: labelIn(TITLE, otherWay(language)) }) },
  ],
};
