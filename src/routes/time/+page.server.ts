import type { TimePageView } from '#ui/views.ts';
import { coverageHref } from '../coverage.ts';
import { mapHref } from '../map.ts';
import { gapsIn, problemsOf, rowChoices, selectionView } from '../picture.ts';
import { PICTURE_FORMATS } from '../picture-file.ts';
import { timeAt, timeHref, timeView } from '../time.ts';
import type { PageServerLoad } from './$types';

/** Through time: practices of any selection running by year and subject. */
export const load: PageServerLoad = async ({ url, locals }): Promise<TimePageView> => {
  const reader = { locale: locals.ctx.locale, prefix: locals.prefix };
  const { rows, selection } = await timeAt(url, locals);
  if (selection.complaints.length > 0) locals.status = 400;
  const { filter } = selection;
  const { heat, years, told, total } = await timeView(locals, rows, filter);
  return {
    selection: selectionView(reader, selection, total, (other) => timeHref(reader, rows, other)),
    heat,
    years,
    told,
    gaps: gapsIn(heat),
    problems: problemsOf(reader, selection),
    rows: rowChoices(reader, rows, (other) => timeHref(reader, other, filter)),
    mapHref: mapHref(reader, filter, null),
    coverageHref: coverageHref(reader, { rows, within: null }, filter),
    downloads: PICTURE_FORMATS.map((format) => ({ format, href: timeHref(reader, rows, filter, `time.${format}`) })),
  };
};
