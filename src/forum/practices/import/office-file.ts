import { Buffer } from 'node:buffer';
import { zipSync } from 'fflate';
import { type Parts, unpack } from './archive.ts';
import { refused, type Step } from './table.ts';

/** The main content of the two kinds of office file that are read (ISO/IEC 29500, in its transitional and strict forms). */
const MAIN_CONTENT = {
  docx: /wordprocessingml\.document\.main\+xml/,
  xlsx: /spreadsheetml\.sheet\.main\+xml/,
};
export type OfficeKind = keyof typeof MAIN_CONTENT;

/** How much of its XML is read: its size in bytes, and how many tags it has. */
interface Bounds {
  bytes: number;
  tags: number;
}

/**
 * The XML parts of a .docx or .xlsx in UTF-8, once they are known to be harmless: the archive is sound and of bounded size,
 * it is the kind of file its name says, it has no macros, and no part has a document type or entities.
 */
export async function openOfficeFile(bytes: Uint8Array, kind: OfficeKind, most: Bounds): Promise<Step<Parts>> {
  let macros = false;
  const unpacked = await unpack(bytes, (name) => {
    macros ||= /vbaProject|vbaData/i.test(name);
    return /\.(xml|rels)$/i.test(name);
  });
  if (!unpacked.ok) return unpacked;
  const parts: Parts = new Map();
  const left = { ...most };
  for (const [name, part] of unpacked.value) {
    const xml = utf8Of(part);
    if (hasDeclarations(xml)) return refused('import.xml-entities', { part: name });
    left.bytes -= xml.length;
    left.tags -= countOf(xml, '<');
    if (left.bytes < 0 || left.tags < 0) return refused('import.document-too-large');
    parts.set(name, xml);
  }
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (macros || /macroEnabled|vbaProject/i.test(types)) return refused('import.macros');
  if (MAIN_CONTENT[kind].test(types)) return { ok: true, value: parts };
  const other = kind === 'docx' ? 'xlsx' : 'docx';
  return MAIN_CONTENT[other].test(types)
    ? refused('import.wrong-extension', { extension: kind, found: other })
    : refused('import.not-office', { extension: kind });
}

/** The parts as an archive of its own, not packed, for a reader that takes archives. Nothing else of the file is in it. */
export function repacked(parts: Parts): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
}

/** An XML part in UTF-8 and without its declaration where it was in UTF-16 (XML 1.0, appendix F). */
function utf8Of(part: Buffer): Buffer {
  const [first, second] = part;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (!little && !big) return part;
  const text = new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(part);
  return Buffer.from(text.replace(/^\s*<\?xml[^>]*\?>/, ''), 'utf8');
}

/** Whether XML declares anything: what begins with "<!" and is neither a comment nor character data. */
function hasDeclarations(xml: Buffer): boolean {
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at + 2)) {
    const sign = xml.toString('latin1', at + 2, at + 9);
    if (!sign.startsWith('--') && sign !== '[CDATA[') return true;
  }
  return false;
}

function countOf(bytes: Buffer, sign: string): number {
  const code = sign.charCodeAt(0);
  let count = 0;
  for (const byte of bytes) if (byte === code) count++;
  return count;
}
