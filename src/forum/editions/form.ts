import { isWritten } from '#vocab/texts.ts';
import type { Complaint } from '#platform/problem.ts';
import { readLine } from '#forum/people/index.ts';
import type { EditionContent, Innovation, Source, SubTheme } from './model.ts';
import {
  MOST_ROWS,
  noTexts,
  readCountries,
  readDays,
  readName,
  readSource,
  readSources,
  readTexts,
  readThemes,
  type TypedTexts,
  typedTexts,
} from './typed.ts';

/** What is typed of an edition, as it was typed. Fields of a row are named like "subThemes.0.title.fr" in complaints. */
export interface EditionForm {
  number: string;
  /** "2019", "2013, 2014" or "2013–2014". */
  years: string;
  /** Codes of states; empty ones say nothing. */
  chairs: string[];
  theme: TypedTexts;
  summary: TypedTexts;
  city: string;
  country: string;
  online: boolean;
  from: string;
  until: string;
  subThemes: { title: TypedTexts; themes: string[] }[];
  innovations: { text: TypedTexts; source: Source }[];
  outcome: TypedTexts;
  sources: Source[];
}

const NO_SOURCE: Source = { label: '', url: '' };

/** An empty form. */
export function emptyEdition(): EditionForm {
  return {
    number: '',
    years: '',
    chairs: [],
    theme: noTexts(),
    summary: noTexts(),
    city: '',
    country: '',
    online: false,
    from: '',
    until: '',
    subThemes: [],
    innovations: [],
    outcome: noTexts(),
    sources: [],
  };
}

/** A form that says what an edition says now. */
export function formOfEdition(content: EditionContent): EditionForm {
  return {
    number: String(content.number),
    years: content.years.join(', '),
    chairs: content.chairs,
    theme: typedTexts(content.theme),
    summary: typedTexts(content.summary),
    city: content.city,
    country: content.country ?? '',
    online: content.online,
    from: content.from ?? '',
    until: content.until ?? '',
    subThemes: content.subThemes.map(({ title, themes }) => ({ title: typedTexts(title), themes })),
    innovations: content.innovations.map(({ text, source }) => ({
      text: typedTexts(text),
      source: source ?? NO_SOURCE,
    })),
    outcome: typedTexts(content.outcome),
    sources: content.sources,
  };
}

/** What was typed of an edition, read; or what is wrong with it, field by field. */
export function readEdition(form: EditionForm): EditionContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const number = readLine(form.number);
  if (!/^[1-9]\d{0,2}$/.test(number)) complaints.push({ name: 'number', notice: { key: 'editions.bad-number' } });
  const years = readYears(form.years);
  if (years === null) complaints.push({ name: 'years', notice: { key: 'editions.bad-years' } });
  const chairs = readCountries(form.chairs, 'chairs', complaints);
  if (chairs.length === 0) complaints.push({ name: 'chairs', notice: { key: 'editions.no-chair' } });
  const content: EditionContent = {
    number: Number(number),
    years: years ?? [],
    chairs,
    theme: readTexts(form.theme, 'theme', 'line', complaints),
    summary: readTexts(form.summary, 'summary', 'text', complaints),
    city: readName(form.city, 'city', complaints),
    country: readCountries([form.country], 'country', complaints)[0] ?? null,
    online: form.online,
    ...readDays(form, complaints),
    subThemes: readSubThemes(form.subThemes, complaints),
    innovations: readInnovations(form.innovations, complaints),
    outcome: readTexts(form.outcome, 'outcome', 'text', complaints),
    sources: readSources(form.sources, 'sources', complaints),
  };
  return complaints.length > 0 ? { complaints } : content;
}

/** One year or several that follow on each other, in order: "2019", "2013, 2014", "2013–2014"; null where it reads as none. */
export function readYears(text: string): number[] | null {
  if (!/^(?:(?:19|2[01])\d\d[\s,;&،–—/-]*)+$/u.test(readLine(text))) return null;
  const years = [...new Set((text.match(/\d{4}/g) ?? []).map(Number))].sort((a, b) => a - b);
  return years.length <= 3 && years.every((year, at) => year === years[0]! + at) ? years : null;
}

function readSubThemes(typed: EditionForm['subThemes'], complaints: Complaint[]): SubTheme[] {
  checkRows(typed, 'subThemes', complaints);
  return typed
    .map(({ title, themes }, at) => {
      const read = {
        title: readTexts(title, `subThemes.${at}.title`, 'line', complaints),
        themes: readThemes(themes, `subThemes.${at}.themes`, complaints),
      };
      if (!isWritten(read.title) && read.themes.length > 0)
        complaints.push({ name: `subThemes.${at}.title.en`, notice: { key: 'editions.no-sub-theme-title' } });
      return read;
    })
    .filter(({ title }) => isWritten(title));
}

function readInnovations(typed: EditionForm['innovations'], complaints: Complaint[]): Innovation[] {
  checkRows(typed, 'innovations', complaints);
  return typed
    .map(({ text, source }, at) => {
      const read = {
        text: readTexts(text, `innovations.${at}.text`, 'text', complaints),
        source: readSource(source, `innovations.${at}.source`, complaints),
      };
      if (!isWritten(read.text) && read.source !== null)
        complaints.push({ name: `innovations.${at}.text.en`, notice: { key: 'editions.no-innovation-text' } });
      return read;
    })
    .filter(({ text }) => isWritten(text));
}

function checkRows(rows: readonly unknown[], name: string, complaints: Complaint[]): void {
  if (rows.length > MOST_ROWS)
    complaints.push({ name, notice: { key: 'editions.too-many', values: { most: MOST_ROWS } } });
}
