import type { ComponentProps } from 'svelte';
import type LongField from '#ui/components/LongField.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, SUMMARY } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof LongField>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: (language) => ({ name: 'message', label: language.t('replication.message') }) },
    {
      state: 'chosen',
      props: (language) => ({
        name: 'message',
        label: language.t('replication.message'),
        value: inWords(language, SUMMARY),
      }),
    },
    {
      state: 'refused',
      props: (language) => ({
        name: 'message',
        label: language.t('replication.message'),
        hint: language.t('replication.ask-address'),
        problem: language.t('replication.no-message'),
      }),
    },
  ],
};
