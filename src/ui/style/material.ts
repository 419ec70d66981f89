import { createRawSnippet, type Snippet } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { kindLabel } from '#vocab/kinds.ts';
import { type Label, labelIn, type Locale } from '#vocab/language.ts';
import { GOALS, goalOf, sdgLabel } from '#vocab/sdg.ts';
import type { Language } from '#ui/language.ts';
import type { CardView, CountView, PieceView, SdgView, SelectionView } from '#ui/views.ts';

/** What the examples are made of: an invented practice in four languages, and names out of the vocabularies. */
export const TITLE: Label = {
  en: 'Savings circles of seasonal workers',
  fr: 'Cercles d’épargne des travailleurs saisonniers',
  es: 'Círculos de ahorro de trabajadores de temporada',
  ar: 'حلقات ادخار للعمال الموسميين',
};

export const SUMMARY: Label = {
  en: 'Groups of ten to twenty workers save together, learn what a transfer costs, and choose the cheaper way home for their money.',
  fr: 'Des groupes de dix à vingt travailleurs épargnent ensemble, apprennent ce que coûte un transfert et choisissent la voie la moins chère.',
  es: 'Grupos de diez a veinte trabajadores ahorran juntos, aprenden cuánto cuesta una transferencia y eligen el camino más barato.',
  ar: 'مجموعات من عشرة إلى عشرين عاملاً تدّخر معاً وتتعلّم كلفة التحويل وتختار الطريق الأرخص لأموالها.',
};

/** A title as long as any that was ever put forward, with a word that hardly fits a phone. */
export const LONG_TITLE: Label = {
  en: 'Interministerial and intermunicipal coordination of information, orientation and recognition of qualifications (Berufsqualifikationsfeststellungsgesetz) for migrants, returnees and their families in five border regions',
  fr: 'Coordination interministérielle et intercommunale de l’information, de l’orientation et de la reconnaissance des qualifications (Berufsqualifikationsfeststellungsgesetz) des migrants, des personnes de retour et de leurs familles dans cinq régions frontalières',
  es: 'Coordinación interministerial e intermunicipal de la información, la orientación y el reconocimiento de cualificaciones (Berufsqualifikationsfeststellungsgesetz) de migrantes, retornados y sus familias en cinco regiones fronterizas',
  ar: 'التنسيق بين الوزارات والبلديات في مجال الإعلام والتوجيه والاعتراف بالمؤهلات (Berufsqualifikationsfeststellungsgesetz) لفائدة المهاجرين والعائدين وأسرهم في خمس مناطق حدودية',
};

const SHORT_NAMES = ['KE', 'MA', 'DE', 'PH', 'MX', 'EC', 'NP', 'BD', 'GH', 'CA', 'SE', 'TR', 'FJ', 'LB'];

/** Words of the examples in the reader's language. */
export const inWords = ({ locale }: Language, label: Label): string => labelIn(label, locale);

/** A language written the other way than the reader's. */
export const otherWay = ({ locale }: Language): Locale => (locale === 'ar' ? 'en' : 'ar');

/** Addresses that every forum answers, whatever practices it has; each number gives another one. */
export const catalogue = ({ link }: Language, number = 0): string =>
  link(number === 0 ? '/practices' : `/practices?goal=${number}`);

const COLOURS = new Map(GOALS.map(({ code, colour }) => [code, colour]));

/** An SDG reference as a view. */
export function sdg({ locale, link }: Language, code: string): SdgView {
  return { code, label: sdgLabel(code, locale), colour: COLOURS.get(goalOf(code))!, href: link(`/sdgs/${code}`) };
}

/** A text without anything found in it. */
export const unmarked = (text: string): PieceView[] => [{ text, hit: false }];

/** A practice as a card, with what is to be otherwise. */
export function card(language: Language, changes: Partial<CardView> = {}): CardView {
  const { locale } = language;
  const title = changes.title ?? labelIn(TITLE, locale);
  return {
    href: catalogue(language, 10),
    lang: locale,
    summaryLang: changes.lang ?? locale,
    translated: null,
    title,
    titlePieces: unmarked(title),
    summaryPieces: unmarked(labelIn(SUMMARY, locale)),
    where: unmarked(`${countryName('NP', locale)}, ${countryName('QA', locale)}`),
    themesFound: [],
    years: '2017–2020',
    sdg: ['8.8', '10.c'].map((code) => sdg(language, code)),
    source: 'GFMD 2020',
    kind: kindLabel('programme', locale),
    ...changes,
  };
}

/** Countries with a falling number of practices. */
export function countries(language: Language, many: number): CountView[] {
  return SHORT_NAMES.slice(0, many).map((code, at) => ({
    code: '',
    label: countryName(code, language.locale),
    count: Math.max(1, Math.round(1_400 / (at + 1) ** 2)),
    depth: 0,
    href: language.link(`/places/${code}`),
  }));
}

/** A paragraph as what a component is given to enclose. Only for texts of the examples: nothing in it is escaped. */
export function paragraph(text: string): Snippet {
  return createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));
}

/** Practices of the Philippines on target 8.8, as many as said. */
export function selection(language: Language, total: number): SelectionView {
  const { locale, t } = language;
  const country = { code: '', label: countryName('PH', locale), facetLabel: t('site.facet-country') };
  return {
    total,
    chips: [
      { ...sdg(language, '8.8'), facetLabel: t('site.facet-target'), removeHref: catalogue(language, 1) },
      { ...country, removeHref: catalogue(language, 2) },
    ],
    clearHref: catalogue(language),
    href: catalogue(language, 8),
  };
}
