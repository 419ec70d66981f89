import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import type { Locale } from '#vocab/language.ts';
import { regionName } from '#vocab/regions.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { keepingOf, mayRestore } from '#forum/drafts/index.ts';
import { nameIn, OPERATOR, organisationsById } from '#forum/people/index.ts';
import {
  differences,
  type Party,
  type Practice,
  type PracticeContent,
  type PracticeVersion,
  sourceLabel,
  TRANSLATED,
} from '#forum/practices/index.ts';
import { listChanges, textChanges } from '#platform/text-changes.ts';
import type { FieldChangeView, VersionView } from '#ui/views.ts';
import { dateText, practiceHref, type Reader } from './views.ts';

/** The versions of a practice as a list to read, the latest first: each with whose text it is and who made it public. */
export async function versionViews(
  { ctx, prefix }: Pick<App.Locals, 'ctx' | 'prefix'>,
  practice: Practice,
  versions: PracticeVersion[],
): Promise<VersionView[]> {
  const reader: Reader = { locale: ctx.locale, prefix };
  const here = practiceHref(reader, practice.slug);
  // Who it was by name is for those who keep the practice: nobody agreed to have theirs shown to the world.
  const named = keepingOf(ctx, practice) !== null;
  const restores = mayRestore(ctx, practice);
  const parties = await partyNames(ctx, versions);
  const madeBy = ({ actor, behalf }: PracticeVersion) => {
    const unit = actor === OPERATOR.name && translate(reader.locale, 'accounts.role-support-unit');
    const made = unit || (named ? actor : translate(reader.locale, 'review.version-by-forum'));
    const party = behalf && parties.get(JSON.stringify(behalf));
    return party ? translate(reader.locale, 'review.version-for', { party, made }) : made;
  };
  return versions.toReversed().map((version) => {
    const { number, at, action, changed } = version;
    return {
      number,
      when: at.toISOString(),
      whenText: dateText(at, reader.locale),
      href: number === practice.version ? here : `${here}?version=${number}`,
      current: number === practice.version,
      actor: madeBy(version),
      changes:
        number > 1 && changed.length === 0
          ? [actText(action, reader.locale)]
          : changed.map((field) => translate(reader.locale, `site.field-${field}`)),
      restoreHref: restores && number !== practice.version ? `${here}/versions?restore=${number}` : null,
    };
  });
}

/** The names of the states and organisations whose texts these are, each by what stands with the version. */
async function partyNames(
  { db, locale }: App.Locals['ctx'],
  versions: PracticeVersion[],
): Promise<Map<string, string>> {
  const parties = versions.flatMap(({ behalf }) => behalf ?? []);
  const ids = parties.flatMap((party) => ('organisation' in party ? [party.organisation] : []));
  const organisations = await organisationsById(db, ids);
  const nameOf = (party: Party) => {
    if ('state' in party) return countryName(party.state, locale);
    const organisation = organisations.get(party.organisation);
    return organisation ? nameIn(organisation, locale) : '';
  };
  return new Map(parties.map((party) => [JSON.stringify(party), nameOf(party)]));
}

const ACTS = ['confirmed', 'withdraw', 'archive', 'publish-again', 'merged'] as const;

/** What was done to a practice that left its text as it was. */
function actText(action: string, locale: Locale): string {
  return translate(locale, `review.act-${ACTS.find((act) => action === `practice.${act}`) ?? 'other'}`);
}

const NAMES: Partial<Record<keyof PracticeContent, (code: string, locale: Locale) => string>> = {
  sdg: (code, locale) => `${code} ${sdgLabel(code, locale)}`,
  gcm: (code, locale) => `${code} ${gcmLabel(code, locale)}`,
  countries: countryName,
  regions: regionName,
  themes: themeLabel,
  stakeholders: stakeholderLabel,
};

/** Codes of a vocabulary by their names, for a field that holds such; other texts as they are. */
export function namesOf(field: keyof PracticeContent, codes: readonly string[], locale: Locale): string[] {
  const name = NAMES[field];
  return codes.map((code) => name?.(code, locale) ?? code);
}

/** A field of a practice in words, one line an entry where it is a list. */
export function fieldText(field: keyof PracticeContent, content: PracticeContent, locale: Locale): string {
  const value = content[field];
  if (field === 'attachments') return content.attachments.map(({ name, caption }) => caption || name).join('\n');
  if (field === 'translations') return translationsText(content, locale);
  if (Array.isArray(value)) return namesOf(field, value as string[], locale).join('\n');
  if (typeof value === 'boolean') return translate(locale, value ? 'site.yes' : 'site.no');
  if (field === 'source') return sourceLabel(content.source);
  if (field === 'kind') return content.kind === null ? '' : kindLabel(content.kind, locale);
  if (field === 'language') return new Intl.DisplayNames(locale, { type: 'language' }).of(content.language) ?? '';
  return value === null ? '' : String(value);
}

/** What changed from one state of a practice to another, field by field: of lists the entries, of texts the words. */
export function contentChanges(before: PracticeContent, after: PracticeContent, locale: Locale): FieldChangeView[] {
  return differences(before, after).map(({ field }) => {
    const list = Array.isArray(after[field]);
    const [then, now] = [fieldText(field, before, locale), fieldText(field, after, locale)];
    const lines = (text: string) => text.split('\n').filter(Boolean);
    return {
      label: translate(locale, `site.field-${field}`),
      list,
      changes: list ? listChanges(lines(then), lines(now)) : textChanges(then, now),
    };
  });
}

function translationsText({ translations }: PracticeContent, locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return Object.entries(translations)
    .flatMap(([language, said]) => [names.of(language) ?? language, ...TRANSLATED.map((field) => said[field])])
    .filter((text) => text !== '')
    .join('\n');
}
