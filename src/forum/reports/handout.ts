import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import type { Locale } from '#vocab/language.ts';
import { printPlaces } from '#vocab/places.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { type Practice, practiceUrl, printReference, statusOf } from '#forum/practices/index.ts';
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
  facts: { label: string; value: string }[];
  /** A paragraph each. */
  summary: string[];
  /** As a line of a list of references, without its address. */
  reference: string;
  /** The language in which title and summary are written. */
  language: Locale;
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
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(head.now);
  return {
    title: head.title,
    introduction: [
      translate(locale, 'reports.handout-introduction', { count: practices.length, when }),
      translate(locale, 'reports.handout-address', { address: head.address }),
    ],
    practices: practices.map((practice) => ({
      title: practice.title,
      href: practiceUrl(practice, reader.origin),
      facts: factsOf(practice, locale, head.now.getUTCFullYear()),
      summary: practice.summary.split('\n').filter((line) => line !== ''),
      reference: printReference(practice),
      language: practice.language,
    })),
  };
}

function factsOf(practice: Practice, locale: Locale, year: number): { label: string; value: string }[] {
  const list = (values: string[]) => values.join('; ');
  const coded = (code: string, label: string) => `${code} ${label}`;
  const facts: [label: MessageKey, value: string][] = [
    ['site.fact-where', printPlaces(practice, locale)],
    ['site.fact-when', datesIn(practice, locale)],
    ['site.fact-status', translate(locale, `site.status-${statusOf(practice, year)}`)],
    ['site.fact-kind', practice.kind === null ? '' : kindLabel(practice.kind, locale)],
    ['site.sdg-title', list(practice.sdg.map((code) => coded(code, sdgLabel(code, locale))))],
    ['site.gcm-title', list(practice.gcm.map((code) => coded(code, gcmLabel(code, locale))))],
    ['site.themes-title', list(practice.themes.map((code) => themeLabel(code, locale)))],
    ['site.fact-stakeholders', list(practice.stakeholders.map((code) => stakeholderLabel(code, locale)))],
    ['site.fact-partners', list(practice.partners)],
    ['site.fact-links', list(practice.links)],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ label: translate(locale, label), value }));
}
