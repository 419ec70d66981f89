import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type TroikaSeats from '#ui/components/TroikaSeats.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const seats = ({ locale, t, link }: Language, chairs: [string, string[]][]) => ({
  edition: '13 (2020)',
  seats: chairs.map(([part, states]) => ({
    label: t(`governance.part-${part}`),
    present: part === 'current',
    empty: t('governance.troika-nobody'),
    states: states.map((code) => ({ name: countryName(code, locale), href: link(`/places/${code}`) })),
  })),
});

export const book: Examples<ComponentProps<typeof TroikaSeats>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        troika: seats(language, [
          ['previous', ['EC']],
          ['current', ['AE']],
          ['next', []],
        ]),
      }),
    },
    {
      state: 'many',
      props: (language) => ({
        troika: seats(language, [
          ['previous', ['BD']],
          ['current', ['DE', 'MA']],
          ['next', ['EC']],
        ]),
      }),
    },
  ],
};
