import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { dayAfter, type Milestone } from '#forum/planning/index.ts';

/** A calendar of the Forum, as RFC 5545 writes it; programs are asked to look again twice a day. */
export function emptyCalendar(name: string, locale: Locale): ICalCalendar {
  return ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Common Space', product: 'Common Space', language: locale.toUpperCase() },
    ttl: 12 * 60 * 60,
  });
}

/** Adds milestones as days: nobody is busy because something is due. */
export function milestoneEvents(
  calendar: ICalCalendar,
  milestones: readonly Milestone[],
  locale: Locale,
  origin: string,
): void {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  for (const { id, version, title, note, from, due, url } of milestones)
    calendar.createEvent({
      id: `${id}@${new URL(origin).host}`,
      sequence: version - 1,
      allDay: true,
      start: at(from ?? due),
      // The day after the last one: RFC 5545, section 3.6.1.
      end: at(dayAfter(due, 1)),
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: textIn(title, locale).text,
      description: textIn(note, locale).text || null,
      url: url.startsWith('/') ? `${origin}/${locale}${url}` : url || `${origin}/${locale}/planning#m-${id}`,
    });
}
