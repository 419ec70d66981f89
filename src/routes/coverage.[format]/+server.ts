import { translate } from '#platform/languages.ts';
import { badRequest } from '../answers.ts';
import { coverageAt, coverageHref, coverageView } from '../coverage.ts';
import { selectionView } from '../picture.ts';
import { isPictureFormat, noSuchFormat, pictureFile } from '../picture-file.ts';
import type { RequestHandler } from './$types';

/** The coverage as a picture that stands alone, or as its table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { locale } = locals.ctx;
  if (!isPictureFormat(format)) return noSuchFormat(locals, format);
  const { choice, selection } = await coverageAt(url, locals);
  if (selection.complaints.length > 0) return badRequest(locale, selection.complaints);
  const { heat, total } = await coverageView(locals, choice, selection.filter);
  const reader = { locale, prefix: locals.prefix };
  return pictureFile(
    format,
    {
      name: 'coverage',
      title: translate(locale, 'site.coverage-title'),
      told: [translate(locale, 'site.practices-count', { count: total })],
      heat,
      selection: selectionView(reader, selection, total, (filter) => coverageHref(reader, choice, filter)),
    },
    locals,
  );
};
