import type { ComponentProps } from 'svelte';
import type TroikaList from '#ui/components/TroikaList.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const names = (language: Language) => new Intl.DisplayNames(language.locale, { type: 'region' });
const states = (language: Language, ...codes: string[]) =>
  codes.map((code) => ({ label: names(language).of(code) ?? code, href: language.link(`/places/${code}`) }));

export const book: Examples<ComponentProps<typeof TroikaList>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        troika: {
          previous: states(language, 'GR'),
          current: states(language, 'MX'),
          next: states(language, 'CH'),
          once: false,
        },
      }),
    },
    {
      state: 'few',
      props: (language) => ({
        troika: { previous: states(language, 'BD'), current: states(language, 'DE', 'MA'), next: [], once: true },
      }),
    },
    {
      state: 'last',
      props: (language) => ({
        troika: { previous: states(language, 'EC'), current: states(language, 'AE'), next: [], once: false },
      }),
    },
  ],
};
