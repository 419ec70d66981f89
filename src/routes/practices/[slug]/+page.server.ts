import { error } from '@sveltejs/kit';
import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { printPlaces } from '#vocab/places.ts';
import { regionsOf } from '#vocab/regions.ts';
import { goalOf } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import type { SimilarPractice } from '#forum/search/index.ts';
import {
  asWritten,
  CITATION_FORMATS,
  isStale,
  knownSince,
  practiceUrl,
  printReference,
  readIn,
  sourceCode,
  statusOf,
  versionsOfPractice,
} from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import type { PracticeView } from '#ui/views.ts';
import { keptIn } from '../../collection.ts';
import { noPracticePage, practiceHere } from '../../practice-here.ts';
import {
  dateText,
  facetHref,
  goalName,
  languageName,
  namedView,
  practiceHref,
  sdgView,
  sourceName,
  yearsText,
} from '../../views.ts';
import { attachmentView, kinOf, linkView, paragraphsOf, toldViews, translationView } from './told.ts';
import { versionViews } from '../../versions.ts';
import { signposts, structuredData } from './structured-data.ts';
import type { PageServerLoad } from './$types';

/** Why two practices are alike, in words. */
function reasonsOf({ targets, countries, themes, words }: SimilarPractice, locale: Locale): string[] {
  const and = (list: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(list);
  const say = (key: 'targets' | 'country' | 'corridor' | 'themes' | 'words', list: string[]) =>
    list.length === 0 ? [] : [translate(locale, `site.similar-${key}`, { list: and(list), count: list.length })];
  return [
    ...say('targets', targets),
    ...say(
      countries.length > 1 ? 'corridor' : 'country',
      countries.map((code) => countryName(code, locale)),
    ),
    ...say(
      'themes',
      themes.map((theme) => themeLabel(theme, locale)),
    ),
    ...say('words', words),
  ];
}

/** The names by which reference managers know them. */
const CITATION_NAMES = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON' };

/** A practice as it is now, or, with ?version=N, as it was then. */
export const load: PageServerLoad = async ({
  params: { slug },
  url,
  locals,
  cookies,
  setHeaders,
}): Promise<PracticeView> => {
  const { ctx, forum, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const message = translate(locale, 'problems.not-found');
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}`);
  if (!practice) return noPracticePage(locals, slug);
  const versions = await versionsOfPractice(ctx.db, practice.id);
  const asked = url.searchParams.get('version');
  const version = asked === null ? versions.at(-1)! : versions.find(({ number }) => String(number) === asked);
  if (!version)
    error(404, {
      message,
      detail: translate(locale, 'problems.version-not-found', {
        version: asked!.slice(0, 20),
        last: practice.version,
      }),
    });
  const { content } = version;
  const original = url.searchParams.get('original') === '1';
  const reading = original ? asWritten(content) : readIn(locale, content);
  setHeaders({ link: signposts(practice, forum.settings.origin) });
  const views = versionViews(reader, practice, versions);
  const shown = views.find(({ number }) => number === version.number)!;
  const where = printPlaces(content, locale);
  const origin = forum.settings.origin;
  return {
    title: reading.title.text,
    titleLang: reading.title.language,
    summary: paragraphsOf(reading.summary.text),
    summaryLang: reading.summary.language,
    told: toldViews(content, reading, locale),
    translation: translationView(reader, url, { content, reading, original }),
    translatedInto: LOCALES.filter((other) => content.translations[other] && other !== locale).map((other) => ({
      label: languageName(other, locale),
      lang: other,
      href: `/${other}/practices/${encodeURIComponent(practice.slug)}`,
    })),
    owner: content.owner,
    attachments: content.attachments.map((attachment) => attachmentView(reader, attachment)),
    confirmed:
      practice.confirmedAt &&
      translate(locale, 'site.confirmed-on', { when: dateText(new Date(practice.confirmedAt), locale) }),
    stale: isStale(practice, ctx.now)
      ? translate(locale, 'site.stale-text', { when: dateText(knownSince(practice), locale) })
      : null,
    archived: practice.standing === 'archived',
    ...(await kinOf(reader, ctx.db, practice)),
    lineageHref: `${practiceHref(reader, practice.slug)}/lineage`,
    askHref: practice.standing === 'published' ? `${practiceHref(reader, practice.slug)}/replicate` : null,
    where,
    years: yearsText(content, locale),
    kind: content.kind === null ? null : kindLabel(content.kind, locale),
    status: translate(locale, `site.status-${statusOf(content, ctx.now.getUTCFullYear())}`),
    sdg: content.sdg.map((code) => ({ ...sdgView(reader, code), goalLabel: goalName(goalOf(code), locale) })),
    gcm: content.gcm.map((code) => ({ code, label: gcmLabel(code, locale), href: `${prefix}/gcm/${code}` })),
    themes: content.themes.map((code) => ({ label: themeLabel(code, locale), href: facetHref(reader, 'theme', code) })),
    stakeholders: content.stakeholders.map((code) => ({
      label: stakeholderLabel(code, locale),
      href: facetHref(reader, 'stakeholder', code),
    })),
    countries: content.countries.map((code) => ({
      name: countryName(code, locale),
      href: `${prefix}/places/${code}`,
    })),
    beyondCountries:
      where !== printPlaces({ ...content, places: [], regions: regionsOf(content.countries), global: false }, locale),
    partners: content.partners,
    links: content.links.map(linkView),
    source:
      sourceName(content.source, locale) === ''
        ? null
        : {
            label: sourceName(content.source, locale),
            href:
              sourceCode(content.source) === sourceCode(practice.source)
                ? facetHref(reader, 'source', sourceCode(content.source))
                : practiceHref(reader, practice.slug),
          },
    language: languageName(content.language, locale),
    contentLang: content.language,
    slug: practice.slug,
    kept: keptIn(cookies).includes(practice.slug),
    similar: (await forum.search.similar(ctx.db, practice, ctx.now)).map((similar) => ({
      ...namedView(reader, similar.practice),
      reasons: reasonsOf(similar, locale),
    })),
    versions: views,
    shown: {
      number: shown.number,
      isCurrent: shown.current,
      currentHref: practiceHref(reader, practice.slug),
      whenText: shown.whenText,
    },
    cite: `${printReference(content)} ${practiceUrl(practice, origin)}`,
    documents: HANDOUT_FORMATS.map((format) => ({
      format,
      href: `${practiceHref(reader, practice.slug)}.${format}`,
    })),
    citations: CITATION_FORMATS.map((format) => ({
      label: CITATION_NAMES[format],
      href: `${practiceHref(reader, practice.slug)}.${format}`,
    })),
    structuredData: structuredData(practice, origin),
    api: `${prefix}/api/v1/practices/${encodeURIComponent(practice.slug)}`,
  };
};
