import type { WordElement, WordNode } from './word-text.ts';

/** The text of a cell, line by line, and the addresses its words are linked to. */
export interface CellText {
  text: string;
  links: string[];
}

/** Deeper than any document a person has made; a deeper one is read no further down. */
const DEEPEST = 200;
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'table', 'ul', 'ol', 'div', 'td', 'th']);

/**
 * The text of nodes as lines: a line a paragraph, "• " or "1. " before a list's items, tables in it flattened. Marks of
 * footnotes are left out, `noteIds` tells which there were.
 */
export function linesOf(nodes: readonly WordNode[]): CellText & { noteIds: string[] } {
  const found = { text: '', links: [] as string[], noteIds: [] as string[] };
  for (const node of nodes) add(node, found, 0);
  return found;
}

type Found = CellText & { noteIds: string[] };

function add(node: WordNode, found: Found, depth: number): void {
  if (node.nodeName === '#text' && 'value' in node) found.text += node.value.replaceAll('\n', ' ');
  if (!isElement(node) || depth > DEEPEST) return;
  if (node.tagName === 'br') return void (found.text += '\n');
  const address = node.tagName === 'a' ? attribute(node, 'href') : undefined;
  const note = /^#((?:foot|end)note-\d+)$/.exec(address ?? '')?.[1];
  if (note) return void found.noteIds.push(note);
  if (address && /^[a-z][a-z\d+.-]*:/i.test(address) && !found.links.includes(address)) found.links.push(address);
  const block = BLOCKS.has(node.tagName);
  if (block) startLine(found);
  if (node.tagName === 'li') found.text += markOf(node);
  for (const child of node.childNodes) add(child, found, depth + 1);
  if (node.tagName === 'td' || node.tagName === 'th') found.text += ' ';
  else if (block) startLine(found);
}

/** A mark that stands for its paragraph's own beginning is not followed by a new line. */
const startLine = (found: Found): void => {
  if (found.text !== '' && !/(?:\n|\n• |\n\d+\. |^• |^\d+\. )$/.test(found.text.slice(-12))) found.text += '\n';
};

function markOf(item: WordElement): string {
  const list = item.parentNode;
  if (!list || list.nodeName !== 'ol') return '• ';
  const items = list.childNodes.filter((node) => node.nodeName === 'li');
  return `${items.indexOf(item) + 1}. `;
}

export const isElement = (node: WordNode): node is WordElement => 'tagName' in node;

export const attribute = (element: WordElement, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
