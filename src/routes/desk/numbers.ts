import { countryName, MEMBER_STATES } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type DeskNumbers, deskNumbers } from '#forum/desk/index.ts';
import type { WorkNumberView } from '#ui/desk-views.ts';
import { numberIn } from '#ui/language.ts';
import { coverageView } from '../coverage.ts';
import { gapsIn } from '../picture.ts';

/** Days as the reader's language writes them; a tenth of one where there are few. */
export function daysText(days: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: days < 10 ? 1 : 0,
  }).format(days);
}

/** The Support Unit's numbers, each with what it means. */
export async function numberViews(locals: App.Locals): Promise<WorkNumberView[]> {
  const { ctx, prefix } = locals;
  const { heat } = await coverageView(locals, { rows: 'target', within: null });
  const all = heat.rows.reduce((sum, { cells }) => sum + cells.length, 0);
  return [
    ...workNumbers(await deskNumbers(ctx), ctx.locale),
    {
      label: translate(ctx.locale, 'desk.n-gaps'),
      value: numberIn(ctx.locale, gapsIn(heat)),
      meaning: translate(ctx.locale, 'desk.n-gaps-text', { all }),
      href: `${prefix}/coverage`,
    },
  ];
}

function workNumbers(numbers: DeskNumbers, locale: Locale): WorkNumberView[] {
  const { handedIn, published, waiting, ownerless, orphaned, mails } = numbers;
  const count = (value: number) => numberIn(locale, value);
  const days = (value: number | null) => (value === null ? translate(locale, 'desk.n-none') : daysText(value, locale));
  const row = (
    name: 'month' | 'quarter' | 'median' | 'waiting' | 'longest' | 'ownerless' | 'orphaned' | 'mail',
    value: string,
    meaning = translate(locale, `desk.n-${name}-text` as 'desk.n-month-text'),
  ): WorkNumberView => ({ label: translate(locale, `desk.n-${name}`), value, meaning });
  const states = new Intl.ListFormat(locale).format(orphaned.states.map((state) => countryName(state, locale)));
  return [
    row('month', count(handedIn.month)),
    row('quarter', count(handedIn.quarter)),
    row('median', days(published.medianDays), translate(locale, 'desk.n-median-text', { count: published.count })),
    row('waiting', count(waiting.count)),
    row(
      'longest',
      days(waiting.longestDays),
      waiting.medianDays === null
        ? translate(locale, 'desk.n-longest-none')
        : translate(locale, 'desk.n-longest-text', { median: daysText(waiting.medianDays, locale) }),
    ),
    row('ownerless', count(ownerless.count), translate(locale, 'desk.n-ownerless-text', { stale: ownerless.stale })),
    row(
      'orphaned',
      count(orphaned.count),
      [
        translate(locale, 'desk.n-orphaned-text', { count: orphaned.count, states }),
        translate(locale, 'people.without-focal-point', { count: numbers.withoutFocalPoint, all: MEMBER_STATES }),
      ].join(' '),
    ),
    row('mail', count(mails.givenUp), translate(locale, 'desk.n-mail-text', { waiting: mails.waiting })),
  ];
}
