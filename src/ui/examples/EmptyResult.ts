import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type EmptyResult from '#ui/components/EmptyResult.svelte';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, sdg } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof EmptyResult>> = {
  width: 'whole',
  examples: [
    {
      state: 'few',
      props: (language) => ({
        didYouMean: null,
        relax: [
          {
            ...sdg(language, '10.7'),
            facetLabel: language.t('site.facet-target'),
            href: catalogue(language, 1),
            total: 1,
          },
          {
            code: '',
            label: countryName('FJ', language.locale),
            facetLabel: language.t('site.facet-country'),
            href: catalogue(language, 2),
            total: 1_204,
          },
        ],
        clearHref: catalogue(language),
        gap: false,
      }),
    },
    {
      state: 'suggested',
      props: (language) => ({
        didYouMean: { label: 'remittances', href: language.link('/practices?q=remittances') },
        relax: [],
        clearHref: catalogue(language),
        gap: false,
      }),
    },
    {
      state: 'empty',
      props: (language) => ({ didYouMean: null, relax: [], clearHref: catalogue(language), gap: false }),
    },
    {
      state: 'plain',
      props: (language) => ({ didYouMean: null, relax: [], clearHref: catalogue(language), gap: true }),
    },
  ],
};
