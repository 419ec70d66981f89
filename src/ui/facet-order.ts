import type { FacetValueView } from './views.ts';

/** How many values of a facet are shown before the rest must be asked for. */
export const SHOWN_AT_FIRST = 8;
/** From how many values on a facet gets a field to search among them (where scripts run). */
export const SEARCHED_FROM = 13;

/**
 * The values of a facet as they are shown: the selected ones first, then the others in the order they came; the first few
 * at once, the rest folded. Nested values (regions) keep their order, since a region makes sense under the one it lies in.
 * No selected value is ever folded away: `restOpen` says that the rest must be shown open for that.
 */
export function foldedValues(values: FacetValueView[]): {
  first: FacetValueView[];
  rest: FacetValueView[];
  restOpen: boolean;
} {
  const nested = values.some(({ depth }) => depth > 0);
  const selected = values.filter((value) => value.selected);
  const ordered = nested ? values : [...selected, ...values.filter((value) => !value.selected)];
  // One or two more are not worth a fold.
  const cut =
    ordered.length <= SHOWN_AT_FIRST + 2 ? ordered.length : Math.max(SHOWN_AT_FIRST, nested ? 0 : selected.length);
  const rest = ordered.slice(cut);
  return { first: ordered.slice(0, cut), rest, restOpen: rest.some((value) => value.selected) };
}

/** Whether a facet is open when the page comes: the first three, and whichever has a selection. */
export function isOpenAtFirst(position: number, values: FacetValueView[]): boolean {
  return position < 3 || values.some((value) => value.selected);
}
