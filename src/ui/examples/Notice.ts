import type { ComponentProps } from 'svelte';
import type Notice from '#ui/components/Notice.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, paragraph, SUMMARY } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof Notice>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: (language) => ({ children: paragraph(language.t('site.compare-same')) }) },
    {
      state: 'waiting',
      props: (language) => ({
        waits: true,
        title: language.t('site.address-problems'),
        children: paragraph(language.t('site.empty-advice')),
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        title: inWords(language, LONG_TITLE),
        children: paragraph(inWords(language, SUMMARY)),
      }),
    },
  ],
};
