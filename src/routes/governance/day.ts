import { dateFormat } from '#vocab/dates.ts';
import type { Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { readWholeDay, type RoughDay } from '#forum/governance/index.ts';
import { dayOf } from '#forum/people/index.ts';
import type { OnView } from '#ui/governance-views.ts';

/** The day an address asks for with `on`: today where it asks for none, or for none that can be read. */
export function dayAsked({ ctx }: App.Locals, url: URL): { day: string; view: OnView } {
  const today = dayOf(ctx.now);
  const typed = (url.searchParams.get('on') ?? '').trim();
  const read = typed === '' ? today : readWholeDay(typed);
  const day = read ?? today;
  const key = day > today ? 'governance.on-future-day' : 'governance.on-day';
  return {
    day,
    view: {
      day,
      words: day === today ? null : translate(ctx.locale, key, { day: roughDayText(day, ctx.locale) }),
      typed: read === null ? typed.slice(0, 40) : '',
      problem:
        read === null ? translate(ctx.locale, 'governance.bad-whole-day', { text: typed.slice(0, 40) }) : undefined,
    },
  };
}

/** A day, a month or a year in the reader's language. */
export function roughDayText(rough: RoughDay, locale: Locale): string {
  const parts = rough.split('-').length;
  return dateFormat(locale, {
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
  }).format(new Date(`${rough}-01-01`.slice(0, 10)));
}

/** A time in words: "since 2009", "from 2009 to 2014", "in 2009". */
export function spanText({ from, last }: { from: RoughDay; last: RoughDay | null }, locale: Locale): string {
  const said = saidDays({ from, last }, locale);
  if (last === null) return translate(locale, 'governance.since', said);
  if (last === from) return translate(locale, 'governance.on-or-in', said);
  return translate(locale, 'governance.from-to', said);
}

/** A beginning and an end for a message, each with whether it `Is` a whole day: "le 3 mars 2009", but "en mars 2009". */
export function saidDays(
  { from, last }: { from: RoughDay | null; last: RoughDay | null },
  locale: Locale,
): Record<'from' | 'fromIs' | 'last' | 'lastIs', string> {
  const text = (rough: RoughDay | null) => (rough === null ? '' : roughDayText(rough, locale));
  const grain = (rough: RoughDay | null) => (rough?.split('-').length === 3 ? 'day' : 'longer');
  return { from: text(from), fromIs: grain(from), last: text(last), lastIs: grain(last) };
}
