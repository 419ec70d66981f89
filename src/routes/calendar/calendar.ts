import type { ICalCalendar } from 'ical-generator';
import { cityName } from '#vocab/cities.ts';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { Milestone } from '#forum/planning/index.ts';
import type { Session } from '#forum/programme/index.ts';
import { emptyCalendar, milestoneEvents } from './milestones.ts';
import { editionName, editionPlace, editionYears } from '../forum/names.ts';

const DAY = 86_400_000;

/**
 * An edition's Summit, those of its sessions whose days are known and what is publicly due in its year, as RFC 5545: whole days, since only days are kept. The same ids at every
 * request, so that a calendar that has them takes up what changed.
 */
export function calendarOf(
  edition: Edition,
  sessions: readonly Session[],
  milestones: readonly Milestone[],
  locale: Locale,
  origin: string,
): string {
  const name = translate(locale, 'editions.calendar-name', { forum: editionName(edition, locale) });
  const calendar: ICalCalendar = emptyCalendar(name, locale);
  calendar.url(`${origin}/forum/${encodeURIComponent(edition.slug)}`);
  const host = new URL(origin).host;
  const add = (
    { id, from, until, createdAt, updatedAt, version }: Edition | Session,
    said: { summary: string; description: string; location: string; url: string },
  ) => {
    if (from === null) return;
    calendar.createEvent({
      ...said,
      id: `${id}@${host}`,
      start: new Date(from),
      // The day after the last one: the end of an event is outside of it (RFC 5545, section 3.6.1).
      end: new Date(Date.parse(until ?? from) + DAY),
      allDay: true,
      stamp: updatedAt,
      created: createdAt,
      lastModified: updatedAt,
      sequence: version - 1,
    });
  };
  add(edition, {
    summary: translate(locale, 'editions.calendar-summit', { years: editionYears(edition) }),
    description: textIn(edition.theme, locale).text,
    location: editionPlace(edition, locale),
    url: `${origin}/forum/${encodeURIComponent(edition.slug)}`,
  });
  for (const session of sessions)
    add(session, {
      summary: textIn(session.title, locale).text,
      description: textIn(session.summary, locale).text,
      location: cityName(session.place, locale),
      url: `${origin}/sessions/${encodeURIComponent(session.slug)}`,
    });
  // The Summit stands there already, with its city.
  const besides = milestones.filter((one) => one.public && (one.kind !== 'summit' || edition.from === null));
  milestoneEvents(calendar, besides, locale, origin);
  return calendar.toString();
}
