import { dateIn } from '#vocab/dates.ts';
import { labelIn, type Locale } from '#vocab/language.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { printPlaces } from '#vocab/places.ts';
import { GOALS, goalOf, sdgLabel } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import {
  filterQuery,
  type Practice,
  type PracticeContent,
  type PracticeFilter,
  printYears,
  readIn,
  toggled,
  wholeCatalogue,
  type Facet,
  type Source,
  sourceLabel,
} from '#forum/practices/index.ts';
import type { CardView, NamedPracticeView, PieceView, SdgView } from '#ui/views.ts';

/** Makes the pages' views: names in the reader's language, addresses with the reader's prefix. */
export interface Reader {
  locale: Locale;
  prefix: string;
}

/** The catalogue's address for a selection. */
export function catalogueHref({ prefix }: Reader, filter: PracticeFilter): string {
  const query = filterQuery(filter);
  return `${prefix}/practices${query && `?${query}`}`;
}

/** The catalogue's address for one value of one facet. */
export function facetHref(reader: Reader, facet: Facet, value: string): string {
  return catalogueHref(reader, toggled(wholeCatalogue(), facet, value));
}

/** The page of a practice. */
export function practiceHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/practices/${encodeURIComponent(slug)}`;
}

const COLOURS = new Map(GOALS.map(({ code, colour }) => [code, colour]));

/** An SDG reference as a tile that leads to its page. */
export function sdgView(reader: Reader, code: string): SdgView {
  return {
    code,
    label: sdgLabel(code, reader.locale),
    colour: COLOURS.get(goalOf(code))!,
    href: `${reader.prefix}/sdgs/${code}`,
  };
}

/** The name of a goal, for a reader. */
export function goalName(code: string, locale: Locale): string {
  const goal = GOALS.find((one) => one.code === code)!;
  return labelIn(goal.label, locale);
}

/** The years of a practice as the annex prints them, in the reader's language. */
export function yearsText(content: PracticeContent, locale: Locale): string {
  return printYears(content).replace(/current/i, (word) =>
    translate(locale, word === 'Current' ? 'site.current-alone' : 'site.current'),
  );
}

/** A source as a reader knows it. The two that every edition has are named in the reader's language, others as they were. */
export function sourceName(source: Source, locale: Locale): string {
  const year = /^(20\d\d) Roundtables$/.exec(source.label)?.[1];
  if (year !== undefined)
    return sourceLabel({ ...source, label: translate(locale, 'site.source-roundtables', { year }) });
  if (source.label !== 'Call for inputs') return sourceLabel(source);
  return sourceLabel({ ...source, label: translate(locale, 'site.source-call-for-inputs') });
}

const unmarked = (text: string): PieceView[] => [{ text, hit: false }];

/** A language by its name in the reader's. */
export function languageName(language: Locale, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}

/** In what language a reader is given these texts, where any of them is not as it was written or not in her language; null otherwise. */
function translatedText(practice: Practice, languages: readonly Locale[], locale: Locale): string | null {
  if (practice.language === locale) return null;
  const own = languages.filter((language) => language === locale).length;
  const how =
    own === 0 ? 'site.only-in' : own < languages.length ? 'site.partly-translated-from' : 'site.translated-from';
  return translate(locale, how, { language: languageName(practice.language, locale) });
}

/** A practice named beside another, in the reader's language where it was translated. */
export function namedView(reader: Reader, practice: Practice): NamedPracticeView {
  const { text, language } = readIn(reader.locale, practice).title;
  return {
    href: practiceHref(reader, practice.slug),
    lang: language,
    title: text,
    where: printPlaces(practice, reader.locale),
  };
}

/**
 * A practice as a card of a list, in the reader's language where it was translated; `marked` cuts a text into what was searched for
 * and what was not.
 */
export function cardView(reader: Reader, practice: Practice, marked = unmarked): CardView {
  const { locale } = reader;
  const { title, summary } = readIn(locale, practice);
  return {
    href: practiceHref(reader, practice.slug),
    lang: title.language,
    summaryLang: summary.language,
    translated: translatedText(
      practice,
      [title, summary].filter(({ text }) => text !== '').map(({ language }) => language),
      locale,
    ),
    title: title.text,
    titlePieces: marked(title.text),
    summaryPieces: fromHit(marked(summary.text)),
    themesFound: mostFound(practice.themes.map((theme) => marked(themeLabel(theme, locale)))),
    where: marked(printPlaces(practice, locale)),
    years: yearsText(practice, locale),
    sdg: practice.sdg.map((code) => sdgView(reader, code)),
    source: sourceName(practice.source, locale),
    kind: practice.kind === null ? null : kindLabel(practice.kind, locale),
  };
}

/** Of several texts those in which most was found; none where nothing was. */
function mostFound(texts: PieceView[][]): PieceView[][] {
  const found = (pieces: PieceView[]) => pieces.filter(({ hit }) => hit).length;
  const most = Math.max(0, ...texts.map(found));
  return most === 0 ? [] : texts.filter((pieces) => found(pieces) === most);
}

/** How much of a summary a list shows, in characters, before it is cut. */
const SEEN = 160;

/** The text from the sentence on in which the first hit stands, where a list would cut it off before that. */
function fromHit(pieces: PieceView[]): PieceView[] {
  const first = pieces.findIndex(({ hit }) => hit);
  const before = pieces
    .slice(0, Math.max(first, 0))
    .map(({ text }) => text)
    .join('');
  if (before.length < SEEN) return pieces;
  const sentence = Math.max(0, ...[...before.matchAll(/[.!?؟…]\s+/gu)].map(({ 0: end, index }) => index + end.length));
  return [{ text: `… ${before.slice(sentence)}`, hit: false }, ...pieces.slice(first)];
}

const SIZES = ['byte', 'kilobyte', 'megabyte'] as const;

/** The size of a file in words: "798 bytes", "1,2 mégaoctet". */
export function sizeText(bytes: number, locale: Locale): string {
  const step = bytes < 1_000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: SIZES[step],
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1_000 ** step);
}

/** A text as the words of somebody else, in the marks of the reader's language. */
export function quoted(text: string, locale: Locale): string {
  return translate(locale, 'site.quoted', { text });
}

/** What is to be said of a file that was sent, after its name where it has one. */
export function aboutFile(locale: Locale, file: string, text: string): string {
  return file === '' ? text : translate(locale, 'site.labelled', { label: file, value: text });
}

/** A moment as a date in the reader's language, in UTC. English is that of the United Nations: the day comes first. */
export function dateText(at: Date, locale: Locale): string {
  return dateIn(locale, at);
}
