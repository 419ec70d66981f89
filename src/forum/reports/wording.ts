import type { Locale } from '#vocab/language.ts';
import { printPlaces } from '#vocab/places.ts';
import { printSdgRefs } from '#vocab/sdg-references.ts';
import { translate } from '#platform/languages.ts';
import { type Practice, practiceUrl, printPartners, printYears, splitPartners } from '#forum/practices/index.ts';
import type { AnnexRow, Reader } from './model.ts';

// An annex is read by people and by the import. Whatever it words in a language must be read again as what it was.

/**
 * The heading of a part of the annex, from the label of its source. The two parts that every edition has are named in full
 * and translated; an import reads the same label from either. Other labels stand as they are.
 */
export function partHeading(label: string, locale: Locale): string {
  if (label === 'Call for inputs') return translate(locale, 'reports.part-call-for-inputs');
  const year = /^(20\d\d) Roundtables$/.exec(label)?.[1];
  return year === undefined ? label : translate(locale, 'reports.part-roundtables', { year });
}

/** The practice as a line of the annex. */
export function rowOf(practice: Practice, { locale, origin }: Reader): AnnexRow {
  return {
    slug: practice.slug,
    sdg: printSdgRefs(practice.sdg),
    name: practice.title,
    href: practiceUrl(practice, origin),
    dates: datesIn(practice, locale),
    where: printPlaces(practice, locale),
    aim: practice.summary === '' ? [] : practice.summary.split('\n'),
    partners: partnerLines(practice.partners),
    language: practice.language,
  };
}

/** The years as the annex prints them, "current" in the reader's language. */
export function datesIn(practice: Practice, locale: Locale): string {
  return printYears(practice)
    .replace('Current', translate(locale, 'reports.current-alone'))
    .replace('current', translate(locale, 'reports.current'));
}

/** A partner a line where each line would be read as that one partner, else all of them in the line that is. */
function partnerLines(partners: string[]): string[] {
  const again = splitPartners(partners.join('\n'));
  const same = again.length === partners.length && again.every((partner, at) => partner === partners[at]);
  return same ? partners : [printPartners(partners)];
}
