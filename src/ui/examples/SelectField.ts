import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type SelectField from '#ui/components/SelectField.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const field = ({ locale, t }: Language) => ({
  name: 'state',
  label: t('site.facet-country'),
  choices: ['KE', 'MA', 'DE', 'PH'].map((value) => ({ value, label: countryName(value, locale) })),
});

export const book: Examples<ComponentProps<typeof SelectField>> = {
  width: 'small',
  examples: [
    { state: 'empty', props: (language) => ({ ...field(language), none: '–' }) },
    { state: 'chosen', props: (language) => ({ ...field(language), value: 'MA' }) },
    {
      state: 'refused',
      props: (language) => ({ ...field(language), none: '–', problem: language.t('site.empty-advice') }),
    },
  ],
};
