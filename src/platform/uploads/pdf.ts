import type { Buffer } from 'node:buffer';
import { askedBeside } from '../files/beside.ts';
import { type Checked, refused } from './checked.ts';
import { EXAMINATION } from './limits.ts';

/** What the worker says of a PDF that it has read. */
export type PdfFinding = 'good' | 'encrypted' | 'broken' | 'runs-script' | 'holds-files';

/** How a zip archive ends, which is of one piece, and how far from its end that may be (PKWARE APPNOTE 6.3.10, 4.3.16). */
const ZIP_END = 'PK\x05\x06\0\0\0\0';
const LONGEST_ZIP_END = 22 + 65_535;

/**
 * Whether a file is a PDF that runs nothing: it begins and ends as one, is no archive and no page besides, every page of it can be
 * read without a password, and it holds neither scripts nor files.
 */
export async function checkedPdf(bytes: Buffer): Promise<Checked<null>> {
  if (!endsAsPdf(bytes))
    return refused(/%%EOF/.test(bytes.toString('latin1')) ? 'files.hidden-content' : 'files.broken');
  if (isArchiveToo(bytes) || isPageToo(bytes)) return refused('files.hidden-content');
  const found = await askedBeside<PdfFinding>('uploads/pdf-worker.ts', { bytes }, EXAMINATION).catch(() => null);
  if (found === null) return refused('files.not-examined');
  return found === 'good' ? { ok: true, value: null } : refused(FINDINGS[found]);
}

const FINDINGS = {
  encrypted: 'files.pdf-encrypted',
  broken: 'files.broken',
  'runs-script': 'files.pdf-script',
  'holds-files': 'files.pdf-files',
} as const;

/** Whether nothing but line ends and blanks stands behind the last mark of its end. */
function endsAsPdf(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('%%EOF');
  return end >= 0 && /^%%EOF[\s\0]*$/.test(bytes.toString('latin1', end));
}

/** Whether a program that unpacks archives would take it for one. */
function isArchiveToo(bytes: Buffer): boolean {
  return bytes.indexOf(ZIP_END, Math.max(0, bytes.length - LONGEST_ZIP_END), 'latin1') >= 0;
}

/** Whether a browser that guesses would take it for a page: they guess by the first 1,445 bytes at most (MIME Sniffing, section 5). */
function isPageToo(bytes: Buffer): boolean {
  return /<(!doctype\s+html|html|head|body|script|iframe|svg|style|img)[\s>]/i.test(bytes.toString('latin1', 0, 1_445));
}
