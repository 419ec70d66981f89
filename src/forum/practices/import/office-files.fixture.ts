import { Buffer } from 'node:buffer';
import { constants, deflateRawSync } from 'node:zlib';
import JSZip from 'jszip';

/** Files made for tests, part by part, so that each holds exactly what its test is about. */

const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE_DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relationships = (entries: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
const PACKAGE = relationships(
  `<Relationship Id="rId1" Type="${OFFICE_DOCUMENT}/officeDocument" Target="word/document.xml"/>`,
);
/** List 1 has bullets, list 2 numbers. */
const NUMBERING = `<w:numbering ${WORD_NAMESPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

/** The parts of a Word file with this body; `rId9` is a link to `link`. */
export function wordParts(body: string, link = 'https://example.org/practice'): Record<string, string> {
  return {
    '[Content_Types].xml': WORD_TYPES,
    '_rels/.rels': PACKAGE,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    'word/footnotes.xml': `<w:footnotes ${WORD_NAMESPACES}><w:footnote w:id="2"><w:p><w:r><w:t>As of March 2020.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="rId1" Type="${OFFICE_DOCUMENT}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="${OFFICE_DOCUMENT}/footnotes" Target="footnotes.xml"/><Relationship Id="rId9" Type="${OFFICE_DOCUMENT}/hyperlink" TargetMode="External" Target="${link}"/>`,
    ),
  };
}

/** A zip file of these parts. */
export async function zipped(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, part] of Object.entries(parts)) zip.file(name, part);
  return await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A Word file with this body. */
export const wordFile = (body: string): Promise<Uint8Array> => zipped(wordParts(body));

export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
export const heading = (text: string): string =>
  `<w:p><w:pPr><w:outlineLvl w:val="0"/><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;
/** A cell with these properties; a text not beginning with "<w:" is a paragraph. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:') ? content : paragraph(content)}</w:tc>`;
export const row = (...contents: string[]): string =>
  `<w:tr>${contents.map((content) => (content.startsWith('<w:tc>') ? content : cell(content))).join('')}</w:tr>`;
export const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
/** A row of one cell merged over six columns. */
export const sectionRow = (text: string): string => row(cell(text, '<w:gridSpan w:val="6"/>'));
export const HEADER = ['SDG', 'Name and Link', 'Project Date', 'Country/Region/City', 'Aim', 'Key Partners'];

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An entry of a zip file written byte by byte: packed already, with sizes that need not be true. */
export interface RawEntry {
  name: string;
  packed: Buffer;
  /** What the file says its size is when unpacked. */
  declared: number;
  encrypted?: boolean;
}

/** A zip file that says of its entries whatever it is told to say (APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.16). */
export function rawZip(entries: RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, declared, encrypted } of entries) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declared, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** `megabytes` of zeros, packed to about a thousandth, without ever being in memory unpacked. */
export function packedZeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))]);
}
