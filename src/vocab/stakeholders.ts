import { type Label, type Locale, labelIn } from './language.ts';

/** A type of stakeholder: who leads a practice, who a delegate comes from. */
export interface Stakeholder {
  code: string;
  label: Label;
}

/**
 * Those who take part in the Forum: states, the three mechanisms (civil society, business, mayors) and the others whom
 * the Focused Input to the HLPF of 2020 names in its sections I, V and VI.
 */
export const STAKEHOLDERS: readonly Stakeholder[] = [
  { code: 'state', label: { en: 'State', fr: 'État', es: 'Estado', ar: 'دولة' } },
  {
    code: 'local-authority',
    label: {
      en: 'City or local authority',
      fr: 'Ville ou collectivité territoriale',
      es: 'Ciudad o autoridad local',
      ar: 'مدينة أو سلطة محلية',
    },
  },
  {
    code: 'international-organisation',
    label: {
      en: 'International organisation',
      fr: 'Organisation internationale',
      es: 'Organización internacional',
      ar: 'منظمة دولية',
    },
  },
  {
    code: 'rcp',
    label: {
      en: 'Regional consultative process',
      fr: 'Processus consultatif régional',
      es: 'Proceso consultivo regional',
      ar: 'عملية تشاورية إقليمية',
    },
  },
  {
    code: 'civil-society',
    label: { en: 'Civil society', fr: 'Société civile', es: 'Sociedad civil', ar: 'المجتمع المدني' },
  },
  { code: 'business', label: { en: 'Business', fr: 'Entreprise', es: 'Empresa', ar: 'قطاع الأعمال' } },
  {
    code: 'academia',
    label: {
      en: 'Academia and research',
      fr: 'Université et recherche',
      es: 'Universidad e investigación',
      ar: 'الأوساط الأكاديمية والبحثية',
    },
  },
  { code: 'trade-union', label: { en: 'Trade union', fr: 'Syndicat', es: 'Sindicato', ar: 'نقابة عمالية' } },
  {
    code: 'faith-based',
    label: {
      en: 'Faith-based organisation',
      fr: 'Organisation confessionnelle',
      es: 'Organización confesional',
      ar: 'منظمة دينية',
    },
  },
  { code: 'foundation', label: { en: 'Foundation', fr: 'Fondation', es: 'Fundación', ar: 'مؤسسة خيرية' } },
  { code: 'media', label: { en: 'Media', fr: 'Médias', es: 'Medios de comunicación', ar: 'وسائل الإعلام' } },
  {
    code: 'youth',
    label: {
      en: 'Youth organisation',
      fr: 'Organisation de jeunes',
      es: 'Organización juvenil',
      ar: 'منظمة شبابية',
    },
  },
  {
    code: 'diaspora',
    label: {
      en: 'Diaspora or migrant organisation',
      fr: 'Organisation de la diaspora ou de migrants',
      es: 'Organización de la diáspora o de migrantes',
      ar: 'منظمة للمغتربين أو المهاجرين',
    },
  },
];

const byCode = new Map(STAKEHOLDERS.map((stakeholder) => [stakeholder.code, stakeholder]));

/** Whether a code names a type of stakeholder. */
export function isStakeholder(code: string): boolean {
  return byCode.has(code);
}

/** The name of a type of stakeholder; the code itself where there is none. */
export function stakeholderLabel(code: string, locale: Locale): string {
  const stakeholder = byCode.get(code);
  return stakeholder ? labelIn(stakeholder.label, locale) : code;
}
