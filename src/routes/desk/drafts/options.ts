import { countryName } from '#vocab/countries.ts';
import { GCM_OBJECTIVES, gcmLabel } from '#vocab/gcm.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { isLocale, LOCALES } from '#vocab/language.ts';
import { REGIONS, regionName } from '#vocab/regions.ts';
import { compareSdg, GOALS, goalOf, sdgLabel, TARGETS } from '#vocab/sdg.ts';
import { STAKEHOLDERS, stakeholderLabel } from '#vocab/stakeholders.ts';
import { isTheme, themeLabel, themesOffered } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { countryNames, type Draft } from '#forum/drafts/index.ts';
import { KINDS, practicesById } from '#forum/practices/index.ts';
import type { OptionGroupView, OptionView } from '#ui/draft-views.ts';
import { OWN_NAMES } from '#ui/language.ts';

/** The choices that the form offers, with what is chosen; names in the reader's language. */
export interface DraftOptions {
  kinds: { value: string; label: string }[];
  languages: { value: string; label: string }[];
  countries: OptionView[];
  countryNames: string[];
  regions: OptionView[];
  stakeholders: OptionView[];
  sdg: OptionView[];
  goals: OptionGroupView[];
  gcm: OptionView[];
  themes: OptionView[];
  replicates: OptionView[];
}

/** All of them; the pages take what they ask for. */
export async function optionsFor({ ctx: { db, locale } }: App.Locals, { form }: Draft): Promise<DraftOptions> {
  const by = new Intl.Collator(locale).compare;
  const options = (codes: readonly string[], chosen: readonly string[], label: (code: string) => string) =>
    codes.map((value): OptionView => ({ value, label: label(value), checked: chosen.includes(value) }));
  const sdgOptions = (codes: readonly string[], checked: boolean) =>
    codes.map((code): OptionView => ({ value: code, code, label: sdgLabel(code, locale), checked }));
  const rest = TARGETS.filter(({ code }) => !form.sdg.includes(code));
  const origins = await practicesById(db, form.replicates);
  return {
    kinds: KINDS.map((value) => ({ value, label: kindLabel(value, locale) })),
    languages: LOCALES.map((value) => ({ value, label: OWN_NAMES[value] })),
    countries: options(form.countries, form.countries, (code) => countryName(code, locale)).sort((a, b) =>
      by(a.label, b.label),
    ),
    countryNames: countryNames(locale),
    regions: options(
      REGIONS.map(({ code }) => code),
      form.regions,
      (code) => regionName(code, locale),
    ),
    stakeholders: options(
      STAKEHOLDERS.map(({ code }) => code),
      form.stakeholders,
      (code) => stakeholderLabel(code, locale),
    ),
    sdg: sdgOptions(form.sdg.toSorted(compareSdg), true),
    goals: GOALS.map(({ code }) => ({
      code,
      label: sdgLabel(code, locale),
      options: sdgOptions(
        [
          ...(form.sdg.includes(code) ? [] : [code]),
          ...rest.filter((one) => goalOf(one.code) === code).map((one) => one.code),
        ],
        false,
      ),
    })).filter((group) => group.options.length > 0),
    gcm: GCM_OBJECTIVES.map(({ code }) => ({
      value: code,
      code,
      label: gcmLabel(code, locale),
      checked: form.gcm.includes(code),
    })),
    themes: options(
      [...new Set([...themesOffered().map(({ code }) => code), ...form.themes.filter(isTheme)])],
      form.themes,
      (code) => themeLabel(code, locale),
    ).sort((a, b) => by(a.label, b.label)),
    replicates: form.replicates.map((id) => {
      const practice = origins.find((one) => one.id === id);
      return { value: id, label: practice?.title ?? translate(locale, 'drafts.not-found-any-more'), checked: true };
    }),
  };
}

/** The language of a draft's own texts, where it is one. */
export function languageOfDraft({ form }: Draft): string | undefined {
  return isLocale(form.language) ? form.language : undefined;
}
