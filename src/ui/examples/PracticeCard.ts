import type { ComponentProps } from 'svelte';
import { labelIn, type Locale } from '#vocab/language.ts';
import type PracticeCard from '#ui/components/PracticeCard.svelte';
import type { Examples } from '#ui/style/example.ts';
import { card, inWords, LONG_TITLE, otherWay, sdg, SUMMARY, TITLE, unmarked } from '#ui/style/material.ts';

const languageIn = (locale: Locale, language: Locale): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;

const MANY = ['1.3', '3.8', '4.3', '5.2', '8.5', '8.7', '8.8', '10', '10.2', '10.7', '10.c', '13.1', '16.2', '17.18'];

export const book: Examples<ComponentProps<typeof PracticeCard>> = {
  width: 'whole',
  examples: [
    { state: 'usual', props: (language) => ({ card: card(language) }) },
    {
      state: 'empty',
      props: (language) => ({
        card: card(language, { where: [], years: '', kind: null, sdg: [], source: '', summaryPieces: [] }),
      }),
    },
    {
      state: 'many',
      props: (language) => ({ card: card(language, { sdg: MANY.map((code) => sdg(language, code)) }) }),
    },
    {
      state: 'long',
      props: (language) => ({
        card: card(language, {
          title: inWords(language, LONG_TITLE),
          summaryPieces: unmarked(`${inWords(language, SUMMARY)} `.repeat(4)),
        }),
      }),
    },
    {
      state: 'found',
      props: (language) => ({
        card: card(language, {
          titlePieces: inWords(language, TITLE)
            .split(/(?<= )/)
            .map((text, at) => ({ text, hit: at === 0 })),
        }),
      }),
    },
    {
      state: 'translated',
      props: (language) => ({
        card: card(language, {
          translated: language.t('site.translated-from', {
            language: languageIn(language.locale, otherWay(language)),
          }),
        }),
      }),
    },
    {
      state: 'foreign',
      props: (language) => {
        const lang = otherWay(language);
        return {
          card: card(language, {
            lang,
            summaryLang: lang,
            translated: language.t('site.only-in', { language: languageIn(language.locale, lang) }),
            title: labelIn(TITLE, lang),
            titlePieces: unmarked(labelIn(TITLE, lang)),
            summaryPieces: unmarked(labelIn(SUMMARY, lang)),
          }),
        };
      },
    },
  ],
};
