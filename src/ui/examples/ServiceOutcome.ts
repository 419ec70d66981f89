import type { ComponentProps } from 'svelte';
import type ServiceOutcome from '#ui/components/ServiceOutcome.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, TITLE } from '#ui/style/material.ts';

const props = ({ link }: Language) => ({ others: link('/sign-in'), again: link('/sign-in') });

export const book: Examples<ComponentProps<typeof ServiceOutcome>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({ ...props(language), outcome: 'unknown', name: inWords(language, TITLE) }),
    },
    {
      state: 'long',
      props: (language) => ({ ...props(language), outcome: 'untrusted', name: inWords(language, LONG_TITLE) }),
    },
  ],
};
