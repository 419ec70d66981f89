import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { printPlaces } from '#vocab/places.ts';
import { regionsOf } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { type PracticeContent, statusOf } from '#forum/practices/index.ts';
import type { PracticeTextView } from '#ui/views.ts';
import { facetHref, goalName, type Reader, sdgView, sourceName, yearsText } from './views.ts';

/** What a practice says, for a reader. `year` decides what is planned, ongoing or completed. */
export function practiceText(
  reader: Reader,
  content: PracticeContent,
  { year, sourceHref }: { year: number; sourceHref: string },
): PracticeTextView {
  const { locale, prefix } = reader;
  const where = printPlaces(content, locale);
  const source = sourceName(content.source, locale);
  return {
    lang: content.language,
    language: new Intl.DisplayNames(locale, { type: 'language' }).of(content.language) ?? content.language,
    summary: content.summary.split('\n').filter((line) => line !== ''),
    where,
    years: yearsText(content, locale),
    kind: content.kind === null ? null : kindLabel(content.kind, locale),
    status: translate(locale, `site.status-${statusOf(content, year)}`),
    sdg: content.sdg.map((code) => ({ ...sdgView(reader, code), goalLabel: goalName(goalOf(code), locale) })),
    gcm: content.gcm.map((code) => ({ code, label: gcmLabel(code, locale), href: `${prefix}/gcm/${code}` })),
    themes: content.themes.map((code) => ({ label: themeLabel(code, locale), href: facetHref(reader, 'theme', code) })),
    stakeholders: content.stakeholders.map((code) => ({
      label: stakeholderLabel(code, locale),
      href: facetHref(reader, 'stakeholder', code),
    })),
    countries: content.countries.map((code) => ({ name: countryName(code, locale), href: `${prefix}/places/${code}` })),
    beyondCountries:
      where !== printPlaces({ ...content, places: [], regions: regionsOf(content.countries), global: false }, locale),
    partners: content.partners,
    links: content.links.map((href) => ({ href, host: URL.parse(href)?.host ?? href })),
    source: source === '' ? null : { label: source, href: sourceHref },
  };
}
