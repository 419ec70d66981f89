import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type ContactCard from '#ui/components/ContactCard.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const focalPoint = ({ locale, t }: Language) => [
  t('accounts.role-of', { role: t('accounts.role-focal-point'), of: countryName('KE', locale) }),
];

export const book: Examples<ComponentProps<typeof ContactCard>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        contact: {
          roles: focalPoint(language),
          name: 'Amina Otieno',
          post: language.t('accounts.role-chair'),
          organisation: 'Wizara ya Mambo ya Ndani',
          email: 'amina.otieno@interior.example.org',
          phone: { text: '+254 20 222 22 22', number: '+254202222222' },
        },
      }),
    },
    { state: 'empty', props: (language) => ({ contact: { roles: focalPoint(language) } }) },
  ],
};
