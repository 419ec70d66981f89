import {
  CITATION_TYPES,
  EXPORT_FORMATS,
  type ExportFormat,
  writeCitation,
  writeExport,
} from '#forum/practices/index.ts';
import { translate } from '#platform/languages.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import { notFound } from '../answers.ts';
import { handoutAnswer, isHandout } from '../handout.ts';
import { addressOf, found, MOST_KEPT, namedIn } from '../collection.ts';
import type { RequestHandler } from './$types';

/** The practices an address names, as a file that imports again, or as references. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  const { origin } = forum.settings;
  const headers = { 'content-disposition': `attachment; filename="collection.${format}"`, 'cache-control': 'no-cache' };
  const { practices: named } = await found(locals, namedIn(url.searchParams, MOST_KEPT));
  // What is archived is read at its own address alone, and taken along from nowhere.
  const practices = named.filter(({ standing }) => standing === 'published');
  if (isHandout(format)) {
    const title = translate(ctx.locale, 'site.collection-sent');
    const path = `/collection?${addressOf(practices.map(({ slug }) => slug))}`;
    return handoutAnswer(format, practices, { title, path, name: 'collection' }, locals);
  }
  if (format === 'bib' || format === 'ris') {
    const references = practices.map((practice) => writeCitation(format, practice, origin)).join('\n');
    return new Response(references, { headers: { ...headers, 'content-type': CITATION_TYPES[format] } });
  }
  if (!isFormat(format))
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format, known: [...HANDOUT_FORMATS, ...EXPORT_FORMATS, 'bib', 'ris'].join(', ') },
    });
  const { body, mediaType } = await writeExport(format, practices, origin, ctx.now.getUTCFullYear());
  return new Response(body as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'content-type': mediaType } });
};

const isFormat = (text: string): text is ExportFormat => EXPORT_FORMATS.some((format) => format === text);
