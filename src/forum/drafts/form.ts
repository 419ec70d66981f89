import { AREAS, countryName, isCountry } from '#vocab/countries.ts';
import { isGcm } from '#vocab/gcm.ts';
import { isLocale, type Locale, LOCALES } from '#vocab/language.ts';
import { parsePlaces } from '#vocab/places.ts';
import { isRegion, regionsOf } from '#vocab/regions.ts';
import { parseSdgRefs } from '#vocab/sdg-references.ts';
import { isGoal, isTarget } from '#vocab/sdg.ts';
import { isStakeholder } from '#vocab/stakeholders.ts';
import { isTheme } from '#vocab/themes.ts';
import type { Complaint } from '#platform/problem.ts';
import {
  type Attachment,
  canonical,
  EMPTY_CONTENT,
  isWebAddress,
  isYear,
  KINDS,
  LONGEST_CELL,
  LONGEST_TITLE,
  type PracticeContent,
  type Source,
  tidied,
  TRANSLATED,
  type TranslatedField,
  type Translation,
  type Translations,
} from '#forum/practices/index.ts';

/** Fields of one text each, as it was typed. Those whose name ends in "More" are for adding to a list by writing. */
export const TEXT_FIELDS = [
  'title',
  'summary',
  'kind',
  'language',
  'whereMore',
  'places',
  'start',
  'end',
  'owner',
  'partners',
  'sdgMore',
  'results',
  'evaluations',
  'costs',
  'lessons',
  'needs',
  'links',
  'replicatesMore',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Fields of several values each, in no order: codes of the vocabularies, and ids. */
export const LIST_FIELDS = [
  'countries',
  'regions',
  'stakeholders',
  'sdg',
  'gcm',
  'themes',
  'replicates',
  // "yes", or nothing.
  'global',
  'ongoing',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** A text in another language: "summary.fr". */
export type TranslationField = `${TranslatedField}.${Locale}`;
export const TRANSLATION_FIELDS = LOCALES.flatMap((locale) =>
  TRANSLATED.map((field): TranslationField => `${field}.${locale}`),
);

export type FormField = TextField | ListField | TranslationField | 'attachments';
export const FORM_FIELDS: readonly FormField[] = [...TEXT_FIELDS, ...LIST_FIELDS, ...TRANSLATION_FIELDS, 'attachments'];

/**
 * A practice as somebody writes it: every text as it was typed, whether it can be read or not, so that nothing typed is ever
 * lost. `readForm` says what it comes to.
 */
export type DraftForm = Record<TextField | TranslationField, string> &
  Record<ListField, string[]> & { attachments: Attachment[] };

/** A form nobody has typed in. */
export function emptyForm(language: Locale): DraftForm {
  return {
    ...(Object.fromEntries([...TEXT_FIELDS, ...TRANSLATION_FIELDS].map((field) => [field, ''])) as Record<
      TextField | TranslationField,
      string
    >),
    ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, [] as string[]])) as Record<ListField, string[]>),
    attachments: [],
    language,
  };
}

const lines = (text: string): string[] => tidied(text).split('\n').filter(Boolean);
const oneLine = (text: string): string => tidied(text).replaceAll('\n', ' ');

/** The form that says exactly what a practice says: `readForm` of it is the same content. */
export function formOf(content: PracticeContent): DraftForm {
  const subRegions = regionsOf(content.countries);
  const form: DraftForm = {
    ...emptyForm(content.language),
    title: content.title,
    summary: content.summary,
    kind: content.kind ?? '',
    places: content.places.join('\n'),
    start: content.start?.toString() ?? '',
    end: content.end?.toString() ?? '',
    owner: content.owner,
    partners: content.partners.join('\n'),
    results: content.results,
    evaluations: content.evaluations.join('\n'),
    costs: content.costs,
    lessons: content.lessons,
    needs: content.needs,
    links: content.links.join('\n'),
    countries: content.countries,
    regions: content.regions.filter((region) => !subRegions.includes(region)),
    stakeholders: content.stakeholders,
    sdg: content.sdg,
    gcm: content.gcm,
    themes: content.themes,
    replicates: content.replicates,
    global: content.global ? ['yes'] : [],
    ongoing: content.ongoing ? ['yes'] : [],
    attachments: content.attachments,
  };
  for (const locale of LOCALES)
    for (const field of TRANSLATED) form[`${field}.${locale}`] = content.translations[locale]?.[field] ?? '';
  return form;
}

/**
 * The form with what was written to be added put where it belongs: references that can be read among the references, names of
 * countries and regions among those, other names among the places. What cannot be read stays where it was typed. An address
 * without its beginning gets it. Settling twice changes nothing more.
 */
export function settled(form: DraftForm): DraftForm {
  const { refs, refused } = parseSdgRefs(form.sdgMore);
  const where = parsePlaces(form.whereMore);
  return {
    ...form,
    sdg: [...new Set([...form.sdg, ...refs])],
    // Nothing of what was typed goes while a part of it cannot be read.
    sdgMore: refused.length === 0 ? '' : refused.map(({ text }) => text).join(', '),
    countries: [...new Set([...form.countries, ...where.countries])],
    regions: [...new Set([...form.regions, ...where.regions])].filter(
      (code) => !regionsOf(where.countries).includes(code),
    ),
    global: where.global ? ['yes'] : form.global,
    places: [...form.places.split('\n'), ...where.places]
      .filter((line, _, all) => all.length === 1 || line !== '')
      .join('\n'),
    whereMore: '',
    links: withScheme(form.links),
    evaluations: withScheme(form.evaluations),
  };
}

/** "www.example.org" is an address that only lacks its beginning. */
function withScheme(text: string): string {
  return text.replace(/^([ \t]*)(www\.[^\s/]+\.[^\s]+)[ \t]*$/gim, '$1https://$2');
}

/** What is needed before a practice can be handed in; everything else may come later. */
export const REQUIRED = ['title', 'summary', 'where', 'owner', 'sdg'] as const;
export type Required = (typeof REQUIRED)[number];

/** What a form comes to: the content as far as it can be read, what cannot be read, and what is still missing. */
export interface FormReading {
  content: PracticeContent;
  /** By the field of the form. */
  complaints: (Complaint & { name: FormField })[];
  missing: Required[];
}

/** Where a practice comes from that was shared here and by nobody's call. */
export const SHARED: Source = { edition: null, label: 'Platform for Partnerships' };

/** Reads a form. `source` is where the practice came from to the Forum: the form does not say. */
export function readForm(form: DraftForm, source: Source = SHARED): FormReading {
  const complaints: FormReading['complaints'] = [];
  const complain = (name: FormField, key: Complaint['notice']['key'], values?: Record<string, string | number>) =>
    complaints.push({ name, notice: values ? { key, values } : { key } });
  const place = settled(form);
  const title = oneLine(form.title);
  if ([...title].length > LONGEST_TITLE)
    complain('title', 'drafts.too-long', { count: [...title].length, most: LONGEST_TITLE });
  for (const field of [...TEXT_FIELDS, ...TRANSLATION_FIELDS])
    if (field !== 'title' && form[field].length > LONGEST_CELL)
      complain(field, 'drafts.too-long', { count: form[field].length, most: LONGEST_CELL });
  const { refused } = parseSdgRefs(form.sdgMore);
  for (const { text, reason } of refused.slice(0, 1))
    complain('sdgMore', `import.sdg-${reason}`, { ref: text.slice(0, 80) });
  const [unknown] = lines(form.replicatesMore);
  if (unknown !== undefined) complain('replicatesMore', 'drafts.no-practice-here', { read: unknown.slice(0, 80) });
  const language = isLocale(form.language) ? form.language : EMPTY_CONTENT.language;
  const content = canonical({
    ...EMPTY_CONTENT,
    title,
    summary: tidied(form.summary),
    kind: KINDS.find((kind) => kind === form.kind) ?? null,
    language,
    sdg: place.sdg.filter((code) => isGoal(code) || isTarget(code)),
    gcm: form.gcm.filter(isGcm),
    countries: place.countries.filter(isCountry),
    places: lines(place.places),
    regions: place.regions.filter(isRegion),
    global: place.global.length > 0,
    ...yearsIn(form, complain),
    ongoing: form.ongoing.length > 0,
    partners: lines(form.partners),
    themes: form.themes.filter(isTheme),
    stakeholders: form.stakeholders.filter(isStakeholder),
    links: addressesIn(place.links, 'links', complain),
    owner: oneLine(form.owner),
    results: tidied(form.results),
    evaluations: addressesIn(place.evaluations, 'evaluations', complain),
    costs: tidied(form.costs),
    lessons: tidied(form.lessons),
    needs: tidied(form.needs),
    replicates: form.replicates,
    translations: translationsIn(form),
    attachments: form.attachments,
    source,
  });
  return { content, complaints, missing: missingIn(content) };
}

type Complain = (name: FormField, key: Complaint['notice']['key'], values?: Record<string, string | number>) => void;

function yearsIn(form: DraftForm, complain: Complain): Pick<PracticeContent, 'start' | 'end'> {
  const read = (field: 'start' | 'end'): number | null => {
    // In whatever digits a keyboard writes: those of Arabic are a year as well.
    const text = westernDigits(form[field].trim());
    if (text === '') return null;
    if (/^\d{4}$/.test(text) && isYear(Number(text))) return Number(text);
    complain(field, 'drafts.no-year', { read: form[field].trim().slice(0, 40) });
    return null;
  };
  const [start, end] = [read('start'), read('end')];
  if (start !== null && end !== null && end < start) {
    complain('end', 'drafts.ends-before-it-starts', { start: String(start) });
    return { start, end: null };
  }
  return { start, end };
}

function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function addressesIn(text: string, field: 'links' | 'evaluations', complain: Complain): string[] {
  const all = lines(text);
  const wrong = all.find((line) => !isWebAddress(line));
  if (wrong !== undefined) complain(field, 'drafts.no-web-address', { read: wrong.slice(0, 80) });
  return all.filter(isWebAddress);
}

function translationsIn(form: DraftForm): Translations {
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      Object.fromEntries(
        TRANSLATED.map((field) => {
          const text = form[`${field}.${locale}`];
          return [field, field === 'title' ? oneLine(text) : tidied(text)];
        }),
      ) as Translation,
    ]),
  );
}

function missingIn(content: PracticeContent): Required[] {
  const there: Record<Required, boolean> = {
    title: content.title !== '',
    summary: content.summary !== '',
    where: content.global || [content.countries, content.places, content.regions].some((list) => list.length > 0),
    owner: content.owner !== '',
    sdg: content.sdg.length > 0,
  };
  return REQUIRED.filter((name) => !there[name]);
}

/** Every country by its name in a language: what the form offers while one writes. */
export function countryNames(locale: Locale): string[] {
  return AREAS.map(({ code }) => countryName(code, locale)).toSorted(new Intl.Collator(locale).compare);
}
