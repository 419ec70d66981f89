import type { Locale } from '../language.ts';

/**
 * What cities are called in four languages: where the Forum has met, and where the United Nations, its regional commissions and its
 * agencies have their seats.
 */
export const CITY_LABELS: readonly Readonly<Record<Locale, string>>[] = [
  { en: 'Abu Dhabi', fr: 'Abou Dhabi', es: 'Abu Dabi', ar: 'أبو ظبي' },
  { en: 'Addis Ababa', fr: 'Addis-Abeba', es: 'Addis Abeba', ar: 'أديس أبابا' },
  { en: 'Athens', fr: 'Athènes', es: 'Atenas', ar: 'أثينا' },
  { en: 'Bangkok', fr: 'Bangkok', es: 'Bangkok', ar: 'بانكوك' },
  { en: 'Beirut', fr: 'Beyrouth', es: 'Beirut', ar: 'بيروت' },
  { en: 'Berlin', fr: 'Berlin', es: 'Berlín', ar: 'برلين' },
  { en: 'Bonn', fr: 'Bonn', es: 'Bonn', ar: 'بون' },
  { en: 'Brussels', fr: 'Bruxelles', es: 'Bruselas', ar: 'بروكسل' },
  { en: 'Dhaka', fr: 'Dacca', es: 'Daca', ar: 'دكا' },
  { en: 'Dubai', fr: 'Dubaï', es: 'Dubái', ar: 'دبي' },
  { en: 'Geneva', fr: 'Genève', es: 'Ginebra', ar: 'جنيف' },
  { en: 'Istanbul', fr: 'Istanbul', es: 'Estambul', ar: 'إسطنبول' },
  { en: 'Kampala', fr: 'Kampala', es: 'Kampala', ar: 'كمبالا' },
  { en: 'Madrid', fr: 'Madrid', es: 'Madrid', ar: 'مدريد' },
  { en: 'Manila', fr: 'Manille', es: 'Manila', ar: 'مانيلا' },
  { en: 'Marrakesh', fr: 'Marrakech', es: 'Marrakech', ar: 'مراكش' },
  { en: 'Mexico City', fr: 'Mexico', es: 'Ciudad de México', ar: 'مكسيكو سيتي' },
  { en: 'Nairobi', fr: 'Nairobi', es: 'Nairobi', ar: 'نيروبي' },
  { en: 'New York', fr: 'New York', es: 'Nueva York', ar: 'نيويورك' },
  { en: 'Paris', fr: 'Paris', es: 'París', ar: 'باريس' },
  { en: 'Port Louis', fr: 'Port-Louis', es: 'Port Louis', ar: 'بورت لويس' },
  { en: 'Puerto Vallarta', fr: 'Puerto Vallarta', es: 'Puerto Vallarta', ar: 'بويرتو فايارتا' },
  { en: 'Quito', fr: 'Quito', es: 'Quito', ar: 'كيتو' },
  { en: 'Rabat', fr: 'Rabat', es: 'Rabat', ar: 'الرباط' },
  { en: 'Rome', fr: 'Rome', es: 'Roma', ar: 'روما' },
  { en: 'Santiago', fr: 'Santiago', es: 'Santiago', ar: 'سانتياغو' },
  { en: 'Stockholm', fr: 'Stockholm', es: 'Estocolmo', ar: 'ستوكهولم' },
  { en: 'The Hague', fr: 'La Haye', es: 'La Haya', ar: 'لاهاي' },
  { en: 'Vienna', fr: 'Vienne', es: 'Viena', ar: 'فيينا' },
  { en: 'United Nations', fr: 'Nations Unies', es: 'Naciones Unidas', ar: 'الأمم المتحدة' },
];
