import { translate } from '#platform/languages.ts';
import { demand, DIRECTORY_FIELDS, directory, parseDirectoryFilter, roleName } from '#forum/people/index.ts';
import { guardFormula } from '#forum/practices/index.ts';
import { csvOf } from '#ui/written.ts';
import { badRequest } from '../answers.ts';
import type { RequestHandler } from './$types';

/** A selection of the directory as a file: what its contacts show to the reader, and nothing else. */
export const GET: RequestHandler = async ({ url, locals: { ctx } }) => {
  demand(ctx.actor, 'directory.export');
  const { locale } = ctx;
  const { filter, complaints } = parseDirectoryFilter(url.searchParams);
  if (complaints.length > 0) return badRequest(locale, complaints);
  const entries = await directory(ctx, filter);
  const head = (['roles', ...DIRECTORY_FIELDS] as const).map((field) => translate(locale, `people.field-${field}`));
  const lines = entries.map(({ roles, shown }) => [
    roles.map((role) => roleName(locale, role)).join('; '),
    ...DIRECTORY_FIELDS.map((field) => shown[field] ?? ''),
  ]);
  return new Response(csvOf([head, ...lines.map((line) => line.map(guardFormula))]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="directory.csv"',
    },
  });
};
