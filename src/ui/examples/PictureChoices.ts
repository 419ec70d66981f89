import type { ComponentProps } from 'svelte';
import type PictureChoices from '#ui/components/PictureChoices.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { selection } from '#ui/style/material.ts';

const lists = ({ t, link }: Language) => [
  {
    label: t('site.coverage-rows'),
    choices: (['goal', 'target', 'gcm'] as const).map((rows) => ({
      label: t(`site.coverage-rows-${rows}`),
      href: link(`/coverage?rows=${rows}`),
      selected: rows === 'target',
    })),
  },
];

export const book: Examples<ComponentProps<typeof PictureChoices>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({ problems: [], selection: selection(language, 42), lists: lists(language) }),
    },
    {
      state: 'refused',
      props: (language) => ({
        problems: [
          { name: 'goal', detail: language.t('problems.unknown-parameter', { name: 'colour', value: 'green' }) },
        ],
        selection: selection(language, 42),
        lists: lists(language),
      }),
    },
  ],
};
