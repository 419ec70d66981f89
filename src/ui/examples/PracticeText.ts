import type { ComponentProps } from 'svelte';
import type PracticeText from '#ui/components/PracticeText.svelte';
import { countryName } from '#vocab/countries.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, inWords, sdg, SUMMARY, TITLE } from '#ui/style/material.ts';

const little = (language: Language): ComponentProps<typeof PracticeText>['text'] => ({
  lang: language.locale,
  language: language.locale,
  summary: [],
  summaryLang: language.locale,
  told: [],
  translatedInto: [],
  owner: '',
  attachments: [],
  confirmed: null,
  stale: null,
  where: countryName('NP', language.locale),
  years: '2019',
  kind: null,
  status: language.t('site.status-completed'),
  sdg: [],
  gcm: [],
  themes: [],
  stakeholders: [],
  countries: [],
  beyondCountries: true,
  partners: [],
  links: [],
  source: null,
});

export const book: Examples<ComponentProps<typeof PracticeText>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => {
        const { locale, link } = language;
        return {
          level: 3,
          text: {
            ...little(language),
            summary: [inWords(language, SUMMARY), inWords(language, TITLE)],
            kind: kindLabel('programme', locale),
            sdg: ['8.8', '10.c'].map((code) => ({ ...sdg(language, code), goalLabel: sdg(language, code).label })),
            gcm: [{ code: '6', label: inWords(language, TITLE), href: link('/gcm/6') }],
            themes: [{ label: themeLabel('labour-mobility', locale), href: catalogue(language, 8) }],
            stakeholders: [{ label: stakeholderLabel('state', locale), href: catalogue(language, 9) }],
            countries: [{ name: countryName('NP', locale), href: link('/places/NP') }],
            beyondCountries: false,
            partners: [inWords(language, TITLE)],
          },
        };
      },
    },
    { state: 'empty', props: (language) => ({ level: 3, text: little(language) }) },
  ],
};
