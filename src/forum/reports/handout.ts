import { dateIn } from '#vocab/dates.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import type { Locale } from '#vocab/language.ts';
import { printPlaces } from '#vocab/places.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import {
  isStale,
  knownSince,
  type Practice,
  practiceUrl,
  printReference,
  readIn,
  type Reading,
  statusOf,
} from '#forum/practices/index.ts';
import type { Reader } from './model.ts';
import { datesIn } from './wording.ts';

/** As many practices as one handout holds: some 400 pages. */
export const MOST_IN_HANDOUT = 500;

/** A practice as it stands in a handout. */
export interface HandoutPractice {
  title: string;
  /** The practice's page, a full address. */
  href: string;
  /** What is known of it, in the reader's language. */
  /** Each label with the colon of its language. */
  facts: { label: string; value: string }[];
  /** A paragraph each. */
  summary: string[];
  /** The languages of title and summary: either may be a translation. */
  language: Locale;
  summaryLanguage: Locale;
  /** What came of it, what it cost, what was learnt, what another place needs: only what somebody told. */
  told: { heading: string; text: string[]; language: Locale }[];
  /** As a line of a list of references, without its address; and the language it is written in. */
  reference: string;
  referenceLanguage: Locale;
}

/** Practices to hand over on paper or as a file: each with its facts, and references in the end. */
export interface Handout {
  title: string;
  /** A sentence each. */
  introduction: string[];
  practices: HandoutPractice[];
}

/** The handout of these practices, in the order given, as things stand at `now`. `address` is where they are read on line. */
export function handoutOf(
  practices: readonly Practice[],
  head: { title: string; address: string; now: Date },
  reader: Reader,
): Handout {
  const { locale } = reader;
  return {
    title: head.title,
    introduction: [
      translate(locale, 'reports.handout-introduction', { count: practices.length, when: dateIn(locale, head.now) }),
      translate(locale, 'reports.handout-address', { address: head.address }),
    ],
    practices: practices.map((practice) => handoutPractice(practice, head.now, reader)),
  };
}

function handoutPractice(practice: Practice, now: Date, { locale, origin }: Reader): HandoutPractice {
  const reading = readIn(locale, practice);
  return {
    title: reading.title.text,
    href: practiceUrl(practice, origin),
    facts: factsOf(practice, reading, locale, now),
    summary: paragraphsOf(reading.summary.text),
    language: reading.title.language,
    summaryLanguage: reading.summary.language,
    told: (['results', 'costs', 'lessons', 'needs'] as const)
      .map((field) => ({
        heading: translate(locale, `site.field-${field}`),
        text: paragraphsOf(reading[field].text),
        language: reading[field].language,
      }))
      .filter(({ text }) => text.length > 0),
    reference: printReference(practice),
    referenceLanguage: practice.language,
  };
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function factsOf(practice: Practice, reading: Reading, locale: Locale, now: Date): { label: string; value: string }[] {
  const written = new Intl.DisplayNames(locale, { type: 'language' }).of(practice.language) ?? practice.language;
  const list = (values: string[]) => values.join(translate(locale, 'site.between-parts'));
  const coded = (code: string, label: string) => `${code} ${label}`;
  const facts: [label: MessageKey, value: string][] = [
    ['site.fact-where', printPlaces(practice, locale)],
    ['site.fact-when', datesIn(practice, locale)],
    ['site.fact-status', translate(locale, `site.status-${statusOf(practice, now.getUTCFullYear())}`)],
    ['site.fact-kind', practice.kind === null ? '' : kindLabel(practice.kind, locale)],
    ['site.sdg-title', list(practice.sdg.map((code) => coded(code, sdgLabel(code, locale))))],
    ['site.gcm-title', list(practice.gcm.map((code) => coded(code, gcmLabel(code, locale))))],
    ['site.themes-title', list(practice.themes.map((code) => themeLabel(code, locale)))],
    ['site.field-owner', practice.owner],
    ['site.fact-stakeholders', list(practice.stakeholders.map((code) => stakeholderLabel(code, locale)))],
    ['site.fact-partners', list(practice.partners)],
    ['site.fact-links', list(practice.links)],
    ['site.field-evaluations', list(practice.evaluations)],
    ['site.fact-language', reading.translated ? translate(locale, 'site.translated-from', { language: written }) : ''],
    ['site.fact-confirmed', confirmedText(practice, now, locale)],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => ({ label: translate(locale, 'site.label', { label: translate(locale, key) }), value }));
}

/** When a practice was last confirmed, or that nobody has for long; nothing where neither is worth saying. */
function confirmedText(practice: Practice, now: Date, locale: Locale): string {
  if (isStale(practice, now)) {
    const text = translate(locale, 'site.stale-text', { when: dateIn(locale, knownSince(practice)) });
    return `${translate(locale, 'site.stale-title')}. ${text}`;
  }
  if (practice.confirmedAt === null) return '';
  return translate(locale, 'site.confirmed-on', { when: dateIn(locale, new Date(practice.confirmedAt)) });
}
