import { directionOf } from '#vocab/language.ts';
import { pngOf } from '#platform/files/png.ts';
import { translate } from '#platform/languages.ts';
import { coverageCsv, coverageSvg } from '#ui/coverage-picture.ts';
import { badRequest, notFound } from '../answers.ts';
import { coverageChoice, coverageView } from '../coverage.ts';
import type { RequestHandler } from './$types';

const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8; header=present' };
const ZOOM = 2;

/** The coverage as a picture that stands alone, or as its table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  if (!isFormat(format))
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format, known: Object.keys(MEDIA_TYPES).join(', ') },
    });
  const { choice, complaints } = coverageChoice(url.searchParams);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const coverage = await coverageView(locals, choice);
  const words = {
    title: translate(ctx.locale, 'site.coverage-title'),
    text: translate(ctx.locale, 'site.coverage-picture', { origin: forum.settings.origin }),
    locale: ctx.locale,
    dir: directionOf(ctx.locale),
  };
  const picture = () => coverageSvg(coverage, words, forum.settings.origin);
  const body =
    format === 'csv'
      ? coverageCsv(coverage)
      : format === 'svg'
        ? picture()
        : await pngOf({ svg: picture(), zoom: ZOOM });
  return new Response(body as string | Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="coverage.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};

const isFormat = (text: string): text is keyof typeof MEDIA_TYPES => Object.hasOwn(MEDIA_TYPES, text);
