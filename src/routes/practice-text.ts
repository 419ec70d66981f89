import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { printPlaces } from '#vocab/places.ts';
import { regionsOf } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { PictureSizes } from '#platform/uploads/store.ts';
import { videoLink } from '#platform/links/video.ts';
import type { Locale } from '#vocab/language.ts';
import { type Attachment, filePath, type PracticeContent, type Reading, statusOf } from '#forum/practices/index.ts';
import type { AttachmentView, PracticeTextView, ToldView } from '#ui/views.ts';
import { facetHref, goalName, languageName, type Reader, sdgView, sizeText, sourceName, yearsText } from './views.ts';

/**
 * What a practice says, for a reader. `year` decides what is planned, ongoing or completed. What else there is of it (other languages,
 * when it was confirmed) is its page's to add.
 */
export function practiceText(
  reader: Reader,
  content: PracticeContent,
  {
    reading,
    year,
    sourceHref,
    pictures,
  }: { reading: Reading; year: number; sourceHref: string; pictures: PictureSizes },
): PracticeTextView {
  const { locale, prefix } = reader;
  const where = printPlaces(content, locale);
  const source = sourceName(content.source, locale);
  return {
    lang: content.language,
    language: languageName(content.language, locale),
    summary: paragraphsOf(reading.summary.text),
    summaryLang: reading.summary.language,
    told: toldViews(content, reading, locale),
    owner: content.owner,
    attachments: content.attachments.map((attachment) => attachmentView(reader, attachment, pictures)),
    translatedInto: [],
    confirmed: null,
    stale: null,
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
    links: content.links.map(linkView(locale)),
    source: source === '' ? null : { label: source, href: sourceHref },
  };
}

/** The paragraphs of a text. */
const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** An address somewhere else, by the host it leads to; a film is said to be one, and is never loaded before somebody goes there. */
const linkView = (locale: Locale) => (href: string) => {
  const film = videoLink(href);
  const host = URL.parse(href)?.host ?? href;
  return { href, host: film ? translate(locale, 'site.video-at', { host: film.host }) : host };
};

/** What is told of a practice besides, in the order in which it is read. */
function toldViews({ evaluations }: PracticeContent, reading: Reading, locale: Locale): ToldView[] {
  const told = (['results', 'costs', 'lessons', 'needs'] as const).map((name) => ({
    name,
    title: translate(locale, `site.field-${name}`),
    text: paragraphsOf(reading[name].text),
    lang: reading[name].language,
    links:
      name === 'results' && evaluations.length > 0
        ? { label: translate(locale, 'site.field-evaluations'), list: evaluations.map(linkView(locale)) }
        : null,
  }));
  return told.filter(({ text, links }) => text.length > 0 || links !== null);
}

/** Something attached to a practice, with its kind and its size. */
function attachmentView({ locale, prefix }: Reader, attachment: Attachment, pictures: PictureSizes): AttachmentView {
  const { id, name, type, size, caption } = attachment;
  const kind = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toUpperCase() ?? type;
  const href = prefix + filePath(attachment);
  const small = pictures.get(id);
  return {
    href,
    // Where nobody said what it shows, its name says so, as far as a name does.
    picture: small ? { src: `${href}?small`, ...small, alt: caption || wordsOfName(name) } : null,
    label: caption || name,
    facts: `${kind} · ${sizeText(size, locale)}`,
  };
}

/** "school_garden-2019.jpg" as it is read aloud: "school garden 2019". */
const wordsOfName = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
