import type { ComponentProps } from 'svelte';
import type PracticeKeeper from '#ui/components/PracticeKeeper.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue } from '#ui/style/material.ts';

type Keeping = ComponentProps<typeof PracticeKeeper>['keeping'];

const keeping = (language: Language): Keeping => ({
  href: catalogue(language),
  change: true,
  confirm: true,
  standing: (['withdraw', 'archive'] as const).map((name, at) => ({
    name,
    label: language.t(`review.keep-${name}`),
    text: language.t(`review.keep-${name}-text`),
    href: catalogue(language, at + 1),
  })),
  mergeHref: null,
});

export const book: Examples<ComponentProps<typeof PracticeKeeper>> = {
  width: 'whole',
  examples: [
    { state: 'usual', props: (language) => ({ keeping: keeping(language) }) },
    { state: 'many', props: (language) => ({ keeping: { ...keeping(language), mergeHref: catalogue(language, 3) } }) },
    {
      state: 'few',
      props: (language) => ({ keeping: { ...keeping(language), change: false, confirm: false } }),
    },
  ],
};
