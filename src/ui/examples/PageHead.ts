import type { ComponentProps } from 'svelte';
import type PageHead from '#ui/components/PageHead.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, SUMMARY, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof PageHead>> = {
  width: 'whole',
  examples: [
    { state: 'plain', props: (language) => ({ title: inWords(language, TITLE) }) },
    {
      state: 'usual',
      props: (language) => ({
        kicker: language.t('site.nav-practices'),
        title: inWords(language, TITLE),
        lead: inWords(language, SUMMARY),
      }),
    },
    { state: 'long', props: (language) => ({ title: inWords(language, LONG_TITLE) }) },
  ],
};
