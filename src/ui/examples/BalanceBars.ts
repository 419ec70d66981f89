import type { ComponentProps } from 'svelte';
import { GROUPS, groupLabel } from '#vocab/groups.ts';
import type BalanceBars from '#ui/components/BalanceBars.svelte';
import type { BalanceView } from '#ui/governance-views.ts';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

/** A balance with these seats and what is due, group by group. */
const balance = ({ locale, t }: Language, seats: number[], due: number[], friends: number | null): BalanceView => ({
  seats: seats.reduce((sum, one) => sum + one, 0),
  words: [t('governance.balance-rule')],
  rows: GROUPS.map(({ code }, at) => ({
    name: groupLabel(code, locale),
    seats: seats[at]!,
    due: due[at]!,
    share: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(due[at]! + 0.3),
    membership: [54, 54, 23, 33, 29][at]!,
    friends,
    difference: new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(seats[at]! - due[at]!),
    states: '',
  })),
});

export const book: Examples<ComponentProps<typeof BalanceBars>> = {
  width: 'whole',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        title: language.t('governance.balance'),
        balance: balance(language, [8, 5, 2, 4, 11], [8, 8, 4, 5, 5], 20),
      }),
    },
    {
      state: 'few',
      props: (language) => ({
        title: language.t('governance.balance'),
        balance: balance(language, [1, 0, 0, 0, 1], [1, 1, 0, 0, 0], null),
      }),
    },
  ],
};
