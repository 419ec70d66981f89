import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { labelIn } from '#vocab/language.ts';
import type LineageTree from '#ui/components/LineageTree.svelte';
import type { Language } from '#ui/language.ts';
import { type LineageNode, lineagePicture } from '#ui/lineage-picture.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, inWords, LONG_TITLE, otherWay, TITLE } from '#ui/style/material.ts';

const node = (
  language: Language,
  number: number,
  generation: number,
  from: number[],
  changes: Partial<LineageNode> = {},
) => ({
  id: String(number),
  title: `${inWords(language, TITLE)} ${number}`,
  lang: language.locale,
  fact: `${countryName('KE', language.locale)} · 2017`,
  href: catalogue(language, number),
  generation,
  replicates: from.map(String),
  ...changes,
});

const few = (language: Language, changes: Partial<LineageNode> = {}) => [
  node(language, 1, -1, []),
  node(language, 2, 0, [1], changes),
  node(language, 3, 1, [2]),
  node(language, 4, 1, [2, 1]),
];

export const book: Examples<ComponentProps<typeof LineageTree>> = {
  width: 'whole',
  examples: [
    { state: 'few', props: (language) => ({ picture: lineagePicture(few(language), language.locale) }) },
    {
      state: 'many',
      props: (language) => ({
        picture: lineagePicture(
          [
            ...few(language),
            ...Array.from({ length: 6 }, (_, at) => node(language, 5 + at, 2 + (at % 3), [3 + (at % 2)])),
          ],
          language.locale,
        ),
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        picture: lineagePicture(few(language, { title: inWords(language, LONG_TITLE) }), language.locale),
      }),
    },
    {
      state: 'foreign',
      props: (language) => {
        const lang = otherWay(language);
        return { picture: lineagePicture(few(language, { lang, title: labelIn(TITLE, lang) }), language.locale) };
      },
    },
  ],
};
