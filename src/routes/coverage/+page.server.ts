import { regionName } from '#vocab/regions.ts';
import { say, translate } from '#platform/languages.ts';
import type { CoveragePageView } from '#ui/views.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import { COVERAGE_ROWS, coverageChoice, coverageView, DIVIDED } from '../coverage.ts';
import { mapHref } from '../map.ts';
import type { PageServerLoad } from './$types';

/** The coverage picture: what is done where, and what nobody does. */
export const load: PageServerLoad = async ({ url, locals }): Promise<CoveragePageView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const { choice, complaints } = coverageChoice(url.searchParams);
  if (complaints.length > 0) locals.status = 400;
  const address = ({ rows, within }: typeof choice) =>
    `${prefix}/coverage?rows=${rows}${within === null ? '' : `&within=${within}`}`;
  const coverage = await coverageView(locals, choice);
  const file = address(choice).replace('/coverage?', '/coverage.svg?');
  return {
    coverage,
    gaps: coverage.rows.reduce((sum, { cells }) => sum + cells.filter(({ count }) => count === 0).length, 0),
    problems: complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) })),
    rows: COVERAGE_ROWS.map((rows) => ({
      label: translate(locale, `site.coverage-rows-${rows}`),
      href: address({ ...choice, rows }),
      selected: rows === choice.rows,
    })),
    regions: [null, ...DIVIDED].map((within) => ({
      label: within === null ? translate(locale, 'site.coverage-world') : regionName(within, locale),
      href: address({ ...choice, within }),
      selected: within === choice.within,
    })),
    mapHref: mapHref({ locale, prefix }, wholeCatalogue(), choice.within),
    downloads: [
      { format: 'svg', href: file },
      { format: 'png', href: file.replace('.svg?', '.png?') },
      { format: 'csv', href: file.replace('.svg?', '.csv?') },
    ],
  };
};
