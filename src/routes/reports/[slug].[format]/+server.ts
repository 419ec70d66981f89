import {
  ANNEX_FILE_FORMATS,
  type AnnexFormat,
  annexReport,
  editionOfReport,
  writeAnnex,
} from '#forum/reports/index.ts';
import { notFound } from '../../answers.ts';
import type { RequestHandler } from './$types';

/** The annex of an edition, as a file in the reader's language. */
export const GET: RequestHandler = async ({ params: { slug, format }, locals: { ctx, forum } }) => {
  const { locale } = ctx;
  if (!isFormat(format))
    return notFound(locale, {
      key: 'problems.unknown-format',
      values: { format, known: ANNEX_FILE_FORMATS.join(', ') },
    });
  const edition = editionOfReport(slug);
  const annex = edition === null ? null : await annexReport(ctx.db, edition, locale, forum.settings.origin);
  if (!annex) return notFound(locale, { key: 'problems.report-not-found', values: { slug } });
  const { body, mediaType } = await writeAnnex(format, annex, locale);
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${slug}.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};

const isFormat = (text: string): text is (typeof ANNEX_FILE_FORMATS)[number] & AnnexFormat =>
  ANNEX_FILE_FORMATS.some((format) => format === text);
