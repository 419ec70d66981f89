import { compareGcm } from '#vocab/gcm.ts';
import { LOCALES } from '#vocab/language.ts';
import { regionsOf } from '#vocab/regions.ts';
import { compareSdg } from '#vocab/sdg.ts';
import {
  type Attachment,
  type Practice,
  type PracticeContent,
  type Said,
  type SaidTranslations,
  TRANSLATED,
  type Translation,
  type Translations,
} from './model.ts';

/** What a practice is when nothing has been said of it. */
export const EMPTY_CONTENT: PracticeContent = {
  title: '',
  summary: '',
  kind: null,
  sdg: [],
  gcm: [],
  countries: [],
  places: [],
  regions: [],
  global: false,
  start: null,
  end: null,
  ongoing: false,
  partners: [],
  themes: [],
  stakeholders: [],
  links: [],
  owner: '',
  results: '',
  evaluations: [],
  costs: '',
  lessons: '',
  needs: '',
  replicates: [],
  translations: {},
  attachments: [],
  language: 'en',
  source: { edition: null, label: '' },
};

/** What the catalogue adds to a practice that is nobody's in particular, when it comes in. */
export const NEW = {
  version: 1,
  standing: 'published',
  confirmedAt: null,
  remindedAt: null,
  ownerState: null,
  ownerAccount: null,
  organisation: null,
} as const satisfies Partial<Practice>;

const unique = <Value>(values: Value[]) => [...new Set(values)];

/**
 * The content in its one canonical form: codes in the order of their vocabulary, each once, and the sub-region of every
 * country among the regions. Two contents that say the same are then equal field by field.
 */
export function canonical(content: PracticeContent): PracticeContent {
  const countries = unique(content.countries).sort();
  return {
    ...content,
    sdg: unique(content.sdg).sort(compareSdg),
    gcm: unique(content.gcm).sort(compareGcm),
    countries,
    places: unique(content.places),
    regions: unique([...content.regions, ...regionsOf(countries)]).sort(),
    partners: unique(content.partners),
    themes: unique(content.themes).sort(),
    stakeholders: unique(content.stakeholders).sort(),
    links: unique(content.links),
    evaluations: unique(content.evaluations),
    replicates: unique(content.replicates),
    translations: translationsOf(content),
    attachments: attachmentsOf(content),
  };
}

/** The translations that say anything, in the order of the languages; never one in the language of the text itself. */
export function translationsOf({
  translations,
  language,
}: Pick<PracticeContent, 'translations' | 'language'>): Translations {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const said = translations[locale];
      if (!said || locale === language || TRANSLATED.every((field) => (said[field] ?? '') === '')) return [];
      return [[locale, Object.fromEntries(TRANSLATED.map((field) => [field, said[field] ?? '']))]];
    }),
  );
}

/** The attachments with their parts in the order of the model, whatever order a database gives them back in. */
export function attachmentsOf({ attachments }: Pick<PracticeContent, 'attachments'>): Attachment[] {
  return attachments.map(({ id, name, type, size, caption }) => ({ id, name, type, size, caption }));
}

/**
 * `before` with what `said` says of it; what it does not speak of stays, a text of a translation as much as a field. Where
 * only the countries are spoken of, the regions that stood for the former countries go with them.
 */
export function merged(before: PracticeContent, said: Said): PracticeContent {
  const regions =
    said.countries && !said.regions
      ? before.regions.filter((region) => !regionsOf(before.countries).includes(region))
      : before.regions;
  // A table without an edition or without headings says nothing of where its practices came from.
  const source = {
    edition: said.source?.edition ?? before.source.edition,
    label: said.source?.label || before.source.label,
  };
  const translations = mergedTranslations(before.translations, said.translations ?? {});
  return canonical({ ...before, regions, ...said, translations, source });
}

function mergedTranslations(before: Translations, said: SaidTranslations): Translations {
  const texts = (locale: keyof Translations): Translation => ({ ...NO_TEXTS, ...before[locale], ...said[locale] });
  return Object.fromEntries(LOCALES.map((locale) => [locale, texts(locale)]));
}

const NO_TEXTS = Object.fromEntries(TRANSLATED.map((field) => [field, ''])) as Translation;

/** One field in which two contents differ. */
export interface Difference {
  field: keyof PracticeContent;
  before: unknown;
  after: unknown;
}

/** The fields in which two canonical contents differ, in the order of the model. */
export function differences(before: PracticeContent, after: PracticeContent): Difference[] {
  return (Object.keys(EMPTY_CONTENT) as (keyof PracticeContent)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}
