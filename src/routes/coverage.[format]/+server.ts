import { directionOf } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { coverageCsv, coverageSvg } from '#ui/coverage-picture.ts';
import { badRequest, notFound } from '../answers.ts';
import { coverageChoice, coverageView } from '../coverage.ts';
import type { RequestHandler } from './$types';

const MEDIA_TYPES = { svg: 'image/svg+xml', csv: 'text/csv; charset=utf-8; header=present' };

/** The coverage as a picture that stands alone, or as its table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  if (format !== 'svg' && format !== 'csv')
    return notFound(ctx.locale, { key: 'problems.unknown-format', values: { format, known: 'svg, csv' } });
  const { choice, complaints } = coverageChoice(url.searchParams);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const coverage = await coverageView(locals, choice);
  const words = {
    title: translate(ctx.locale, 'site.coverage-title'),
    text: translate(ctx.locale, 'site.coverage-picture', { origin: forum.settings.origin }),
    locale: ctx.locale,
    dir: directionOf(ctx.locale),
  };
  const body = format === 'svg' ? coverageSvg(coverage, words, forum.settings.origin) : coverageCsv(coverage);
  return new Response(body, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="coverage.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};
