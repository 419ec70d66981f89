import { parseSdgRefs } from '#vocab/sdg-references.ts';
import { parseYears } from '../years.ts';
import { knownSection } from './sections.ts';
import type { GridCell, TableColumn } from './table.ts';

/**
 * Whether a row is the heading of a part of the table ("Outcomes of the 2019 Roundtables") and not a practice: one cell merged
 * over the whole width, or the one cell with a text, where that cannot be a practice's only word. `filled` are the cells
 * that hold something, `width` the header's.
 */
export function isSectionRow(
  filled: readonly { cell: GridCell; position: number }[],
  width: number,
  columns: readonly TableColumn[],
): boolean {
  const [only, ...more] = filled;
  if (!only || more.length > 0 || width < 2 || only.cell.barred) return false;
  if ((only.cell.span ?? 1) > width / 2) return true;
  const text = only.cell.text;
  const field = columns.find(({ position }) => position === only.position)?.field;
  // A name alone is a practice of which nothing more is said, unless it is how parts of an annex are called.
  if (field === 'title') return width > 2 && (knownSection(text) !== null || /:\s*$/.test(text));
  if (field === 'sdg') return parseSdgRefs(text).refs.length === 0;
  if (field === 'dates') return !parseYears(text).ok;
  return field === undefined || only.position === 0;
}
