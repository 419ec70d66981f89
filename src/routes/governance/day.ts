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

/** A day, a month or a year in the reader's language. English is that of the United Nations: the day comes first. */
export function roughDayText(rough: RoughDay, locale: Locale): string {
  const parts = rough.split('-').length;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    ...(parts > 1 && { month: 'long' }),
    ...(parts > 2 && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${rough}-01-01`.slice(0, 10)));
}

/** A time in words: "since 2009", "from 2009 to 2014", "in 2009". */
export function spanText({ from, last }: { from: RoughDay; last: RoughDay | null }, locale: Locale): string {
  const said = { from: roughDayText(from, locale), last: last === null ? '' : roughDayText(last, locale) };
  if (last === null) return translate(locale, 'governance.since', { from: said.from });
  if (last === from) return translate(locale, 'governance.on-or-in', { from: said.from });
  return translate(locale, 'governance.from-to', said);
}
