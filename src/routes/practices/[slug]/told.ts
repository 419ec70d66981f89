import type { Database } from '#platform/database.ts';
import { translate } from '#platform/languages.ts';
import {
  type Practice,
  type PracticeContent,
  practicesReplicating,
  readablePractices,
  readIn,
  type Reading,
} from '#forum/practices/index.ts';
import type { NamedPracticeView, PracticeView } from '#ui/views.ts';
import { languageName, namedView, type Reader } from '../../views.ts';

/** Whether a translation or an original is shown that has another beside it, and the way to that. */
export function translationView(
  { locale }: Reader,
  url: URL,
  { content, reading, original }: { content: PracticeContent; reading: Reading; original: boolean },
): PracticeView['translation'] {
  const query = new URLSearchParams(url.searchParams);
  if (original) {
    if (!readIn(locale, content).translated) return null;
    query.delete('original');
  } else {
    if (!reading.translated) return null;
    query.set('original', '1');
  }
  const label = translate(locale, original ? 'site.read-translation' : 'site.read-original');
  const text = original
    ? translate(locale, 'site.original-shown')
    : translate(locale, 'site.translation-shown', { language: languageName(content.language, locale) });
  return { text, link: { label, href: `${url.pathname}${query.size > 0 ? `?${query}` : ''}` } };
}

/** As many practices as a page names that were replicated from it; its lineage has the rest. */
const NAMED = 8;

/** What a practice was replicated from, and what was replicated from it. */
export async function kinOf(
  reader: Reader,
  db: Database,
  practice: Practice,
): Promise<{ replicatedFrom: NamedPracticeView[]; replicatedBy: NamedPracticeView[] }> {
  const from = practice.replicates.length === 0 ? [] : await readablePractices(db, practice.replicates);
  const by = await practicesReplicating(db, [practice.id], NAMED);
  const named = (one: Practice) => namedView(reader, one);
  return { replicatedFrom: from.map(named), replicatedBy: by.map(named) };
}
