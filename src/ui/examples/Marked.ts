import type { ComponentProps } from 'svelte';
import type Marked from '#ui/components/Marked.svelte';
import type { PieceView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, SUMMARY, unmarked } from '#ui/style/material.ts';

/** Every third word found. */
const someFound = (text: string): PieceView[] =>
  text.split(/(?<= )/).map((word, at) => ({ text: word, hit: at % 3 === 0 }));

export const book: Examples<ComponentProps<typeof Marked>> = {
  width: 'small',
  examples: [
    { state: 'found', props: (language) => ({ pieces: someFound(inWords(language, SUMMARY)) }) },
    { state: 'plain', props: (language) => ({ pieces: unmarked(inWords(language, SUMMARY)) }) },
    {
      state: 'foreign',
      props: () => ({ pieces: [...unmarked('10.7 '), { text: 'التحويلات remittances', hit: true }] }),
    },
  ],
};
