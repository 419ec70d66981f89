import type { Label } from '../language.ts';

const label = (code: string, en: string, fr: string, es: string, ar: string): [string, Label] => [
  code,
  { en, fr, es, ar },
];

/** Names of the M49 regions, as people say them. "Micronesia" alone is the region; the country has its full name. */
export const REGION_LABELS: ReadonlyMap<string, Label> = new Map([
  label('001', 'Worldwide', 'Monde entier', 'Todo el mundo', 'العالم بأسره'),
  label('002', 'Africa', 'Afrique', 'África', 'أفريقيا'),
  label('015', 'North Africa', 'Afrique du Nord', 'África del Norte', 'شمال أفريقيا'),
  label('202', 'Sub-Saharan Africa', 'Afrique subsaharienne', 'África Subsahariana', 'أفريقيا جنوب الصحراء'),
  label('011', 'West Africa', 'Afrique de l’Ouest', 'África Occidental', 'غرب أفريقيا'),
  label('014', 'East Africa', 'Afrique de l’Est', 'África Oriental', 'شرق أفريقيا'),
  label('017', 'Central Africa', 'Afrique centrale', 'África Central', 'وسط أفريقيا'),
  label('018', 'Southern Africa', 'Afrique australe', 'África Meridional', 'الجنوب الأفريقي'),
  label('019', 'Americas', 'Amériques', 'Américas', 'الأمريكتان'),
  label('021', 'North America', 'Amérique du Nord', 'América del Norte', 'أمريكا الشمالية'),
  label(
    '419',
    'Latin America and the Caribbean',
    'Amérique latine et Caraïbes',
    'América Latina y el Caribe',
    'أمريكا اللاتينية ومنطقة البحر الكاريبي',
  ),
  label('005', 'South America', 'Amérique du Sud', 'América del Sur', 'أمريكا الجنوبية'),
  label('013', 'Central America', 'Amérique centrale', 'América Central', 'أمريكا الوسطى'),
  label('029', 'Caribbean', 'Caraïbes', 'Caribe', 'منطقة البحر الكاريبي'),
  label('142', 'Asia', 'Asie', 'Asia', 'آسيا'),
  label('030', 'East Asia', 'Asie de l’Est', 'Asia Oriental', 'شرق آسيا'),
  label('034', 'South Asia', 'Asie du Sud', 'Asia Meridional', 'جنوب آسيا'),
  label('035', 'South-East Asia', 'Asie du Sud-Est', 'Asia Sudoriental', 'جنوب شرق آسيا'),
  label('143', 'Central Asia', 'Asie centrale', 'Asia Central', 'آسيا الوسطى'),
  label('145', 'West Asia', 'Asie de l’Ouest', 'Asia Occidental', 'غرب آسيا'),
  label('150', 'Europe', 'Europe', 'Europa', 'أوروبا'),
  label('039', 'Southern Europe', 'Europe du Sud', 'Europa Meridional', 'جنوب أوروبا'),
  label('151', 'Eastern Europe', 'Europe de l’Est', 'Europa Oriental', 'شرق أوروبا'),
  label('154', 'Northern Europe', 'Europe du Nord', 'Europa Septentrional', 'شمال أوروبا'),
  label('155', 'Western Europe', 'Europe de l’Ouest', 'Europa Occidental', 'غرب أوروبا'),
  label('009', 'Oceania', 'Océanie', 'Oceanía', 'أوقيانوسيا'),
  label(
    '053',
    'Australia and New Zealand',
    'Australie et Nouvelle-Zélande',
    'Australia y Nueva Zelanda',
    'أستراليا ونيوزيلندا',
  ),
  label('054', 'Melanesia', 'Mélanésie', 'Melanesia', 'ميلانيزيا'),
  label('057', 'Micronesia', 'Micronésie', 'Micronesia', 'ميكرونيزيا'),
  label('061', 'Polynesia', 'Polynésie', 'Polinesia', 'بولينيزيا'),
]);
