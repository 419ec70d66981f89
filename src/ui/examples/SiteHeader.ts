import type { ComponentProps } from 'svelte';
import type SiteHeader from '#ui/components/SiteHeader.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords } from '#ui/style/material.ts';

const NAME = { en: 'Amina Diallo', fr: 'Amina Diallo', es: 'Amina Diallo', ar: 'أمينة ديالو' };

export const book: Examples<ComponentProps<typeof SiteHeader>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: () => ({
        path: '/style/site-header',
        name: null,
        mayInvite: false,
        mayReadDirectory: false,
        mayObserve: false,
        waits: 0,
        kept: 0,
      }),
    },
    {
      state: 'chosen',
      props: () => ({
        path: '/practices',
        name: null,
        mayInvite: false,
        mayReadDirectory: false,
        mayObserve: false,
        waits: 0,
        kept: 0,
      }),
    },
    {
      state: 'signed-in',
      props: (language) => ({
        path: '/',
        name: inWords(language, NAME),
        mayInvite: true,
        mayReadDirectory: true,
        mayObserve: true,
        waits: 3,
        kept: 12,
      }),
    },
  ],
};
