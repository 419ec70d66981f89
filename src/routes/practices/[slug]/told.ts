import type { Locale } from '#vocab/language.ts';
import type { Database } from '#platform/database.ts';
import { translate } from '#platform/languages.ts';
import {
  type Attachment,
  filePath,
  type Practice,
  type PracticeContent,
  practicesReplicating,
  readablePractices,
  readIn,
  type Reading,
} from '#forum/practices/index.ts';
import type { AttachmentView, NamedPracticeView, PracticeView, ToldView } from '#ui/views.ts';
import { languageName, namedView, type Reader } from '../../views.ts';

/** The paragraphs of a text. */
export const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** An address somewhere else, by the host it leads to. */
export const linkView = (href: string) => ({ href, host: URL.parse(href)?.host ?? href });

/** What is told of a practice besides, in the order in which it is read. */
export function toldViews({ evaluations }: PracticeContent, reading: Reading, locale: Locale): ToldView[] {
  const told = (['results', 'costs', 'lessons', 'needs'] as const).map((name) => ({
    name,
    title: translate(locale, `site.field-${name}`),
    text: paragraphsOf(reading[name].text),
    lang: reading[name].language,
    links:
      name === 'results' && evaluations.length > 0
        ? { label: translate(locale, 'site.field-evaluations'), list: evaluations.map(linkView) }
        : null,
  }));
  return told.filter(({ text, links }) => text.length > 0 || links !== null);
}

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

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** Something attached to a practice, with its kind and its size. */
export function attachmentView({ locale, prefix }: Reader, attachment: Attachment): AttachmentView {
  const { name, type, size, caption } = attachment;
  const step = size < 1_000 ? 0 : size < 1_000_000 ? 1 : 2;
  const kind = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toUpperCase() ?? type;
  const number = new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step], maximumFractionDigits: 1 });
  return {
    href: prefix + filePath(attachment),
    label: caption || name,
    facts: `${kind} · ${number.format(size / 1_000 ** step)}`,
  };
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
