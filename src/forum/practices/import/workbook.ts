import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Parts } from './archive.ts';

/** A sheet of a workbook, with the name of the part that holds it. */
export interface Sheet {
  /** From 1, in the order of the tabs. */
  number: number;
  part: string;
  hidden: boolean;
}

type Attributes = Record<string, string>;

/** Calls `element` for each element of a part with its local name and attributes. Throws where it is no XML. */
export function eachElement(parts: Parts, part: string, element: (name: string, attributes: Attributes) => void): void {
  const xml = parts.get(part);
  if (!xml) return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => element(localName(name), attributes));
  parser.write(xml.toString('utf8')).close();
}

/** The name without its namespace prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The sheets of a workbook in the order of their tabs. */
export function sheetsOf(parts: Parts): Sheet[] {
  const targets = targetsOf(parts, 'xl/workbook.xml');
  const sheets: Sheet[] = [];
  eachElement(parts, 'xl/workbook.xml', (name, attributes) => {
    if (name !== 'sheet') return;
    const id = Object.keys(attributes).find((key) => localName(key) === 'id');
    const part = id === undefined ? undefined : targets.get(attributes[id]!);
    sheets.push({
      number: sheets.length + 1,
      part: part ?? '',
      hidden: attributes.state !== undefined && attributes.state !== 'visible',
    });
  });
  return sheets;
}

/** What a part refers to, by the reference's id: names of parts, and addresses as they are. */
export function targetsOf(parts: Parts, part: string): Map<string, string> {
  const { dir, base } = posix.parse(part);
  const targets = new Map<string, string>();
  eachElement(parts, `${dir}/_rels/${base}.rels`, (name, { Id, Target, TargetMode }) => {
    if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
    targets.set(Id, TargetMode === 'External' ? Target : posix.join('/', dir, Target).slice(1));
  });
  // A target that begins with "/" is counted from the root.
  eachElement(parts, `${dir}/_rels/${base}.rels`, (_name, { Id, Target, TargetMode }) => {
    if (Id !== undefined && Target?.startsWith('/') && TargetMode !== 'External') targets.set(Id, Target.slice(1));
  });
  return targets;
}
