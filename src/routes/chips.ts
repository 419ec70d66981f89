import { translate } from '#platform/languages.ts';
import { FACETS, type PracticeFilter, toggled } from '#forum/practices/index.ts';
import type { ChipView } from '#ui/views.ts';
import { namedValue } from './facets.ts';
import type { Selection } from './selection.ts';
import { quoted, type Reader } from './views.ts';

/** A filter that is on, and the selection without it. */
export interface Chip extends ChipView {
  without: PracticeFilter;
}

/** The values selected, facet by facet; `hrefOf` makes the address of the page for another selection. */
export function chipsOf(
  { locale }: Reader,
  { filter, sources }: Selection,
  hrefOf: (filter: PracticeFilter) => string,
): Chip[] {
  return FACETS.flatMap((facet) =>
    filter.selections[facet].map((value) => {
      const without = toggled(filter, facet, value);
      return {
        ...namedValue(facet, value, locale, sources),
        facetLabel: translate(locale, `site.facet-${facet}`),
        removeHref: hrefOf(without),
        without,
      };
    }),
  );
}

/** The words searched for, as one more filter that can be taken off; none where there are none. */
export function textChips(
  { locale }: Reader,
  { filter }: Pick<Selection, 'filter'>,
  hrefOf: (filter: PracticeFilter) => string,
): Chip[] {
  if (filter.q === '') return [];
  const without: PracticeFilter = { ...filter, q: '', page: 1, sort: 'newest' };
  return [
    {
      code: '',
      label: quoted(filter.q, locale),
      facetLabel: translate(locale, 'site.empty-text'),
      removeHref: hrefOf(without),
      without,
    },
  ];
}
