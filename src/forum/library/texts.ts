import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import { publicationTexts, type TextOutcome } from './tables.ts';

/** The text of a file as it is kept. */
export interface FileText {
  file: string;
  outcome: TextOutcome;
  /** Its pages, parted by form feeds. */
  text: string;
}

/** Notes that the texts of files are to be read, inside the transaction that keeps them. */
export async function awaitTexts(
  tx: Database,
  publication: string,
  files: readonly string[],
  now: Date,
): Promise<void> {
  if (files.length === 0) return;
  await tx.insert(publicationTexts).values(
    files.map((file) => ({
      file,
      publication,
      outcome: 'waiting' as const,
      dueAt: now,
      tries: 0,
      text: '',
      cut: false,
    })),
  );
}

/** What came of reading some files, without their texts. */
export async function outcomesOf(
  db: Database,
  files: readonly string[],
): Promise<Map<string, { outcome: TextOutcome; cut: boolean }>> {
  if (files.length === 0) return new Map();
  const rows = await db
    .select({ file: publicationTexts.file, outcome: publicationTexts.outcome, cut: publicationTexts.cut })
    .from(publicationTexts)
    .where(inArray(publicationTexts.file, [...files]));
  return new Map(rows.map(({ file, outcome, cut }) => [file, { outcome, cut }]));
}

/** The texts of those of some files that have any, in the order of their files. */
export async function textsOfFiles(db: Database, files: readonly string[]): Promise<FileText[]> {
  if (files.length === 0) return [];
  return db
    .select({ file: publicationTexts.file, outcome: publicationTexts.outcome, text: publicationTexts.text })
    .from(publicationTexts)
    .where(and(inArray(publicationTexts.file, [...files]), eq(publicationTexts.outcome, 'read')))
    .orderBy(asc(publicationTexts.file));
}

/** A file is tried again after so many minutes for each time it was tried, and given up after the third. */
const PATIENCE = 10;
export const MOST_TRIES = 3;

/** Takes the file that has been due the longest, so that no other process takes it too; null where none is due. */
export async function claimText(
  db: Database,
  now: Date,
): Promise<{ file: string; publication: string; tries: number } | null> {
  const again = new Date(now.getTime() + PATIENCE * 60_000).toISOString();
  const [row] = rowsOf<{ file: string; publication: string; tries: number }>(
    await db.execute(sql`
      update publication_texts set due_at = ${again}, tries = tries + 1 where file = (
        select file from publication_texts where outcome = 'waiting' and due_at <= ${now.toISOString()}
        order by due_at, file limit 1 for update skip locked)
      returning file, publication, tries`),
  );
  return row ?? null;
}

/** Writes what came of reading a file. */
export async function writeText(
  tx: Database,
  file: string,
  { outcome, text, cut }: { outcome: TextOutcome; text: string; cut: boolean },
): Promise<void> {
  await tx.update(publicationTexts).set({ outcome, text, cut }).where(eq(publicationTexts.file, file));
}
