import { themeLabel } from '#vocab/themes.ts';
import type { Practice, PracticeContent } from '../model.ts';
import { sourceLabel } from '../filter.ts';
import { practiceUrl } from './item.ts';

/** What a practice can be cited as, by the ending of the file. */
export const CITATION_FORMATS = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export const CITATION_TYPES: Record<CitationFormat, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

const PUBLISHER = 'Common Space';

/**
 * A practice as a reference: BibTeX, RIS, or CSL-JSON (a list of one, as reference managers read it). The year is that of
 * the edition it came with, else of its first version here.
 */
export function writeCitation(format: CitationFormat, practice: Practice, origin: string): string {
  const reference = referenceOf(practice, origin);
  if (format === 'bib') return bibtex(reference);
  return format === 'ris' ? ris(reference) : `${JSON.stringify([csl(reference)], null, 2)}\n`;
}

/** A practice as a line of a list of references, without its address: "Papyrus Project. Common Space, 2020 · Call for inputs." */
export function printReference({ title, source }: Pick<PracticeContent, 'title' | 'source'>): string {
  const end = /[.!?؟]$/.test(title) ? '' : '.';
  return `${title}${end} ${[PUBLISHER, sourceLabel(source)].filter(Boolean).join(', ')}.`;
}

interface Reference {
  key: string;
  title: string;
  year: number;
  url: string;
  abstract: string;
  language: string;
  keywords: string[];
  note: string;
}

function referenceOf(practice: Practice, origin: string): Reference {
  const { source, createdAt, sdg, themes, language } = practice;
  return {
    key: practice.slug,
    title: practice.title,
    year: source.edition ?? Number(createdAt.slice(0, 4)),
    url: practiceUrl(practice, origin),
    abstract: practice.summary,
    language,
    keywords: [...sdg.map((code) => `SDG ${code}`), ...themes.map((theme) => themeLabel(theme, language))],
    note: source.label,
  };
}

/** Signs that mean something to TeX. */
const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => oneLine(text).replace(/[\\{}~^&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);

function bibtex({ key, title, year, url, abstract, language, keywords, note }: Reference): string {
  const fields: [name: string, value: string][] = [
    // A second pair of braces keeps the capitals.
    ['title', `{${tex(title)}}`],
    ['publisher', tex(PUBLISHER)],
    ['year', String(year)],
    ['url', url],
    ['abstract', tex(abstract)],
    ['langid', language],
    ['keywords', tex(keywords.join(', '))],
    ['note', tex(note)],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${plainKey(key)}-${year},\n${lines.join(',\n')}\n}\n`;
}

/** A key that every BibTeX reads: letters and digits of ASCII, hyphens. */
function plainKey(slug: string): string {
  const plain = slug.normalize('NFKD').replace(/[^A-Za-z0-9-]/g, '');
  return plain.replace(/-+/g, '-').replace(/^-|-$/g, '') || 'practice';
}

function ris({ title, year, url, abstract, language, keywords, note }: Reference): string {
  const lines: [tag: string, value: string][] = [
    ['TY', 'GEN'],
    ['TI', title],
    ['PB', PUBLISHER],
    ['PY', String(year)],
    ['UR', url],
    ['AB', abstract],
    ['LA', language],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['N1', note],
  ];
  const written = lines.map(([tag, value]) => [tag, oneLine(value)]).filter(([, value]) => value !== '');
  return [...written.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
}

function csl({ key, title, year, url, abstract, language, keywords, note }: Reference) {
  return {
    id: key,
    type: 'document',
    title,
    publisher: PUBLISHER,
    issued: { 'date-parts': [[year]] },
    URL: url,
    ...(abstract !== '' && { abstract }),
    language,
    ...(keywords.length > 0 && { keyword: keywords.join(', ') }),
    ...(note !== '' && { note }),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
