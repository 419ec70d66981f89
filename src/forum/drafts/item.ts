import { isCountry } from '#vocab/countries.ts';
import { isGcm } from '#vocab/gcm.ts';
import { isLocale, type Locale, LOCALES } from '#vocab/language.ts';
import { isRegion, regionsOf } from '#vocab/regions.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Complaint } from '#platform/problem.ts';
import {
  type Attachment,
  isWebAddress,
  isYear,
  KINDS,
  LONGEST_CELL,
  LONGEST_TITLE,
  type PracticeContent,
  tidied,
  TRANSLATED,
} from '#forum/practices/index.ts';
import { LONGEST_CAPTION } from './attachments.ts';
import { type DraftForm, type FormField, formOf, readForm } from './form.ts';

/** The fields of a draft as programs read and write them: those of a practice in the catalogue, in the same form. */
export const ITEM_FIELDS = [
  'title',
  'summary',
  'kind',
  'sdg',
  'gcm',
  'countries',
  'places',
  'regions',
  'global',
  'start',
  'end',
  'ongoing',
  'partners',
  'themes',
  'stakeholders',
  'links',
  'language',
  'owner',
  'results',
  'evaluations',
  'costs',
  'lessons',
  'needs',
  'replicates',
  'translations',
] as const satisfies readonly (keyof PracticeContent)[];
export type ItemField = (typeof ITEM_FIELDS)[number];
export type DraftItem = Pick<PracticeContent, ItemField>;

/** What a form says, as far as it can be read; what cannot be is among the complaints of `readForm`, and still in the form. */
export function itemOf(form: DraftForm): DraftItem {
  const { content } = readForm(form);
  return Object.fromEntries(ITEM_FIELDS.map((field) => [field, content[field]])) as unknown as DraftItem;
}

/** What an item, or some fields of one, types into a form; or each thing in it that cannot be read, by its name. */
export type ItemReading = { typed: Partial<DraftForm> } | { complaints: Complaint[] };

/**
 * Reads some fields of an item, to be typed into `before`. Stricter than the form, which keeps whatever a person typed: a
 * program hears of every value that would not be taken as it is, and nothing of what it sent is used then.
 */
export function readItem(sent: unknown, before: DraftForm): ItemReading {
  if (!isRecord(sent)) return { complaints: [{ name: 'body', notice: { key: 'api.must-be-object' } }] };
  const complaints: Complaint[] = [];
  const complain = (name: string, key: Complaint['notice']['key'], values?: Complaint['notice']['values']) =>
    void complaints.push({ name, notice: values ? { key, values } : { key } });
  const said: Partial<PracticeContent> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (name === 'attachments') {
      const stay = attachmentsIn(value, before.attachments);
      if (stay) said.attachments = stay;
      else complain(name, 'api.no-such-attachment', { most: LONGEST_CAPTION });
      continue;
    }
    if (!ITEM_FIELDS.includes(name as ItemField)) {
      complain(name.slice(0, 80), 'api.unknown-field', { name: name.slice(0, 80) });
      continue;
    }
    const read = READERS[name as ItemField](value);
    if ('value' in read) Object.assign(said, { [name]: read.value });
    else for (const { at = '', notice } of read.wrong) complain(name + at, notice.key, notice.values);
  }
  const language = said.language ?? (isLocale(before.language) ? before.language : 'en');
  if (said.translations?.[language] && TRANSLATED.some((field) => said.translations?.[language]?.[field]))
    complain(`translations.${language}`, 'api.own-translation', { language });
  if (complaints.length > 0) return { complaints };
  const typed = typedOf(said, before);
  const { complaints: unread } = readForm({ ...before, ...typed });
  const together = unread.filter(({ name }) => Object.hasOwn(typed, name));
  if (together.length === 0) return { typed };
  return { complaints: together.map(({ name, notice }) => ({ name: itemNameOf(name), notice })) };
}

/** What the fields of a form are called in an item: "summary.fr" is "translations.fr.summary". */
export function itemNameOf(field: FormField): string {
  const [name = '', locale] = field.split('.');
  if (locale) return `translations.${locale}.${name}`;
  return { whereMore: 'countries', sdgMore: 'sdg', replicatesMore: 'replicates' }[name] ?? name;
}

/** The form's fields for what was said, and for nothing else. */
function typedOf(said: Partial<PracticeContent>, before: DraftForm): Partial<DraftForm> {
  const whole = formOf({ ...readForm(before).content, ...said });
  const typed: Partial<DraftForm> = said.attachments ? { attachments: said.attachments } : {};
  for (const field of ITEM_FIELDS)
    if (field in said && field !== 'translations') Object.assign(typed, { [field]: whole[field] });
  if (said.regions && !said.countries) {
    // The parts of the world of its countries go without saying; a region that is said beside them is one.
    const implied = regionsOf(before.countries);
    typed.regions = said.regions.filter((region) => !implied.includes(region));
  }
  for (const locale of LOCALES)
    for (const field of TRANSLATED) {
      const text = (said.translations?.[locale] as Partial<Record<string, string>> | undefined)?.[field];
      if (text !== undefined) typed[`${field}.${locale}`] = text;
    }
  return typed;
}

/**
 * The attachments that stay, in their order, each with the words beside it where those are sent; null where one is none of the draft's.
 * New ones are sent as files.
 */
function attachmentsIn(value: unknown, before: readonly Attachment[]): Attachment[] | null {
  if (!Array.isArray(value)) return null;
  const stay: Attachment[] = [];
  for (const sent of value as unknown[]) {
    const { id, caption, ...rest } = isRecord(sent) ? sent : {};
    const one = before.find((attachment) => attachment.id === id);
    const read = caption === undefined ? { value: one?.caption } : text(LONGEST_CAPTION, true)(caption);
    if (!one || stay.some((other) => other.id === one.id) || Object.keys(rest).length > 0 || !('value' in read))
      return null;
    stay.push({ ...one, caption: read.value as string });
  }
  return stay;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was read of one field, or what is wrong with it; `at` is where in it. */
type Read = { value: unknown } | { wrong: { at?: string; notice: Complaint['notice'] }[] };
type Reader = (value: unknown) => Read;

const wrong = (key: Complaint['notice']['key'], values?: Complaint['notice']['values']): Read => ({
  wrong: [{ notice: values ? { key, values } : { key } }],
});

/** A text. What no text can hold, and no database takes, is refused: NUL, and half of a character of two halves. */
const text =
  (most = LONGEST_CELL, line = false): Reader =>
  (value) => {
    if (typeof value !== 'string') return wrong('api.must-be-text');
    if (value.includes('\0') || !value.isWellFormed()) return wrong('api.unreadable-text');
    const clean = tidied(value);
    if (line && clean.includes('\n')) return wrong('api.must-be-line');
    const count = [...clean].length;
    return count > most ? wrong('drafts.too-long', { count, most }) : { value: clean };
  };

/** A list of texts, each of which passes; `key` says why one does not. */
const list =
  (passes: (item: string) => boolean, key: Complaint['notice']['key']): Reader =>
  (value) => {
    if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string'))
      return wrong('api.must-be-list');
    const bad = value.find((item) => !passes(item));
    if (bad !== undefined) return wrong(key, { code: shown(bad) });
    const clean = value.map((item) => tidied(item));
    const count = clean.join('\n').length;
    return count > LONGEST_CELL ? wrong('drafts.too-long', { count, most: LONGEST_CELL }) : { value: clean };
  };

/** The beginning of what was sent, to be said again. */
const shown = (sent: string) => sent.toWellFormed().replaceAll('\0', '').slice(0, 80);

const isLine = (item: string) =>
  item.isWellFormed() && !item.includes('\0') && tidied(item) !== '' && !tidied(item).includes('\n');
const isId = (item: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(item);

const lines = list(isLine, 'api.empty-line');
const addresses = list((item) => isLine(item) && item === tidied(item) && isWebAddress(item), 'api.no-web-address');
const truth: Reader = (value) => (typeof value === 'boolean' ? { value } : wrong('api.must-be-boolean'));
const year: Reader = (value) =>
  value === null || (Number.isInteger(value) && isYear(value as number)) ? { value } : wrong('api.must-be-year');
const oneOf =
  (known: readonly string[], nullable = false): Reader =>
  (value) =>
    (nullable && value === null) || known.includes(value as string)
      ? { value }
      : wrong('api.must-be-one-of', { known: known.join(', ') });

const translations: Reader = (value) => {
  if (!isRecord(value)) return wrong('api.must-be-object');
  const bad: { at?: string; notice: Complaint['notice'] }[] = [];
  const read: Partial<Record<Locale, Record<string, unknown>>> = {};
  for (const [locale, texts] of Object.entries(value)) {
    const at = `.${locale.slice(0, 80)}`;
    if (!isLocale(locale))
      bad.push({ at, notice: { key: 'api.must-be-one-of', values: { known: LOCALES.join(', ') } } });
    else if (!isRecord(texts)) bad.push({ at, notice: { key: 'api.must-be-object' } });
    else {
      read[locale] = {};
      for (const [field, said] of Object.entries(texts)) {
        const where = `${at}.${field.slice(0, 80)}`;
        if (!TRANSLATED.includes(field as (typeof TRANSLATED)[number]))
          bad.push({ at: where, notice: { key: 'api.unknown-field', values: { name: field.slice(0, 80) } } });
        else {
          const one = READERS[field as ItemField](said);
          if ('value' in one) read[locale][field] = one.value;
          else bad.push(...one.wrong.map(({ notice }) => ({ at: where, notice })));
        }
      }
    }
  }
  return bad.length > 0 ? { wrong: bad } : { value: read };
};

const READERS: Record<ItemField, Reader> = {
  title: text(LONGEST_TITLE, true),
  summary: text(),
  kind: oneOf(KINDS, true),
  sdg: list((code) => isGoal(code) || isTarget(code), 'problems.no-such-sdg'),
  gcm: list(isGcm, 'problems.no-such-gcm'),
  countries: list(isCountry, 'problems.no-such-country'),
  places: lines,
  regions: list(isRegion, 'api.no-such-region'),
  global: truth,
  start: year,
  end: year,
  ongoing: truth,
  partners: lines,
  themes: list(isTheme, 'api.no-such-theme'),
  stakeholders: list(isStakeholder, 'api.no-such-stakeholder'),
  links: addresses,
  language: oneOf(LOCALES),
  owner: text(LONGEST_CELL, true),
  results: text(),
  evaluations: addresses,
  costs: text(),
  lessons: text(),
  needs: text(),
  replicates: list(isId, 'api.no-practice'),
  translations,
};
