import { parseGcmRefs } from '#vocab/gcm.ts';
import { parseSdgRefs } from '#vocab/sdg-references.ts';
import { isWritten } from '#vocab/texts.ts';
import type { MessageKey } from '#platform/languages.ts';
import type { Complaint } from '#platform/problem.ts';
import {
  noTexts,
  readCountries,
  readDays,
  readName,
  readSources,
  readTexts,
  readThemes,
  type Source,
  type TypedTexts,
  typedTexts,
} from '#forum/editions/index.ts';
import { type Format, isFormat, type SessionContent } from './model.ts';

/** What is typed of a session, as it was typed. */
export interface SessionForm {
  format: string;
  title: TypedTexts;
  summary: TypedTexts;
  /** Codes of themes. */
  themes: string[];
  /** Codes of states; empty ones say nothing. */
  states: string[];
  /** Others that chaired or hosted it, one a line. */
  others: string;
  place: string;
  from: string;
  until: string;
  /** References as people write them. */
  sdg: string;
  gcm: string;
  sources: Source[];
}

/** The most others that one session names. */
const MOST_OTHERS = 40;

/** An empty form. */
export function emptySession(): SessionForm {
  return {
    format: '',
    title: noTexts(),
    summary: noTexts(),
    themes: [],
    states: [],
    others: '',
    place: '',
    from: '',
    until: '',
    sdg: '',
    gcm: '',
    sources: [],
  };
}

/** A form that says what a session says now. */
export function formOfSession(content: SessionContent): SessionForm {
  const { format, themes, states, place, from, until, sources } = content;
  return {
    format,
    title: typedTexts(content.title),
    summary: typedTexts(content.summary),
    themes,
    states,
    others: content.others.join('\n'),
    place,
    from: from ?? '',
    until: until ?? '',
    sdg: content.sdg.join(', '),
    gcm: content.gcm.join(', '),
    sources,
  };
}

/** What was typed of a session, read; or what is wrong with it, field by field. */
export function readSession(form: SessionForm): SessionContent | { complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  if (!isFormat(form.format)) complaints.push({ name: 'format', notice: { key: 'editions.no-format' } });
  const title = readTexts(form.title, 'title', 'line', complaints);
  if (!isWritten(title)) complaints.push({ name: 'title.en', notice: { key: 'editions.no-title' } });
  const content: SessionContent = {
    format: form.format as Format,
    title,
    summary: readTexts(form.summary, 'summary', 'text', complaints),
    themes: readThemes(form.themes, 'themes', complaints),
    states: readCountries(form.states, 'states', complaints),
    others: readOthers(form.others, complaints),
    place: readName(form.place, 'place', complaints),
    ...readDays(form, complaints),
    sdg: referencesIn(parseSdgRefs(form.sdg), 'sdg', 'editions.bad-sdg', complaints),
    gcm: referencesIn(parseGcmRefs(form.gcm), 'gcm', 'editions.bad-gcm', complaints),
    sources: readSources(form.sources, 'sources', complaints),
  };
  return complaints.length > 0 ? { complaints } : content;
}

function readOthers(typed: string, complaints: Complaint[]): string[] {
  const lines = typed.split(/\r\n?|\n/).map((line) => readName(line, 'others', complaints));
  const others = [...new Set(lines.filter(Boolean))];
  if (others.length > MOST_OTHERS)
    complaints.push({ name: 'others', notice: { key: 'editions.too-many', values: { most: MOST_OTHERS } } });
  return others;
}

/** What was read; whatever was not is named. */
function referencesIn(
  { refs, refused }: { refs: string[]; refused: { text: string }[] },
  name: string,
  key: MessageKey,
  complaints: Complaint[],
): string[] {
  for (const { text } of refused) complaints.push({ name, notice: { key, values: { text: text.slice(0, 80) } } });
  return refs;
}
