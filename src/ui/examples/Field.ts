import type { ComponentProps } from 'svelte';
import type Field from '#ui/components/Field.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof Field>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: (language) => ({ name: 'name', label: language.t('accounts.name') }) },
    {
      state: 'chosen',
      props: (language) => ({ name: 'name', label: language.t('accounts.name'), value: inWords(language, TITLE) }),
    },
    {
      state: 'refused',
      props: (language) => ({
        name: 'email',
        type: 'email',
        label: language.t('accounts.email'),
        hint: language.t('accounts.email-change-text'),
        value: 'amina.example',
        problem: language.t('accounts.bad-email'),
      }),
    },
  ],
};
