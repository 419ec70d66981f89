import type { GridCell, GridRow } from './table.ts';
import { attribute, isElement, linesOf } from './word-lines.ts';
import type { WordElement, WordNode } from './word-text.ts';

/** A table of a Word document, and what stands before it since the table before. */
export interface WordTable {
  rows: GridRow[];
  linesBefore: string[];
  headingsBefore: string[];
}

/** The tables of a document, in order; a table within a table is text of its cell. Rows are counted from 1 in each. */
export function wordTables(nodes: readonly WordNode[]): WordTable[] {
  const notes = notesOf(nodes);
  const tables: WordTable[] = [];
  let linesBefore: string[] = [];
  let headingsBefore: string[] = [];
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'table') {
      tables.push({ rows: rowsOf(node, notes), linesBefore, headingsBefore });
      linesBefore = [];
      headingsBefore = [];
    } else {
      const { text } = linesOf([node]);
      linesBefore.push(...text.split('\n').filter((line) => line.trim() !== ''));
      if (/^h[1-6]$/.test(node.tagName)) headingsBefore.push(text);
    }
  }
  return tables;
}

/** The texts of the footnotes and endnotes, which stand in a list at the end. */
function notesOf(nodes: readonly WordNode[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const list of nodes) {
    if (!isElement(list) || list.tagName !== 'ol') continue;
    for (const item of list.childNodes) {
      const id = isElement(item) ? attribute(item, 'id') : undefined;
      if (id && isElement(item)) notes.set(id, linesOf(item.childNodes).text.replace(/\s*↑\s*$/, ''));
    }
  }
  return notes;
}

/** A cell that goes on for some rows more. */
interface Standing {
  cell: GridCell;
  rowsLeft: number;
}

function rowsOf(table: WordElement, notes: Map<string, string>): GridRow[] {
  const standing = new Map<number, Standing>();
  return tableRows(table).map((row, at) => {
    const cells: GridCell[] = [];
    const own = row.childNodes.filter((node) => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'));
    for (const node of own as WordElement[]) {
      repeatStanding(cells, standing);
      const { text, links, noteIds } = linesOf(node.childNodes);
      const withNotes = [text, ...noteIds.map((id) => notes.get(id) ?? '')].join('\n');
      const span = spanOf(node, 'colspan');
      const rowsLeft = spanOf(node, 'rowspan') - 1;
      const cell: GridCell = { text: withNotes, ...(links.length > 0 && { links }), ...(span > 1 && { span }) };
      if (rowsLeft > 0) standing.set(cells.length, { cell, rowsLeft });
      cells.push(cell, ...Array.from({ length: span - 1 }, () => ({ text: '' })));
    }
    repeatStanding(cells, standing);
    return { number: at + 1, cells };
  });
}

/** A cell merged over several rows is repeated in each of them. */
function repeatStanding(cells: GridCell[], standing: Map<number, Standing>): void {
  for (let kept = standing.get(cells.length); kept; kept = standing.get(cells.length)) {
    const position = cells.length;
    cells.push(kept.cell, ...Array.from({ length: (kept.cell.span ?? 1) - 1 }, () => ({ text: '' })));
    if (--kept.rowsLeft === 0) standing.delete(position);
  }
}

function tableRows(table: WordElement): WordElement[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    return node.tagName === 'tr' ? [node] : /^(thead|tbody|tfoot)$/.test(node.tagName) ? tableRows(node) : [];
  });
}

/** A merge over more cells than a table may have columns says nothing true. */
const spanOf = (cell: WordElement, name: 'colspan' | 'rowspan'): number => {
  const span = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(span) && span >= 1 && (name === 'rowspan' || span <= 200) ? span : 1;
};
