import type { ComponentProps } from 'svelte';
import type FieldChanges from '#ui/components/FieldChanges.svelte';
import { countryName } from '#vocab/countries.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, TITLE } from '#ui/style/material.ts';

export const book: Examples<ComponentProps<typeof FieldChanges>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        fields: [
          {
            label: language.t('site.field-title'),
            list: false,
            changes: [
              { text: inWords(language, TITLE), change: 'same' },
              { text: ' 2018', change: 'removed' },
              { text: ' 2026', change: 'added' },
            ],
          },
          {
            label: language.t('site.field-countries'),
            list: true,
            changes: [
              { text: countryName('KE', language.locale), change: 'same' },
              { text: countryName('UG', language.locale), change: 'added' },
            ],
          },
        ],
      }),
    },
  ],
};
