import { countryName } from '#vocab/countries.ts';
import { groupLabel } from '#vocab/groups.ts';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import type { Balance, GroupBalance } from '#forum/governance/index.ts';
import type { BalanceView } from '#ui/governance-views.ts';

/** The balance of a Steering Group in words, for its picture and its table. */
export function balanceView(locale: Locale, { seats, groups, apart }: Balance): BalanceView {
  const list = (items: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
  const said = (wanted: (over: number) => boolean) =>
    groups
      .filter(({ over }) => wanted(over))
      .map(({ group, over }) =>
        translate(locale, 'governance.group-by', { group: groupLabel(group, locale), count: Math.abs(over) }),
      );
  const [over, under] = [said((by) => by > 0), said((by) => by < 0)];
  const words = [
    ...(over.length > 0 ? [translate(locale, 'governance.balance-over', { list: list(over) })] : []),
    ...(under.length > 0 ? [translate(locale, 'governance.balance-under', { list: list(under) })] : []),
    ...(over.length + under.length === 0 ? [translate(locale, 'governance.balance-even')] : []),
    ...(apart.length > 0
      ? [
          translate(locale, 'governance.balance-apart', {
            list: list(apart.map((state) => countryName(state, locale))),
          }),
        ]
      : []),
  ];
  return { seats, words, rows: groups.map((group) => rowOf(locale, group)) };
}

function rowOf(locale: Locale, { group, states, due, share, membership, friends, over }: GroupBalance) {
  const { compare } = new Intl.Collator(locale);
  return {
    name: groupLabel(group, locale),
    seats: states.length,
    due,
    share: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share),
    membership,
    friends,
    difference: new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(over),
    states: states
      .map((state) => countryName(state, locale))
      .sort(compare)
      .join(', '),
  };
}
