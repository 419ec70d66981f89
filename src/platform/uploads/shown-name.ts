import { LONGEST_NAME } from './limits.ts';
import { extensionOf, type FileType } from './types.ts';

/**
 * What a name may not hold: control and format characters (bidirectional overrides among them), lone surrogates, signs nobody has
 * defined. The two joiners stay: Persian and Indic words are written with them.
 */
const NEVER = /[[\p{C}\p{Zl}\p{Zp}]--[\u200c\u200d]]/gv;
/** As long as an extension with its full stop may get. */
const LONGEST_EXTENSION = 5;

/**
 * The name a file is shown and downloaded by: what the sender called it, without path, without signs that could deceive or end a
 * header, no longer than `LONGEST_NAME`, with the extension that its type has. Where no letter or digit is left of it, it is
 * called "file".
 */
export function shownName(sent: string, type: FileType): string {
  const stem = lastPart(sent).replace(/\.\p{L}[\p{L}\p{N}]{0,4}[. ]*$/u, '');
  return `${bounded(stem, LONGEST_NAME - LONGEST_EXTENSION) || 'file'}.${extensionOf(type)}`;
}

/** What a file that is not kept is spoken of as to its sender: the name it came with, as harmless as that of one that is kept. */
export function sentAs(sent: string): string {
  return bounded(lastPart(sent), LONGEST_NAME);
}

/** The last part of a path, in the way of any system, of harmless signs. */
function lastPart(sent: string): string {
  const last = sent.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  return last
    .replace(NEVER, '')
    .normalize('NFC')
    .replace(/[<>:"|?*;%]/g, '_')
    .replace(/\s+/gu, ' ');
}

/** No more of a name than that, without blanks and full stops around it; empty where no letter or digit is in it. */
function bounded(name: string, most: number): string {
  const bare = [...name]
    .slice(0, most)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : '';
}
