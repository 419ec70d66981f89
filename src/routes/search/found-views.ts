import { cityName } from '#vocab/cities.ts';
import { countryName } from '#vocab/countries.ts';
import { printPlaces } from '#vocab/places.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { isWritten, textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { type Everything, type Entry, type FoundItem } from '#forum/finding/index.ts';
import { readIn } from '#forum/practices/index.ts';
import type { FoundView } from '#ui/library-views.ts';
import { editionHref, editionName } from '../forum/names.ts';
import { practiceHref, type Reader, yearsText } from '../views.ts';

/** The words in which each kind of thing says what sort of it one is. */
const SORTS: Partial<Record<Entry['kind'], (sort: string, locale: Reader['locale']) => string>> = {
  session: (sort, locale) => translate(locale, `editions.format-${sort}` as MessageKey),
  publication: (sort, locale) => translate(locale, `library.kind-${sort}` as MessageKey),
  body: (sort, locale) => translate(locale, `governance.kind-${sort}` as MessageKey),
  organisation: (sort, locale) => stakeholderLabel(sort, locale),
};

/** What an entry is called: an edition by its years and, where it had one, its theme. */
export function entryTitle(
  { kind, title, edition }: Entry,
  locale: Reader['locale'],
): { text: string; language: string } {
  const own = textIn(title, locale);
  if (kind !== 'edition' || !edition) return own;
  const name = editionName(edition, locale);
  return isWritten(title) && own.language === locale
    ? { text: translate(locale, 'site.labelled', { label: name, value: own.text }), language: locale }
    : { text: name, language: locale };
}

/** Something found, as the page shows it. */
export function foundView(reader: Reader, item: FoundItem, everything: Everything): FoundView {
  const { locale, prefix } = reader;
  if ('practice' in item) {
    const { title, summary } = readIn(locale, item.practice);
    const what = [printPlaces(item.practice, locale), yearsText(item.practice, locale)];
    return {
      href: practiceHref(reader, item.practice.slug),
      title: everything.markedInPractices(title.text),
      lang: title.language,
      what: what.filter(Boolean).join(' · '),
      passage: everything.markedInPractices(shortened(summary.text)),
      passageLang: summary.language,
      themes: [],
      file: null,
      editions: null,
    };
  }
  const { entry, passage } = item;
  const title = entryTitle(entry, locale);
  const about = textIn(entry.about, locale);
  const titlePieces = everything.marked(title.text);
  return {
    href: `${prefix}${entry.path}`,
    title: titlePieces,
    lang: title.language,
    what: whatOf(entry, locale),
    passage: passage?.pieces ?? [{ text: shortened(about.text), hit: false }],
    passageLang: passage?.language ?? about.language,
    // Often why it is here, where nothing else of it is in what was asked.
    themes:
      passage || isHit(titlePieces)
        ? []
        : entry.themes.map((code) => everything.marked(themeLabel(code, locale))).filter(isHit),
    file: passage?.file
      ? {
          label:
            passage.page === null
              ? translate(locale, 'finding.in-file-unpaged', { name: passage.file.name })
              : translate(locale, 'finding.in-file', { name: passage.file.name, page: passage.page }),
          href: `/files/${passage.file.id}/${encodeURIComponent(passage.file.name)}${passage.page === null ? '' : `#page=${passage.page}`}`,
        }
      : null,
    editions:
      entry.editions.length === 0
        ? null
        : {
            said: translate(locale, 'finding.editions-of', { count: entry.editions.length }),
            links: entry.editions.map((edition) => ({
              label: yearsOf(edition.years),
              href: editionHref(reader, edition.slug),
            })),
          },
  };
}

/** "Roundtable · The Forum of 2019 · Quito". */
function whatOf({ kind, sort, edition, place: written, year, countries }: Entry, locale: Reader['locale']): string {
  const place = cityName(written, locale);
  // Countries of a session or a body are many, and who took part; of these two they are where it is.
  const states = kind === 'edition' || kind === 'organisation' ? countries.slice(0, 1) : [];
  const state = states.map((code) => countryName(code, locale)).join('');
  const parts = [
    sort === '' ? '' : SORTS[kind]?.(sort, locale),
    edition && kind !== 'edition' ? editionName(edition, locale) : '',
    year === null || edition?.years.includes(year) ? '' : String(year),
    place && state ? translate(locale, 'editions.in-city', { city: place, state }) : place || state,
  ];
  return parts.filter(Boolean).join(' · ');
}

const yearsOf = (years: readonly number[]): string =>
  years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);

const isHit = (pieces: readonly { hit: boolean }[]): boolean => pieces.some(({ hit }) => hit);

/** As much of a text as a list shows, in characters, in whole words. */
const SHOWN = 240;

function shortened(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN).replace(/\s+\S*$/u, '')} …`;
}
