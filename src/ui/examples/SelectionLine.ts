import type { ComponentProps } from 'svelte';
import type SelectionLine from '#ui/components/SelectionLine.svelte';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, LONG_TITLE, inWords, selection } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof SelectionLine>> = {
  width: 'small',
  examples: [
    { state: 'plain', props: (language) => ({ selection: { ...selection(language, 1_204), chips: [] } }) },
    { state: 'one', props: (language) => ({ selection: selection(language, 1) }) },
    { state: 'empty', props: (language) => ({ selection: selection(language, 0) }) },
    {
      state: 'long',
      props: (language) => {
        const one = selection(language, 12);
        const words = { code: '', label: inWords(language, LONG_TITLE), facetLabel: language.t('site.picture-words') };
        return { selection: { ...one, chips: [{ ...words, removeHref: catalogue(language, 3) }, ...one.chips] } };
      },
    },
  ],
};
