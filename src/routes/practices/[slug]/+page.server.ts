import { error } from '@sveltejs/kit';
import { LOCALES } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import {
  asWritten,
  CITATION_FORMATS,
  isStale,
  knownSince,
  practiceUrl,
  printReference,
  readIn,
  sourceCode,
  versionsOfPractice,
} from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import { pictureSizes } from '#platform/uploads/store.ts';
import type { PracticeView } from '#ui/views.ts';
import { keptIn } from '../../collection.ts';
import { keepingView } from '../../keeping.ts';
import { noPracticePage, practiceHere } from '../../practice-here.ts';
import { practiceText } from '../../practice-text.ts';
import { reasonsOf } from '../../similar.ts';
import { dateText, facetHref, languageName, namedView, practiceHref } from '../../views.ts';
import { kinOf, translationView } from './told.ts';
import { versionViews } from '../../versions.ts';
import { signposts, structuredData } from './structured-data.ts';
import type { PageServerLoad } from './$types';

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
  const views = await versionViews(locals, practice, versions);
  const shown = views.find(({ number }) => number === version.number)!;
  const origin = forum.settings.origin;
  return {
    title: reading.title.text,
    titleLang: reading.title.language,
    text: {
      ...practiceText(reader, content, {
        pictures: await pictureSizes(
          ctx.db,
          content.attachments.map(({ id }) => id),
        ),
        reading,
        year: ctx.now.getUTCFullYear(),
        sourceHref:
          sourceCode(content.source) === sourceCode(practice.source)
            ? facetHref(reader, 'source', sourceCode(content.source))
            : practiceHref(reader, practice.slug),
      }),
      translatedInto: LOCALES.filter((other) => content.translations[other] && other !== locale).map((other) => ({
        label: languageName(other, locale),
        lang: other,
        href: `/${other}/practices/${encodeURIComponent(practice.slug)}`,
      })),
      confirmed:
        practice.confirmedAt &&
        translate(locale, 'site.confirmed-on', { when: dateText(new Date(practice.confirmedAt), locale) }),
      stale:
        shown.current && isStale(practice, ctx.now)
          ? translate(locale, 'site.stale-text', { when: dateText(knownSince(practice), locale) })
          : null,
    },
    translation: translationView(reader, url, { content, original }),
    keeping: keepingView(locals, practice),
    archived: practice.standing === 'archived',
    ...(await kinOf(reader, ctx.db, practice)),
    lineageHref: `${practiceHref(reader, practice.slug)}/lineage`,
    askHref: practice.standing === 'published' ? `${practiceHref(reader, practice.slug)}/replicate` : null,
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
