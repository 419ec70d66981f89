import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { labelIn } from '#vocab/language.ts';
import type FilterChips from '#ui/components/FilterChips.svelte';
import type { Language } from '#ui/language.ts';
import type { ChipView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, LONG_TITLE, otherWay, sdg, TITLE } from '#ui/style/material.ts';

const target = (language: Language, code: string, at: number): ChipView => ({
  ...sdg(language, code),
  facetLabel: language.t('site.facet-target'),
  removeHref: catalogue(language, at),
});

const words = (language: Language, text: string): ChipView => ({
  code: '',
  label: text,
  facetLabel: language.t('site.empty-text'),
  removeHref: catalogue(language, 9),
});

export const book: Examples<ComponentProps<typeof FilterChips>> = {
  width: 'small',
  examples: [
    {
      state: 'one',
      props: (language) => ({
        chips: [
          {
            code: '',
            label: countryName('PH', language.locale),
            facetLabel: language.t('site.facet-country'),
            removeHref: catalogue(language, 1),
          },
        ],
        clearHref: catalogue(language),
      }),
    },
    {
      state: 'many',
      props: (language) => ({
        chips: ['1.3', '5.4', '8.8', '10.7', '10.c', '17.18'].map((code, at) => target(language, code, at + 1)),
        clearHref: catalogue(language),
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        chips: [words(language, labelIn(LONG_TITLE, language.locale))],
        clearHref: catalogue(language),
      }),
    },
    {
      state: 'foreign',
      props: (language) => ({
        chips: [words(language, labelIn(TITLE, otherWay(language)))],
        clearHref: catalogue(language),
      }),
    },
  ],
};
