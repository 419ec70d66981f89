import type { Buffer } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { type Parts, unpack } from '../files/unpack.ts';
import { type Checked, refused } from './checked.ts';
import { MOST_UNPACKED } from './limits.ts';
import { isGapless } from './zip-gaps.ts';

const CONTENT_TYPES = '[Content_Types].xml';
/** The main part of a Word document without macros (ISO/IEC 29500-1, 11.3.10), in its transitional and strict forms. */
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Parts that run something, or that hold what Word knows nothing of: macros, controls, objects of other programs. */
const RUNNING_PART = /(^|\/)(vba|activex)|oleObject[^/]*$|\.(bin|exe|dll|js|vbs|com|scr|bat|cmd|ps1|html?|mht|svgz)$/i;
const RUNNING_TYPE = /macroEnabled|vbaProject|activeX|oleObject/i;
/** Relationships over which Word would fetch and open something from elsewhere without being asked. */
const FETCHED = /\/(attachedTemplate|oleObject|frame|subDocument|aFChunk|control)$/;
/** The template on the writer's own machine: nothing is fetched over the network for it. */
const ON_OWN_DRIVE = /^(file:\/\/\/)?[a-z]:/i;

/**
 * Whether a file is a Word document (.docx) that runs nothing: a sound archive of bounded size with nothing beside its parts, whose
 * own list of contents says that it is one, without macros, controls, embedded programs, or templates fetched from elsewhere.
 */
export async function checkedWord(bytes: Buffer): Promise<Checked<null>> {
  const names: string[] = [];
  const unpacked = await unpack(
    bytes,
    (name) => {
      names.push(name);
      return name === CONTENT_TYPES || name.endsWith('.rels');
    },
    MOST_UNPACKED,
  );
  if (!unpacked.ok) return refused(`files.archive-${unpacked.fault}`);
  if (names.some((name) => RUNNING_PART.test(name))) return refused('files.word-macros');
  try {
    return isGapless(bytes) ? checkedParts(unpacked.value, names) : refused('files.hidden-content');
  } catch {
    return refused('files.broken');
  }
}

/** Throws where one of the parts is no XML as Office writes it. */
function checkedParts(parts: Parts, names: readonly string[]): Checked<null> {
  const contents = parts.get(CONTENT_TYPES);
  if (!contents) return refused('files.is-archive');
  const types = elements(contents, ['Override', 'Default']);
  if (types.some(({ ContentType = '' }) => RUNNING_TYPE.test(ContentType))) return refused('files.word-macros');
  const main = types.find(({ ContentType }) => ContentType === DOCUMENT)?.['PartName'];
  if (main === undefined || !names.includes(main.replace(/^\//, ''))) return refused('files.not-word');
  for (const [name, part] of parts) {
    if (!name.endsWith('.rels')) continue;
    for (const { Type = '', Target = '', TargetMode } of elements(part, ['Relationship']))
      if (TargetMode === 'External' && FETCHED.test(Type) && !ON_OWN_DRIVE.test(Target))
        return refused('files.word-fetches');
  }
  return { ok: true, value: null };
}

/** The attributes of all elements that are called one of `names`. Throws where it is no XML, or declares a document type. */
function elements(xml: Buffer, names: readonly string[]): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A document type is declared.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (names.includes(name.replace(/^.*:/, ''))) found.push(attributes as Record<string, string>);
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(xml)).close();
  return found;
}
