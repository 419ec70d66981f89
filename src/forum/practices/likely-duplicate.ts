import type { Database } from '#platform/database.ts';
import { duplicateFinder } from './import/duplicates.ts';
import type { Practice, PracticeContent } from './model.ts';
import { practiceAt, practiceTitles } from './store.ts';

/** A practice that may describe the same, and what both carry. */
export interface AlikePractice {
  practice: Practice;
  countries: string[];
  targets: string[];
}

/**
 * The practice in the catalogue whose name is most like that of a content, where it is so alike that a person should look; null
 * where none is. `except`: the practice that the content is of, by its id.
 */
export async function likelyDuplicate(
  db: Database,
  content: PracticeContent,
  except: string | null,
): Promise<AlikePractice | null> {
  const titles = (await practiceTitles(db)).filter(({ id }) => id !== except);
  const slug = duplicateFinder(titles)({ number: 0 }, content)?.of.slug;
  const practice = slug === undefined ? null : await practiceAt(db, slug);
  if (!practice) return null;
  return {
    practice,
    countries: practice.countries.filter((code) => content.countries.includes(code)),
    targets: practice.sdg.filter((code) => content.sdg.includes(code)),
  };
}
