import type { ComponentProps } from 'svelte';
import type Breadcrumbs from '#ui/components/Breadcrumbs.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof Breadcrumbs>> = {
  width: 'small',
  examples: [
    {
      state: 'few',
      props: (language) => ({
        steps: [{ label: language.t('site.nav-practices'), href: language.link('/practices') }],
        here: inWords(language, TITLE),
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        steps: [
          { label: language.t('site.nav-practices'), href: language.link('/practices') },
          { label: language.t('site.nav-sdgs'), href: language.link('/sdgs') },
          { label: inWords(language, TITLE), href: language.link('/sdgs/10') },
        ],
        here: inWords(language, LONG_TITLE),
      }),
    },
  ],
};
