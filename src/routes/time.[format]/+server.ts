import { translate } from '#platform/languages.ts';
import { badRequest } from '../answers.ts';
import { selectionView } from '../picture.ts';
import { isPictureFormat, noSuchFormat, pictureFile } from '../picture-file.ts';
import { timeAt, timeHref, timeView } from '../time.ts';
import type { RequestHandler } from './$types';

/** Practices through time as a picture that stands alone, or as its table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { locale } = locals.ctx;
  if (!isPictureFormat(format)) return noSuchFormat(locals, format);
  const { rows, selection } = await timeAt(url, locals);
  if (selection.complaints.length > 0) return badRequest(locale, selection.complaints);
  const { heat, told, total } = await timeView(locals, rows, selection.filter);
  const reader = { locale, prefix: locals.prefix };
  return pictureFile(
    format,
    {
      name: 'time',
      title: translate(locale, 'time.title'),
      told,
      heat,
      selection: selectionView(reader, selection, total, (filter) => timeHref(reader, rows, filter)),
    },
    locals,
  );
};
