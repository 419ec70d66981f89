import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { labelIn } from '#vocab/language.ts';
import type LineageList from '#ui/components/LineageList.svelte';
import type { Language } from '#ui/language.ts';
import type { LineageNodeView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, inWords, LONG_TITLE, otherWay, TITLE } from '#ui/style/material.ts';

const node = (language: Language, number: number, changes: Partial<LineageNodeView> = {}): LineageNodeView => ({
  href: catalogue(language, number),
  lang: language.locale,
  title: `${inWords(language, TITLE)} ${number}`,
  where: countryName('KE', language.locale),
  years: '2017–2020',
  also: null,
  next: [],
  ...changes,
});

export const book: Examples<ComponentProps<typeof LineageList>> = {
  width: 'small',
  examples: [
    { state: 'one', props: (language) => ({ nodes: [node(language, 1)] }) },
    {
      state: 'nested',
      props: (language) => ({
        nodes: [
          node(language, 1, { next: [node(language, 2, { next: [node(language, 3)] }), node(language, 4)] }),
          node(language, 5, { also: language.t('lineage.also-from', { list: inWords(language, TITLE) }) }),
        ],
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        nodes: [node(language, 1, { title: inWords(language, LONG_TITLE), next: [node(language, 2)] })],
      }),
    },
    {
      state: 'foreign',
      props: (language) => {
        const lang = otherWay(language);
        return { nodes: [node(language, 1, { lang, title: labelIn(TITLE, lang), next: [node(language, 2)] })] };
      },
    },
  ],
};
