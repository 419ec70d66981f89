import type { ComponentProps } from 'svelte';
import type TextArea from '#ui/components/TextArea.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof TextArea>> = {
  width: 'small',
  examples: [
    {
      state: 'empty',
      props: ({ t }) => ({ name: 'summary', label: t('drafts.label-summary'), hint: t('drafts.hint-summary') }),
    },
    {
      state: 'refused',
      props: (language) => ({
        name: 'links',
        label: language.t('drafts.label-links'),
        value: inWords(language, TITLE),
        problem: language.t('drafts.no-web-address', { read: inWords(language, TITLE) }),
      }),
    },
  ],
};
