import type { ComponentProps } from 'svelte';
import type OriginalTitle from '#ui/components/OriginalTitle.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof OriginalTitle>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        title: {
          text: inWords(language, TITLE),
          lang: language.locale,
          original: { text: 'Passeport de compétences', lang: 'fr' },
        },
      }),
    },
  ],
};
