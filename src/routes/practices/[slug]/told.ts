import { LOCALES, type Locale, withoutLanguage } from '#vocab/language.ts';
import type { Database } from '#platform/database.ts';
import { translate } from '#platform/languages.ts';
import {
  type Practice,
  type PracticeContent,
  practicesReplicating,
  readablePractices,
  readIn,
} from '#forum/practices/index.ts';
import { inLanguage, OWN_NAMES } from '#ui/language.ts';
import type { LanguageVersionView, LinkView, NamedPracticeView, TranslationView } from '#ui/views.ts';
import { languageName, namedView, type Reader } from '../../views.ts';

/**
 * What a reader is told of the language of a practice that was not written in hers: that all of it is translated, which fields are, or
 * that none is; with the way to the original and to every language it can be read in. Null where it was written in hers.
 */
export function translationView(
  { locale }: Reader,
  url: URL,
  { content, original }: { content: PracticeContent; original: boolean },
): TranslationView | null {
  if (content.language === locale) return null;
  const { translated, untranslated } = readIn(locale, content);
  const language = languageName(content.language, locale);
  const shown = original && translated.length > 0 ? 'original' : translated.length === 0 ? 'none' : 'translation';
  const fields = new Intl.ListFormat(locale).format(
    translated.map((field) => translate(locale, `site.field-${field}`)),
  );
  const text = {
    original: () => translate(locale, 'site.original-shown', { language }),
    none: () => translate(locale, 'site.untranslated', { language }),
    translation: () =>
      untranslated.length === 0
        ? translate(locale, 'site.translation-shown', { language })
        : translate(locale, 'site.translation-in-part', { language, fields }),
  }[shown]();
  return {
    text,
    turn: shown === 'none' ? null : turnView(locale, url, original),
    versions: versionsOf(locale, url, content),
  };
}

/** The same page with its texts as they were written, or again as they were translated. */
function turnView(locale: Locale, url: URL, original: boolean): LinkView {
  const label = translate(locale, original ? 'site.read-translation' : 'site.read-original');
  return { label, href: addressOf(url, original ? null : '1') };
}

/** The practice in all other languages it was written in or translated into, each called by its own name. */
function versionsOf(locale: Locale, url: URL, content: PracticeContent): LanguageVersionView[] {
  const others = LOCALES.filter(
    (other) => other !== locale && (other === content.language || readIn(other, content).translated.length > 0),
  );
  const { path } = withoutLanguage(addressOf(url, null));
  return others.map((lang) => ({ lang, label: OWN_NAMES[lang], href: inLanguage(lang, path) }));
}

const addressOf = ({ pathname, searchParams }: URL, original: '1' | null): string => {
  const query = new URLSearchParams(searchParams);
  if (original === null) query.delete('original');
  else query.set('original', original);
  return `${pathname}${query.size > 0 ? `?${query}` : ''}`;
};

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
