import { error } from '@sveltejs/kit';
import { printPlaces } from '#vocab/places.ts';
import { translate } from '#platform/languages.ts';
import {
  CITATION_FORMATS,
  practiceUrl,
  printReference,
  sourceCode,
  versionsOfPractice,
} from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import type { PracticeView } from '#ui/views.ts';
import { keptIn } from '../../collection.ts';
import { keepingView } from '../../keeping.ts';
import { practiceHere } from '../../practice-here.ts';
import { practiceText } from '../../practice-text.ts';
import { dateText, facetHref, practiceHref } from '../../views.ts';
import { reasonsOf } from '../../similar.ts';
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
  if (!practice)
    error(404, { message, detail: translate(locale, 'problems.practice-not-found', { slug: slug.slice(0, 80) }) });
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
  setHeaders({ link: signposts(practice, forum.settings.origin) });
  const views = versionViews(locals, practice, versions);
  const shown = views.find(({ number }) => number === version.number)!;
  const origin = forum.settings.origin;
  return {
    title: content.title,
    text: practiceText(reader, content, {
      year: ctx.now.getUTCFullYear(),
      sourceHref:
        sourceCode(content.source) === sourceCode(practice.source)
          ? facetHref(reader, 'source', sourceCode(content.source))
          : practiceHref(reader, practice.slug),
    }),
    slug: practice.slug,
    kept: keptIn(cookies).includes(practice.slug),
    similar: (await forum.search.similar(ctx.db, practice, ctx.now)).map((similar) => ({
      href: practiceHref(reader, similar.practice.slug),
      lang: similar.practice.language,
      title: similar.practice.title,
      where: printPlaces(similar.practice, locale),
      reasons: reasonsOf(similar, locale),
    })),
    keeping: keepingView(locals, practice),
    confirmed:
      practice.confirmedAt === null
        ? null
        : translate(locale, 'review.keep-confirmed', { when: dateText(new Date(practice.confirmedAt), locale) }),
    archived: practice.standing === 'archived',
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
