import type { Database } from '#platform/database.ts';
import { versionsOf } from '#platform/history.ts';
import { differences, EMPTY_CONTENT } from './content.ts';
import type { PracticeContent } from './model.ts';

/** Whose a text is that others may read: a state's, by its code, or an organisation's, by its id. No person. */
export type Party = { state: string } | { organisation: string };

/** One state of a practice, with the fields in which it differs from the one before. */
export interface PracticeVersion {
  number: number;
  at: Date;
  actor: string;
  /** What made it: "practice.published", "practice.withdraw" … */
  action: string;
  /** Who handed its text in; null where nobody did: it was imported, or the Forum changed it. */
  behalf: Party | null;
  content: PracticeContent;
  changed: (keyof PracticeContent)[];
}

/** Every version of a practice, the first one first. */
export async function versionsOfPractice(db: Database, id: string): Promise<PracticeVersion[]> {
  const versions = await versionsOf(db, id);
  return versions.map(({ number, at, actor, action, behalf, content }, order) => {
    const now = { ...EMPTY_CONTENT, ...(content as PracticeContent) };
    const before = order > 0 ? { ...EMPTY_CONTENT, ...(versions[order - 1]!.content as PracticeContent) } : null;
    return {
      number,
      at,
      actor,
      action,
      behalf: behalf as Party | null,
      content: now,
      changed: before ? differences(before, now).map(({ field }) => field) : [],
    };
  });
}
