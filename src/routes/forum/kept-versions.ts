import { error } from '@sveltejs/kit';
import { type Locale, LOCALES } from '#vocab/language.ts';
import { countryName } from '#vocab/countries.ts';
import type { Texts } from '#vocab/texts.ts';
import { isWritten, textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type Version, versionAt } from '#platform/history.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { listChanges, textChanges } from '#platform/text-changes.ts';
import type { EditionContent, EditionVersion, Source } from '#forum/editions/index.ts';
import { type Action, may, OPERATOR } from '#forum/people/index.ts';
import type { SessionContent, SessionVersion } from '#forum/programme/index.ts';
import type { FieldChangeView, VersionView } from '#ui/views.ts';
import { textOf } from '../forms.ts';
import { dateText, languageName } from '../views.ts';

/** A field of what is kept, in words: a text, or the entries of a list. */
export interface FieldText {
  label: string;
  text: string | string[];
}

/** The version of an edition or of a session that an address asks for; null for the present one. Ends with a 404 where there is none. */
export async function versionAsked(
  { ctx: { db, locale } }: App.Locals,
  url: URL,
  { id, version: last }: { id: string; version: number },
  parameter = 'version',
): Promise<Version | null> {
  const asked = url.searchParams.get(parameter);
  if (asked === null || (asked === String(last) && parameter === 'version')) return null;
  const version = /^[1-9]\d{0,6}$/.test(asked) ? await versionAt(db, id, Number(asked)) : null;
  if (version) return version;
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'editions.version-not-found', { version: asked.slice(0, 20), last }),
  });
}

/** An edition field by field, in words of the reader's language; what was written in several languages once in each. */
export function editionFields(content: EditionContent & Partial<EditionVersion>, locale: Locale): FieldText[] {
  const named = (label: MessageKey, text: string | string[]): FieldText => ({ label: translate(locale, label), text });
  return [
    named('editions.field-number', String(content.number)),
    named('editions.field-years', content.years.join(', ')),
    named('editions.field-stage', content.stage ? translate(locale, `editions.stage-${content.stage}`) : ''),
    named(
      'editions.field-chairs',
      content.chairs.map((code) => countryName(code, locale)),
    ),
    ...inLanguages('editions.field-theme', content.theme, locale),
    ...inLanguages('editions.field-summary', content.summary, locale),
    named('editions.field-city', content.city),
    named('editions.field-country', content.country === null ? '' : countryName(content.country, locale)),
    named('editions.field-online', translate(locale, content.online ? 'site.yes' : 'site.no')),
    named('editions.field-from', content.from ?? ''),
    named('editions.field-until', content.until ?? ''),
    named(
      'editions.field-subThemes',
      content.subThemes.map(({ title, themes }) =>
        [everyLanguage(title), ...themes.map((code) => themeLabel(code, locale))].join(' · '),
      ),
    ),
    named(
      'editions.field-innovations',
      content.innovations.map(({ text, source }) =>
        [everyLanguage(text), source && sourceText(source)].filter(Boolean).join(' · '),
      ),
    ),
    ...inLanguages('editions.field-outcome', content.outcome, locale),
    named('editions.field-sources', content.sources.map(sourceText)),
  ];
}

/** A session field by field, in words of the reader's language. */
export function sessionFields(content: SessionContent & Partial<SessionVersion>, locale: Locale): FieldText[] {
  const named = (label: MessageKey, text: string | string[]): FieldText => ({ label: translate(locale, label), text });
  return [
    named('editions.field-format', translate(locale, `editions.format-${content.format}`)),
    ...inLanguages('editions.field-title', content.title, locale),
    ...inLanguages('editions.field-session-summary', content.summary, locale),
    named(
      'editions.field-session-themes',
      content.themes.map((code) => themeLabel(code, locale)),
    ),
    named(
      'editions.field-states',
      content.states.map((code) => countryName(code, locale)),
    ),
    named('editions.session-by', content.others),
    named('editions.field-place', content.place),
    named('editions.field-from', content.from ?? ''),
    named('editions.field-until', content.until ?? ''),
    named('editions.field-sdg', content.sdg),
    named('editions.field-gcm', content.gcm),
    named('editions.field-sources', content.sources.map(sourceText)),
    named('editions.field-hidden', translate(locale, content.hidden ? 'site.yes' : 'site.no')),
  ];
}

/** A text in each of the Forum's languages, field by field. */
export function inLanguages(label: MessageKey, texts: Texts, locale: Locale): FieldText[] {
  return LOCALES.map((language) => ({
    label: translate(locale, 'editions.in-language', {
      what: translate(locale, label),
      language: languageName(language, locale),
    }),
    text: texts[language] ?? '',
  }));
}

const everyLanguage = (texts: Texts): string =>
  LOCALES.map((locale) => texts[locale])
    .filter(Boolean)
    .join(' / ');
const sourceText = ({ label, url }: Source): string => [label, url].filter(Boolean).join(' ');

/** What differs between two states, field by field: of lists the entries, of texts the words. */
export function fieldChanges(before: FieldText[], after: FieldText[]): FieldChangeView[] {
  return after.flatMap(({ label, text: now }, at): FieldChangeView[] => {
    const then = before[at]!.text;
    if (JSON.stringify(then) === JSON.stringify(now)) return [];
    return Array.isArray(now) && Array.isArray(then)
      ? [{ label, list: true, changes: listChanges(then, now) }]
      : [{ label, list: false, changes: textChanges(String(then), String(now)) }];
  });
}

const ACTS: Record<string, MessageKey> = {
  'edition.opened': 'editions.act-opened',
  'edition.closed': 'editions.act-closed',
  'session.hidden': 'editions.act-hidden',
  'session.shown': 'editions.act-shown',
  'recommendation.released': 'observations.act-released',
  'recommendation.draft': 'observations.act-draft',
  'recommendation.withdrawn': 'observations.act-withdrawn',
};

/**
 * The versions of something as a list to read, the latest first. Who it was by name, and bringing one back, is for those who may do `action`: who prepare the
 * Forum, where it is not said.
 */
export function keptVersions<Content>(
  { ctx }: App.Locals,
  href: string,
  versions: readonly Version[],
  fields: (content: Content, locale: Locale) => FieldText[],
  action: Action = 'editions.edit',
): VersionView[] {
  const { locale } = ctx;
  const host = may(ctx.actor, action);
  const last = versions.at(-1)?.number;
  return versions
    .map(({ number, at, actor, action: done, content }, index): VersionView => {
      const before = versions[index - 1];
      const act = ACTS[done];
      const changed = before
        ? fieldChanges(fields(before.content as Content, locale), fields(content as Content, locale))
        : [];
      const said = act ? [translate(locale, act)] : changed.map(({ label }) => label);
      return {
        number,
        when: at.toISOString(),
        whenText: dateText(at, locale),
        href: number === last ? href : `${href}?version=${number}`,
        current: number === last,
        actor:
          actor === OPERATOR.name
            ? translate(locale, 'accounts.role-support-unit')
            : host
              ? actor
              : translate(locale, 'review.version-by-forum'),
        changes: before && said.length === 0 ? [translate(locale, 'editions.act-same')] : said,
        restoreHref: host && number !== last ? `${href}/versions?restore=${number}` : null,
      };
    })
    .reverse();
}

/** A text for a title, in the reader's language. */
export function titleText(texts: Texts, locale: Locale, otherwise: string): string {
  return isWritten(texts) ? textIn(texts, locale).text : otherwise;
}

/** The number of a version as a form sent it; 0, which no version has, for anything else. */
export function versionSent(data: FormData): number {
  return Number(/^[1-9]\d{0,6}$/.exec(textOf(data, 'version'))?.[0] ?? 0);
}

/** What is said once a version was brought back. */
export function restoredText(url: URL, locale: Locale): string | null {
  const number = Number(url.searchParams.get('restored'));
  return number > 0 ? translate(locale, 'editions.restored', { number }) : null;
}
