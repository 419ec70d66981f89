import { countryName } from '#vocab/countries.ts';
import { gcmLabel } from '#vocab/gcm.ts';
import type { Locale } from '#vocab/language.ts';
import { regionName } from '#vocab/regions.ts';
import { sdgLabel } from '#vocab/sdg.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { type Draft, readForm } from '#forum/drafts/index.ts';
import { TRANSLATED } from '#forum/practices/index.ts';
import type { Suggestion } from '#forum/suggestions/index.ts';
import type { OptionView } from '#ui/draft-views.ts';
import { practiceHref, quoted } from '../../views.ts';

/** As many words as are told for one suggestion. */
const WORDS = 4;

/** Where nothing is suggested. */
export const NOTHING_SUGGESTED: Awaited<ReturnType<typeof suggestedFor>> = {
  sdg: [],
  gcm: [],
  themes: [],
  countries: [],
  regions: [],
  start: [],
  ongoing: [],
  duplicates: [],
};

/** What the text of a draft may be about, each with the words that made it so, for a person to accept or not. */
export async function suggestedFor({ ctx, forum, prefix }: App.Locals, draft: Draft) {
  const { locale } = ctx;
  const { content } = readForm(draft.form);
  const texts = TRANSLATED.map((field) => ({ field, text: content[field], language: content.language }));
  const found = await forum.suggester.suggest(ctx.db, { texts, already: content, practice: draft.practice });
  const options = (list: readonly Suggestion[], label: (code: string, locale: Locale) => string, coded = false) =>
    list.map((one): OptionView => ({
      value: one.code,
      label: label(one.code, locale),
      ...(coded && { code: one.code }),
      checked: false,
      why: whyOf(one, locale),
    }));
  return {
    sdg: options(found.sdg, sdgLabel, true),
    gcm: options(found.gcm, gcmLabel, true),
    themes: options(found.themes, themeLabel),
    countries: withOwnState(options(found.countries, countryName), draft, content.countries, locale),
    regions: options(found.regions, regionName),
    start: options(found.start, (year) => year),
    ongoing: options(found.ongoing, () => translate(locale, 'drafts.label-ongoing')),
    duplicates: found.duplicates.map(({ slug, title, countries, words }) => ({
      href: practiceHref({ locale, prefix }, slug),
      title,
      why: [
        ...countries.map((code) => countryName(code, locale)),
        ...new Set(words.map(({ words: said }) => quoted(said, locale))),
      ]
        .slice(0, WORDS)
        .join(' · '),
    })),
  };
}

/** Who writes a new practice for a state mostly writes of it: its country is offered first, to be accepted or not. */
function withOwnState(found: OptionView[], draft: Draft, carried: readonly string[], locale: Locale): OptionView[] {
  const { ownerState: own, practice } = draft;
  if (own === null || practice !== null || carried.includes(own)) return found;
  const why = translate(locale, 'drafts.because-own-state');
  const said = found.find(({ value }) => value === own);
  const offered = {
    value: own,
    label: countryName(own, locale),
    checked: false,
    why: said ? `${why} ${said.why}` : why,
  };
  return [offered, ...found.filter((one) => one !== said)];
}

function whyOf({ words, practices }: Suggestion, locale: Locale): string {
  const said = [...new Set(words.map((quote) => quoted(quote.words, locale)))].slice(0, WORDS);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const because = translate(locale, 'drafts.because-of-words', { words: list.format(said) });
  const [like] = practices;
  return like ? `${because} ${translate(locale, 'drafts.because-of-practice', { title: like.title })}` : because;
}
