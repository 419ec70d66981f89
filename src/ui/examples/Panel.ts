import type { ComponentProps } from 'svelte';
import type Panel from '#ui/components/Panel.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, paragraph, SUMMARY } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof Panel>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        title: language.t('accounts.email-change'),
        children: paragraph(language.t('accounts.email-change-text')),
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
