import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Locale } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import type { Edition } from '#forum/editions/index.ts';
import type { Session } from '#forum/programme/index.ts';
import { editionName, editionPlace, editionYears } from '../forum/names.ts';

const DAY = 86_400_000;

/**
 * An edition's Summit and those of its sessions whose days are known, as RFC 5545: whole days, since only days are kept. The same ids at every
 * request, so that a calendar that has them takes up what changed.
 */
export function calendarOf(edition: Edition, sessions: readonly Session[], locale: Locale, origin: string): string {
  const name = editionName(edition, locale);
  const calendar = ical({
    name: translate(locale, 'editions.calendar-name', { forum: name }),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Common Space', product: 'Common Space', language: locale.toUpperCase() },
    url: `${origin}/forum/${encodeURIComponent(edition.slug)}`,
  });
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
      location: session.place,
      url: `${origin}/sessions/${encodeURIComponent(session.slug)}`,
    });
  return calendar.toString();
}
