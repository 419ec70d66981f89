import { LOCALES } from '#vocab/language.ts';
import { parseSdgRefs, printSdgRefs } from '#vocab/sdg-references.ts';
import { isWritten, type Texts } from '#vocab/texts.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Complaint } from '#platform/problem.ts';
import { readLine } from '#forum/people/index.ts';
import { isWebAddress } from '#forum/practices/index.ts';
import {
  isPublicationKind,
  isPublicationLanguage,
  PUBLICATION_KINDS,
  type PublicationSource,
  type PublicationText,
} from './model.ts';

/** What is typed of a publication in one field each; `title-fr` and its like are its texts in the Forum's languages. */
export const PUBLICATION_FIELDS = [
  ...LOCALES.map((locale) => `title-${locale}` as const),
  ...LOCALES.map((locale) => `summary-${locale}` as const),
  'kind',
  'edition',
  'sdg',
  'authors',
  'publisher',
  'year',
  'link',
  'sources',
] as const;

/** What is chosen, several of each. */
export const PUBLICATION_LISTS = ['themes', 'languages'] as const;

/** What is typed and chosen, as it was. */
export type PublicationForm = Record<(typeof PUBLICATION_FIELDS)[number], string> &
  Record<(typeof PUBLICATION_LISTS)[number], string[]>;

/** As long as each may be, in characters, and as many lines as a list may have. */
export const LONGEST = { title: 300, summary: 4_000, line: 300, lines: 50 };

/** An empty form. */
export function emptyPublication(): PublicationForm {
  const fields = Object.fromEntries(PUBLICATION_FIELDS.map((field) => [field, '']));
  return { ...(fields as Record<(typeof PUBLICATION_FIELDS)[number], string>), themes: [], languages: [] };
}

/** A form that says what a publication says now: it reads as just that. */
export function formOfPublication(said: PublicationText): PublicationForm {
  const texts = LOCALES.flatMap((locale) => [
    [`title-${locale}`, said.title[locale] ?? ''],
    [`summary-${locale}`, said.summary[locale] ?? ''],
  ]);
  return {
    ...emptyPublication(),
    ...Object.fromEntries(texts),
    kind: said.kind,
    edition: said.edition ?? '',
    themes: said.themes,
    sdg: printSdgRefs(said.sdg),
    languages: said.languages,
    authors: said.authors.join('\n'),
    publisher: said.publisher,
    year: said.year === null ? '' : String(said.year),
    link: said.link,
    sources: said.sources.map(({ label, url }) => (label === url ? url : `${label} ${url}`.trim())).join('\n'),
  };
}

/** What was typed of a publication, read; or what is wrong with it, field by field. `editions` are the addresses of the editions there are. */
export function readPublication(
  form: PublicationForm,
  editions: readonly string[],
): PublicationText | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const complain = (name: string, key: Complaint['notice']['key'], values?: Complaint['notice']['values']) =>
    complaints.push({ name, notice: values ? { key, values } : { key } });
  const bounded = (name: string, text: string, most: number): string => {
    const count = [...text].length;
    if (count > most) complain(name, 'library.too-long', { count, most });
    return text;
  };
  const texts = (field: 'title' | 'summary', read: (text: string) => string): Texts =>
    Object.fromEntries(
      LOCALES.map((locale) => {
        const name = `${field}-${locale}` as const;
        return [locale, bounded(name, read(form[name]), LONGEST[field])] as const;
      }).filter(([, text]) => text !== ''),
    );
  const lines = (field: 'authors' | 'sources'): string[] => {
    const found = form[field]
      .split(/\r\n?|\n/)
      .map(readLine)
      .filter(Boolean);
    if (found.length > LONGEST.lines) complain(field, 'library.too-many-lines', { most: LONGEST.lines });
    const longest = found.reduce((most, line) => Math.max(most, [...line].length), 0);
    if (longest > LONGEST.line * 2) complain(field, 'library.too-long', { count: longest, most: LONGEST.line * 2 });
    return [...new Set(found)];
  };

  const title = texts('title', readLine);
  if (!isWritten(title)) complain('title-en', 'library.no-title');
  const kind = form.kind.trim();
  if (!isPublicationKind(kind)) complain('kind', 'library.no-kind');
  const edition = form.edition.trim();
  if (edition !== '' && !editions.includes(edition))
    complain('edition', 'library.no-such-edition', { value: shown(edition) });
  const themes = chosen(form.themes);
  for (const value of themes.filter((code) => !isTheme(code)))
    complain('themes', 'problems.unknown-theme', { value: shown(value) });
  const languages = chosen(form.languages);
  for (const value of languages.filter((code) => !isPublicationLanguage(code)))
    complain('languages', 'library.no-such-language', { value: shown(value) });
  const { refs, refused } = parseSdgRefs(form.sdg);
  if (refused.length > 0)
    complain('sdg', 'library.bad-sdg', { value: shown(refused.map(({ text }) => text).join(', ')) });
  const year = readLine(form.year);
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) complain('year', 'library.bad-year');
  const link = form.link.trim();
  if (link !== '' && !isWebAddress(link)) complain('link', 'library.bad-link');
  const read: PublicationText = {
    kind: isPublicationKind(kind) ? kind : PUBLICATION_KINDS[0],
    title,
    summary: texts('summary', readText),
    edition: edition || null,
    themes,
    sdg: refs,
    languages,
    authors: lines('authors'),
    publisher: bounded('publisher', readLine(form.publisher), LONGEST.line),
    year: year === '' ? null : Number(year),
    link,
    sources: lines('sources').map(readSource),
  };
  return complaints.length > 0 ? { complaints } : read;
}

/** A line "what it is https://where-it-is": the address comes last and may be missing; one alone is called by itself. */
function readSource(line: string): PublicationSource {
  const url = /(?:^|\s)(\S+)$/.exec(line)?.[1] ?? '';
  if (!isWebAddress(url)) return { label: line, url: '' };
  return { label: line.slice(0, -url.length).trim() || url, url };
}

/** Paragraphs, without control characters and without spaces around. */
function readText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}+/gu, ' ')
    .trim();
}

const chosen = (codes: readonly string[]): string[] => [...new Set(codes.map((code) => code.trim()).filter(Boolean))];

/** As much of what was sent as is said back. */
const shown = (text: string): string => text.slice(0, 80);
