import { regionName } from '#vocab/regions.ts';
import { translate } from '#platform/languages.ts';
import type { CoveragePageView } from '#ui/views.ts';
import { coverageAt, type CoverageChoice, coverageHref, coverageView, dividedIn } from '../coverage.ts';
import { mapHref } from '../map.ts';
import { gapsIn, problemsOf, rowChoices, selectionView } from '../picture.ts';
import { PICTURE_FORMATS } from '../picture-file.ts';
import { timeHref } from '../time.ts';
import type { PageServerLoad } from './$types';

/** The coverage picture of any selection: what is done where, and what nobody does. */
export const load: PageServerLoad = async ({ url, locals }): Promise<CoveragePageView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const reader = { locale, prefix };
  const { choice, selection } = await coverageAt(url, locals);
  if (selection.complaints.length > 0) locals.status = 400;
  const { filter } = selection;
  const { heat, total } = await coverageView(locals, choice, filter);
  const address = (changed: Partial<CoverageChoice>) => coverageHref(reader, { ...choice, ...changed }, filter);
  const whole = filter.selections.region.length > 0 ? 'site.coverage-chosen' : 'site.coverage-world';
  return {
    selection: selectionView(reader, selection, total, (other) =>
      coverageHref(
        reader,
        dividedIn(other).includes(choice.within ?? '') ? choice : { ...choice, within: null },
        other,
      ),
    ),
    heat,
    gaps: gapsIn(heat),
    problems: problemsOf(reader, selection),
    rows: rowChoices(reader, choice.rows, (rows) => address({ rows })),
    regions: [null, ...dividedIn(filter)].map((within) => ({
      label: within === null ? translate(locale, whole) : regionName(within, locale),
      href: address({ within }),
      selected: within === choice.within,
    })),
    mapHref: mapHref(reader, filter, choice.within),
    timeHref: timeHref(reader, choice.rows, filter),
    downloads: PICTURE_FORMATS.map((format) => ({
      format,
      href: coverageHref(reader, choice, filter, `coverage.${format}`),
    })),
  };
};
