import { translate } from '#platform/languages.ts';
import { type Facet, FACETS, type PracticeFilter, toggled } from '#forum/practices/index.ts';
import type { ChipView } from '#ui/views.ts';
import { namedValue } from './facets.ts';
import type { Selection } from './selection.ts';
import type { Reader } from './views.ts';

/** A filter that is on, with the selection without it. */
export type Chip = ChipView & { without: PracticeFilter };

/** The values that a selection is narrowed by, each to be taken off; `href` is the address of a selection. */
export function chipsOf(
  { locale }: Reader,
  { filter, sources }: Selection,
  href: (filter: PracticeFilter) => string,
): Chip[] {
  return FACETS.flatMap((facet: Facet) =>
    filter.selections[facet].map((value) => {
      const without = toggled(filter, facet, value);
      return {
        ...namedValue(facet, value, locale, sources),
        facetLabel: translate(locale, `site.facet-${facet}`),
        removeHref: href(without),
        without,
      };
    }),
  );
}

/** The words that are searched for, as one more of them; none where there are no words. */
export function wordsChip(
  { locale }: Reader,
  filter: PracticeFilter,
  href: (filter: PracticeFilter) => string,
): Chip[] {
  if (filter.q === '') return [];
  const without: PracticeFilter = { ...filter, q: '', page: 1, sort: 'newest' };
  const facetLabel = translate(locale, 'site.empty-text');
  return [{ code: '', label: `“${filter.q}”`, facetLabel, removeHref: href(without), without }];
}
