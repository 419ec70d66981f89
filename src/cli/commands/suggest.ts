import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { isLocale, type Locale, LOCALES } from '#vocab/language.ts';
import { regionName } from '#vocab/regions.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type DraftText, languageOf, type Quote, type Suggestion, type Suggestions } from '#forum/suggestions/index.ts';
import { withForum } from '../reach.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, readWords, WrongUsage } from '../usage.ts';

/** `suggest FILE|- [--language L] [--json]`: what a text may be about, with the words that made it so. */
export const suggestCommand: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, { language: { type: 'string' }, json: { type: 'boolean' } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage({ key: 'cli.suggest-wants-one-file' });
  const { language } = values;
  if (language !== undefined && !isLocale(language))
    throw new WrongUsage({ key: 'cli.unknown-language', values: { language, known: LOCALES.join(', ') } });

  const text = textIn(await bytesOf(path));
  if (text === null || text.length > LONGEST) {
    const key = text === null ? 'cli.suggest-no-text' : 'cli.suggest-too-long';
    terminal.note(terminal.t(key, { path, most: LONGEST }));
    return 1;
  }
  const written = language ?? languageOf(text);
  const { texts, offsets } = parted(text, written);
  const suggestions = await withForum(settings, (ask) => ask('suggestions.suggest', { texts }));
  const inText = (quote: Quote) => {
    const offset = offsets[quote.field]!;
    return { words: quote.words, start: quote.start + offset, end: quote.end + offset };
  };
  if (values.json) terminal.out(JSON.stringify(asJson(suggestions, written, terminal.locale, inText), null, 2));
  else tell(suggestions, terminal);
  return 0;
};

/** A practice is described on a few pages; more characters than these are something else. */
const LONGEST = 200_000;
/** A first line up to here is the title, where something follows. */
const LONGEST_TITLE = 300;

async function bytesOf(path: string): Promise<Buffer> {
  if (path === '-') return buffer(process.stdin);
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUsage({ key: 'cli.cannot-open', values: { path, reason: error.code ?? error.message } });
  });
}

/** The text of some bytes; null where they are none, as those of a Word file. */
function textIn(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A text as title and summary, and where each begins. */
function parted(text: string, language: Locale): { texts: DraftText[]; offsets: Record<string, number> } {
  const end = /^\s*[^\n]*\S[^\n]*\n/.exec(text)?.[0].length ?? 0;
  const begins = end > 0 && end <= LONGEST_TITLE && text.slice(end).trim() !== '' ? end : 0;
  const summary = { field: 'summary', text: text.slice(begins), language };
  if (begins === 0) return { texts: [summary], offsets: { summary: 0 } };
  const title = { field: 'title', text: text.slice(0, begins), language };
  return { texts: [title, summary], offsets: { title: 0, summary: begins } };
}

const KINDS = ['sdg', 'gcm', 'themes', 'countries', 'regions', 'places', 'start'] as const;
const LABELS: Record<(typeof KINDS)[number], (code: string, locale: Locale) => string> = {
  sdg: sdgLabel,
  gcm: gcmLabel,
  themes: themeLabel,
  countries: countryName,
  regions: regionName,
  places: (name) => name,
  start: (year) => year,
};

/** Everything suggested, with labels, for programs; places in the text are counted in UTF-16 units from its beginning. */
function asJson(
  suggestions: Suggestions,
  written: Locale,
  locale: Locale,
  inText: (quote: Quote) => { words: string; start: number; end: number },
) {
  const rounded = (share: number) => Number(share.toFixed(3));
  const kinds = KINDS.map((kind) => [
    kind,
    suggestions[kind].map(({ code, confidence, explicit, words, practices }) => ({
      code,
      label: LABELS[kind](code, locale),
      confidence: rounded(confidence),
      explicit,
      words: words.map(inText),
      practices: practices.map(({ slug, title }) => ({ slug, title })),
    })),
  ]);
  const duplicates = suggestions.duplicates.map(({ slug, title, alike, titleIsAlike, words, countries }) => ({
    slug,
    title,
    alike: rounded(alike),
    titleIsAlike,
    words: words.map(inText),
    countries,
  }));
  return { language: written, ...(Object.fromEntries(kinds) as object), duplicates };
}

function tell(suggestions: Suggestions, terminal: Terminal): void {
  const { locale, t } = terminal;
  const list = (items: string[]) => new Intl.ListFormat(locale, { type: 'unit' }).format(items);
  const quoted = (words: Quote[]) => list(words.map((quote) => t('site.quoted', { text: plain(quote.words) })));
  const lines = KINDS.flatMap((kind) => [
    ...(suggestions[kind].length > 0 ? [t(`cli.suggest-${kind}`)] : []),
    ...suggestions[kind].map(
      (one) =>
        `  ${t('cli.suggest-line', { name: plain(nameOf(kind, one, locale)), words: quoted(one.words) })}${asIn(one, terminal)}`,
    ),
  ]);
  if (suggestions.duplicates.length > 0) lines.push(t('cli.suggest-duplicates'));
  for (const { title, titleIsAlike, words, countries } of suggestions.duplicates) {
    const reasons = [
      ...(titleIsAlike ? [t('cli.suggest-title-alike')] : []),
      ...(words.length > 0 ? [t('cli.suggest-words-alike', { words: quoted(words) })] : []),
      ...(countries.length > 0
        ? [t('cli.suggest-same-countries', { countries: list(countries.map((code) => countryName(code, locale))) })]
        : []),
    ];
    lines.push(`  ${t('cli.suggest-line', { name: plain(title), words: list(reasons) })}`);
  }
  if (lines.length === 0) terminal.note(t('cli.suggest-nothing'));
  else terminal.out(lines.join('\n'));
}

/** "10.7 Safe, orderly and regular migration"; of themes and places the name alone. */
function nameOf(kind: (typeof KINDS)[number], { code }: Suggestion, locale: Locale): string {
  const label = LABELS[kind](code, locale);
  return kind === 'sdg' || kind === 'gcm' ? `${code} ${label}` : label;
}

function asIn({ explicit, practices }: Suggestion, { t }: Terminal): string {
  if (explicit) return ` ${t('cli.suggest-named')}`;
  const [like] = practices;
  return like ? ` ${t('cli.suggest-as-in', { title: plain(like.title) })}` : '';
}

/** One line, without what would steer a terminal. */
const plain = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
