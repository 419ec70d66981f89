import type { ComponentProps } from 'svelte';
import type CountList from '#ui/components/CountList.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { countries, inWords, LONG_TITLE, sdg } from '#ui/style/material.ts';

const title = ({ t }: Language) => t('site.facet-country');

export const book: Examples<ComponentProps<typeof CountList>> = {
  width: 'small',
  examples: [
    { state: 'empty', nothing: true, props: (language) => ({ title: title(language), counts: [] }) },
    { state: 'one', props: (language) => ({ title: title(language), counts: countries(language, 1) }) },
    { state: 'many', props: (language) => ({ title: title(language), counts: countries(language, 12) }) },
    {
      state: 'long',
      props: (language) => ({
        title: language.t('site.facet-target'),
        counts: [
          { ...sdg(language, '10.7'), count: 123_456, depth: 0 },
          { code: '', label: inWords(language, LONG_TITLE), count: 7, depth: 0, href: language.link('/practices') },
        ],
      }),
    },
    {
      state: 'nested',
      props: (language) => ({
        title: language.t('site.facet-region'),
        counts: countries(language, 3).map((count, at) => ({ ...count, depth: at })),
      }),
    },
  ],
};
