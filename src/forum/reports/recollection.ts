import { dateIn } from '#vocab/dates.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import type { Locale } from '#vocab/language.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { isWritten, textIn, type Texts } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { practiceUrl, readIn } from '#forum/practices/index.ts';
import type { Chapter, Recurrence, Remembered, Tally } from '#forum/recollection/index.ts';
import type { Reader } from './model.ts';

/** A line of a recollection, in the language it was written in. */
export interface RecollectionLine {
  text: string;
  language: Locale;
  /** Where it is read on line, a full address; null where nowhere of its own. */
  href: string | null;
}

/** What stands under one heading of a theme. */
export interface RecollectionPart {
  heading: string;
  lines: RecollectionLine[];
}

/** A theme in a recollection. */
export interface RecollectedTheme {
  name: string;
  /** The theme's page, a full address. */
  href: string;
  /** What its recurrence comes to, a sentence each. */
  facts: string[];
  parts: RecollectionPart[];
}

/** A thematic recollection to be handed over: the history of a theme, or of several. */
export interface RecollectionDocument {
  title: string;
  /** A sentence each. */
  introduction: string[];
  themes: RecollectedTheme[];
}

/** The recollection of these themes, in the order given, as things stand at `now`. `address` is where it is read on line. */
export function recollectionDocument(
  remembered: readonly Remembered[],
  head: { title: string; address: string; now: Date },
  reader: Reader,
): RecollectionDocument {
  const { locale } = reader;
  return {
    title: head.title,
    introduction: [
      translate(locale, 'themes.document-when', { when: dateIn(locale, head.now) }),
      translate(locale, 'themes.document-address', { address: head.address }),
    ],
    themes: remembered.map((one) => recollectedTheme(one, reader)),
  };
}

function recollectedTheme(remembered: Remembered, reader: Reader): RecollectedTheme {
  const { locale, origin } = reader;
  const { theme, recurrence, chapters, observations, recommendations, practices, sdg, gcm, related } = remembered;
  const plain = (text: string): RecollectionLine => ({ text, language: locale, href: null });
  const counted = (tallies: readonly Tally[], name: (code: string) => string) =>
    tallies.map((one) =>
      plain(translate(locale, 'site.labelled', { label: name(one.code), value: tallyText(one, locale) })),
    );
  const parts: RecollectionPart[] = [
    ...chapters.map((chapter) => chapterPart(chapter, recurrence, reader)),
    {
      heading: translate(locale, 'themes.heard'),
      lines: observations.map(({ observation }) => written(observation.text, locale)),
    },
    {
      heading: translate(locale, 'themes.recommendations'),
      lines: recommendations.map(({ recommendation }) =>
        written(recommendation.title, locale, `${origin}/recommendations/${encodeURIComponent(recommendation.slug)}`),
      ),
    },
    {
      heading: translate(locale, 'themes.practices'),
      lines: [
        plain(translate(locale, 'themes.document-practices', { count: practices.total })),
        ...practices.first.map((practice) => {
          const { text, language } = readIn(locale, practice).title;
          return { text, language, href: practiceUrl(practice, origin) };
        }),
      ],
    },
    {
      heading: translate(locale, 'themes.targets'),
      lines: counted(sdg, (code) => `${code} ${sdgLabel(code, locale)}`),
    },
    {
      heading: translate(locale, 'themes.objectives'),
      lines: counted(gcm, (code) => `${code} ${gcmLabel(code, locale)}`),
    },
    { heading: translate(locale, 'themes.related'), lines: counted(related, (code) => themeLabel(code, locale)) },
  ];
  return {
    name: themeLabel(theme, locale),
    href: `${origin}/themes/${encodeURIComponent(theme)}`,
    facts: recurrenceFacts(recurrence, locale),
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

/** What an edition did with the theme: what it called it, and its sessions. */
function chapterPart(
  { edition, subThemes, sessions }: Chapter,
  recurrence: Recurrence,
  reader: Reader,
): RecollectionPart {
  const { locale, origin } = reader;
  const { chosen } = recurrence.occurrences.find((one) => one.edition.id === edition.id)!;
  const said = translate(locale, chosen ? 'themes.cell-chosen' : 'themes.cell-sessions', { count: sessions.length });
  const name = translate(locale, 'editions.titled', { years: yearsOf(edition) });
  return {
    heading: `${name} – ${said}`,
    lines: [
      ...subThemes.filter(({ title }) => isWritten(title)).map(({ title }) => written(title, locale)),
      ...sessions.map(({ title, slug }) => written(title, locale, `${origin}/sessions/${encodeURIComponent(slug)}`)),
    ],
  };
}

const written = (texts: Texts, locale: Locale, href: string | null = null): RecollectionLine => ({
  ...textIn(texts, locale),
  href,
});

const yearsOf = ({ years }: { years: number[] }): string =>
  years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);

/** What a recurrence comes to, in sentences without their full stops. */
export function recurrenceFacts({ occurrences, chosen, sessions, first }: Recurrence, locale: Locale): string[] {
  if (first === null) return [translate(locale, 'themes.never')];
  return [
    translate(locale, 'themes.fact-chosen', { count: chosen, all: occurrences.length }),
    translate(locale, 'themes.fact-sessions', { count: sessions }),
    translate(locale, 'themes.fact-first', { years: yearsOf(first) }),
  ];
}

/** How often something occurs in practices and sessions: "3 practices and 2 sessions". */
export function tallyText({ practices, sessions }: Tally, locale: Locale): string {
  const said = [
    ...(practices > 0 ? [translate(locale, 'themes.practices-count', { count: practices })] : []),
    ...(sessions > 0 ? [translate(locale, 'themes.cell-sessions', { count: sessions })] : []),
  ];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(said);
}
