import type { ComponentProps } from 'svelte';
import type TextChanges from '#ui/components/TextChanges.svelte';
import { countryName } from '#vocab/countries.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, SUMMARY, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof TextChanges>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => {
        const words = inWords(language, SUMMARY).split(' ');
        return {
          lang: language.locale,
          changes: [
            { text: `${words.slice(0, 2).join(' ')} `, change: 'same' },
            { text: words.slice(2, 5).join(' '), change: 'removed' },
            { text: inWords(language, TITLE), change: 'added' },
            { text: ` ${words.slice(5).join(' ')}`, change: 'same' },
          ],
        };
      },
    },
    {
      state: 'many',
      props: ({ locale }) => ({
        list: true,
        changes: [
          { text: countryName('KE', locale), change: 'same' },
          { text: countryName('UG', locale), change: 'removed' },
          { text: countryName('TZ', locale), change: 'added' },
        ],
      }),
    },
  ],
};
