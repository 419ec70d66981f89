import { Buffer } from 'node:buffer';
import mammoth from 'mammoth';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Parts } from './archive.ts';
import { repacked } from './office-file.ts';

/** A node of the text of a Word document, as HTML. */
export type WordNode = DefaultTreeAdapterTypes.ChildNode;
export type WordElement = DefaultTreeAdapterTypes.Element;

/**
 * The text of a Word document as HTML nodes, with its tracked changes accepted: what was inserted or moved here stands, what
 * was deleted or moved away does not. Pictures, comments and text formats are left out. Throws where it is no Word document.
 */
export async function wordText(parts: Parts): Promise<WordNode[]> {
  const readable: Parts = new Map();
  for (const [name, part] of parts) {
    if (!/comments/i.test(name))
      readable.set(name, /^word\/[^/]*\.xml$/.test(name) ? withTransparentFields(part) : part);
  }
  const { value: html } = await mammoth.convertToHtml(
    { buffer: repacked(readable) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      styleMap: ['b =>', 'i =>', 'u =>', 'strike =>', 'comment-reference =>'],
      externalFileAccess: false,
    },
  );
  return parseFragment(html).childNodes;
}

/**
 * The reader leaves out the words inside fields and runs of a set direction (w:fldSimple, w:dir, w:bdo); as smart tags, which
 * hold text likewise, they are read.
 */
function withTransparentFields(part: Buffer): Buffer {
  const xml = part.toString('utf8');
  return /<w:(?:fldSimple|dir|bdo)\b/.test(xml)
    ? Buffer.from(xml.replace(/<(\/?)w:(?:fldSimple|dir|bdo)\b/g, '<$1w:smartTag'), 'utf8')
    : part;
}
