import type { ComponentProps } from 'svelte';
import { labelIn } from '#vocab/language.ts';
import type SearchBox from '#ui/components/SearchBox.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, otherWay, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof SearchBox>> = {
  width: 'small',
  examples: [
    { state: 'empty', props: ({ t }) => ({ label: t('site.search-practices') }) },
    {
      state: 'large',
      props: ({ t }) => ({ label: t('site.search-practices'), hint: t('site.search-hint'), large: true }),
    },
    {
      state: 'long',
      props: (language) => ({
        label: language.t('site.search-practices'),
        value: inWords(language, LONG_TITLE).slice(0, 300),
      }),
    },
    {
      state: 'foreign',
      props: (language) => ({
        label: language.t('site.search-practices'),
        value: labelIn(TITLE, otherWay(language)),
      }),
    },
  ],
};
