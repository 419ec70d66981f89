import { RESULT_FORMATS, type ResultFormat, resultLines, resultWorkbook } from '#forum/survey/index.ts';
import { guardFormula } from '#forum/practices/index.ts';
import { csvOf } from '#ui/written.ts';
import { badRequest, notFound, unknownParameters } from '../../../answers.ts';
import { surveyJson } from '../../../api/v1/surveys/item.ts';
import { publishedIn } from '../results/results-here.ts';
import type { RequestHandler } from './$types';

const MEDIA_TYPES: Record<ResultFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
};

/** Published results as a file: the same figures, withheld alike. */
export const GET: RequestHandler = async ({ params: { slug, format }, url, locals }) => {
  const { ctx } = locals;
  const known = RESULT_FORMATS.find((one) => one === format);
  if (!known)
    return notFound(ctx.locale, {
      key: 'problems.unknown-format',
      values: { format, known: RESULT_FORMATS.join(', ') },
    });
  const complaints = unknownParameters(url);
  if (complaints.length > 0) return badRequest(ctx.locale, complaints);
  const found = await publishedIn(locals, slug);
  if (!found) return notFound(ctx.locale, { key: 'results.none-here', values: { slug: slug.slice(0, 80) } });
  const { survey, count, published } = found;
  const lines = () => resultLines(count.content, published, ctx.locale);
  const body =
    known === 'xlsx'
      ? await resultWorkbook(count.content, published, ctx.locale)
      : known === 'csv'
        ? csvOf(lines().map((line) => line.map(guardFormula)))
        : JSON.stringify(surveyJson(found, locals.forum.settings.origin), null, 2);
  return new Response(body as string | Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': MEDIA_TYPES[known],
      'content-disposition': `attachment; filename="${survey.slug}-results.${known}"`,
      'cache-control': 'no-cache',
    },
  });
};
