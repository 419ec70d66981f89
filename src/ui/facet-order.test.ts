import { expect, test } from 'vitest';
import { foldedValues, isOpenAtFirst } from './facet-order.ts';
import type { FacetValueView } from './views.ts';

const value = (name: string, more: Partial<FacetValueView> = {}): FacetValueView => ({
  value: name,
  code: '',
  label: name,
  count: 1,
  selected: false,
  depth: 0,
  ...more,
});
const letters = (count: number) => Array.from({ length: count }, (_, at) => value(String.fromCharCode(97 + at)));
const names = (values: FacetValueView[]) => values.map((one) => one.value).join('');

test('a long list shows eight values and folds the rest', () => {
  const { first, rest } = foldedValues(letters(20));
  expect([first.length, rest.length]).toEqual([8, 12]);
});

test('what is selected comes first, the others keep their order', () => {
  const values = letters(12).map((one) => ({ ...one, selected: one.value === 'k' }));
  expect(names(foldedValues(values).first)).toBe('kabcdefg');
});

test('nobody has to unfold a list for one or two more', () => {
  expect(foldedValues(letters(10)).rest).toEqual([]);
});

test('every selected value is seen, however many there are', () => {
  const values = letters(15).map((one, at) => ({ ...one, selected: at > 3 }));
  expect(foldedValues(values).rest.some((one) => one.selected)).toBe(false);
});

test('regions stay under the region they lie in, and a selected one far down opens the fold', () => {
  const values = letters(12).map((one, at) => ({ ...one, depth: at % 3, selected: at === 11 }));
  const { first, restOpen } = foldedValues(values);
  expect([names(first), restOpen]).toEqual(['abcdefgh', true]);
});

test('the first three facets are open, and any with a selection', () => {
  expect([0, 2, 3].map((position) => isOpenAtFirst(position, letters(2)))).toEqual([true, true, false]);
  expect(isOpenAtFirst(7, [value('a', { selected: true })])).toBe(true);
});
