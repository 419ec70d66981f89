import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type DefinitionList from '#ui/components/DefinitionList.svelte';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE, paragraph, SUMMARY } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof DefinitionList>> = {
  width: 'small',
  examples: [
    {
      state: 'few',
      props: (language) => ({
        facts: [
          { term: language.t('site.fact-where'), value: countryName('MA', language.locale) },
          { term: language.t('site.fact-when'), value: '2017–2020' },
          { term: language.t('site.fact-partners'), value: null },
          { term: language.t('site.fact-status'), value: language.t('site.status-completed') },
        ],
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        facts: [
          { term: language.t('site.fact-partners'), value: inWords(language, LONG_TITLE) },
          { term: language.t('site.side-summary'), value: paragraph(inWords(language, SUMMARY)) },
        ],
      }),
    },
  ],
};
