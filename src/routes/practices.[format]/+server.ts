import { EXPORT_FORMATS, type ExportFormat, writeExport } from '#forum/practices/index.ts';
import { badRequest, notFound } from '../answers.ts';
import { selectionOf } from '../selection.ts';
import type { RequestHandler } from './$types';

/** A file of exactly the selection. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  if (!isFormat(format))
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format, known: EXPORT_FORMATS.join(', ') },
    });
  const { filter, complaints } = await selectionOf(url, locals, { paged: false, sized: false });
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const practices = await forum.search.findAll(ctx.db, filter, ctx.now);
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
