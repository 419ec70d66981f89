import { translate } from '#platform/languages.ts';
import { EXPORT_FORMATS, type ExportFormat, writeExport, writeFeed } from '#forum/practices/index.ts';
import { HANDOUT_FORMATS } from '#forum/reports/index.ts';
import { badRequest, notFound } from '../answers.ts';
import { handoutAnswer, isHandout } from '../handout.ts';
import { selectionOf } from '../selection.ts';
import type { RequestHandler } from './$types';

/** A file of exactly the selection, or a feed of what changed in it last. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  if (format !== 'atom' && !isFormat(format) && !isHandout(format))
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format, known: [...EXPORT_FORMATS, ...HANDOUT_FORMATS, 'atom'].join(', ') },
    });
  const { filter, complaints } = await selectionOf(url, locals, { paged: false, sized: false });
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const practices = await forum.search.findAll(ctx.db, filter, ctx.now);
  if (isHandout(format)) {
    const title = translate(ctx.locale, 'site.nav-practices');
    return handoutAnswer(format, practices, { title, path: `/practices${url.search}`, name: 'practices' }, locals);
  }
  if (format === 'atom') {
    const { origin } = forum.settings;
    const head = {
      title: `${translate(ctx.locale, 'site.nav-practices')} · Common Space`,
      language: ctx.locale,
      self: `${origin}${locals.prefix}${locals.path}${url.search}`,
      page: `${origin}${locals.prefix}/practices${url.search}`,
    };
    return new Response(writeFeed(practices, head, origin), {
      headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'no-cache' },
    });
  }
  const { body, mediaType } = await writeExport(format, practices, forum.settings.origin, ctx.now.getUTCFullYear());
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="practices.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};

const isFormat = (text: string): text is ExportFormat => EXPORT_FORMATS.some((format) => format === text);
