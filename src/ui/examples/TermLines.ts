import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type TermLines from '#ui/components/TermLines.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof TermLines>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: ({ locale, t, link }) => ({
        label: t('governance.history'),
        lines: {
          first: 2007,
          last: 2020,
          rows: [
            {
              name: countryName('CA', locale),
              href: link('/places/CA'),
              times: [{ when: t('governance.since', { from: '2020', fromIs: 'longer' }), start: 93, length: 7 }],
            },
            {
              name: countryName('KE', locale),
              href: link('/places/KE'),
              times: [
                {
                  when: t('governance.from-to', { from: '2009', fromIs: 'longer', last: '2012', lastIs: 'longer' }),
                  start: 14.3,
                  length: 28.5,
                },
                { when: t('governance.since', { from: '2016', fromIs: 'longer' }), start: 64.3, length: 35.7 },
              ],
            },
          ],
        },
      }),
    },
    { state: 'empty', nothing: true, props: () => ({ label: '', lines: { first: 2007, last: 2020, rows: [] } }) },
  ],
};
