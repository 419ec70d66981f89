import {
  CITATION_FORMATS,
  CITATION_TYPES,
  type CitationFormat,
  readIn,
  writeCitation,
} from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import { notFound } from '../../answers.ts';
import { noPracticeAnswer, practiceHere } from '../../practice-here.ts';
import { handoutAnswer, isHandout } from '../../handout.ts';
import type { RequestHandler } from './$types';

/** A practice as a document, or as a reference for BibTeX, for a reference manager, or as CSL-JSON. */
export const GET: RequestHandler = async ({ params: { slug, citation }, url, locals }) => {
  const { ctx, forum } = locals;
  const format = CITATION_FORMATS.find((known): known is CitationFormat => known === citation);
  if (!format && !isHandout(citation))
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format: citation, known: [...CITATION_FORMATS, ...HANDOUT_FORMATS].join(', ') },
    });
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}.${citation}`);
  if (!practice) return noPracticeAnswer(locals, slug);
  if (isHandout(citation)) {
    const path = `/practices/${encodeURIComponent(practice.slug)}`;
    return handoutAnswer(
      citation,
      [practice],
      { title: readIn(ctx.locale, practice).title.text, path, name: 'practice' },
      locals,
    );
  }
  return new Response(writeCitation(format!, practice, forum.settings.origin), {
    headers: {
      'content-type': CITATION_TYPES[format!],
      'content-disposition': `attachment; filename="practice.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};
