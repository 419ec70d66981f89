import { type Label, type Locale, labelIn } from './language.ts';

/** A UN regional group: the groups over which a Steering Group is balanced and a survey is broken down. */
export interface Group {
  code: 'african' | 'asia-pacific' | 'eastern-european' | 'grulac' | 'weog';
  label: Label;
}

export type GroupCode = Group['code'];

/** The five UN regional groups. Which state belongs to which is said in countries.ts. */
export const GROUPS: readonly Group[] = [
  {
    code: 'african',
    label: { en: 'African States', fr: 'États d’Afrique', es: 'Estados de África', ar: 'الدول الأفريقية' },
  },
  {
    code: 'asia-pacific',
    label: {
      en: 'Asia-Pacific States',
      fr: 'États d’Asie et du Pacifique',
      es: 'Estados de Asia y el Pacífico',
      ar: 'دول آسيا والمحيط الهادئ',
    },
  },
  {
    code: 'eastern-european',
    label: {
      en: 'Eastern European States',
      fr: 'États d’Europe orientale',
      es: 'Estados de Europa Oriental',
      ar: 'دول أوروبا الشرقية',
    },
  },
  {
    code: 'grulac',
    label: {
      en: 'Latin American and Caribbean States',
      fr: 'États d’Amérique latine et des Caraïbes',
      es: 'Estados de América Latina y el Caribe',
      ar: 'دول أمريكا اللاتينية والبحر الكاريبي',
    },
  },
  {
    code: 'weog',
    label: {
      en: 'Western European and other States',
      fr: 'États d’Europe occidentale et autres États',
      es: 'Estados de Europa Occidental y otros Estados',
      ar: 'دول أوروبا الغربية ودول أخرى',
    },
  },
];

const byCode = new Map<string, Group>(GROUPS.map((group) => [group.code, group]));

/** Whether a code names a UN regional group. */
export function isGroup(code: string): code is GroupCode {
  return byCode.has(code);
}

/** The name of a UN regional group; the code itself where there is none. */
export function groupLabel(code: string, locale: Locale): string {
  const group = byCode.get(code);
  return group ? labelIn(group.label, locale) : code;
}
