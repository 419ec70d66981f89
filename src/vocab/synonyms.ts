import { countryName } from './countries.ts';
import type { Locale } from './language.ts';
import { THEMES } from './themes.ts';

/** Words that people use for the same thing, by language. */
export type Synonyms = Partial<Record<Locale, readonly string[]>>;

/** What else people say for a theme, beside its label; singular or plural, with or without accents is all the same. */
const FOR_THEMES: Record<string, Synonyms> = {
  'labour-mobility': {
    en: ['labour migration', 'labor migration', 'labor mobility', 'work abroad', 'economic migration'],
    fr: ['migration de travail', 'migration de main-d’œuvre', 'mobilité professionnelle'],
    es: ['migración laboral', 'movilidad de la mano de obra'],
    ar: ['هجرة اليد العاملة', 'هجرة العمالة'],
  },
  'skills-partnerships': { en: ['skills mobility partnerships', 'global skills partnerships'] },
  'skills-recognition': {
    en: ['recognition of diplomas', 'credential recognition', 'recognition of qualifications'],
    fr: ['reconnaissance des diplômes', 'équivalence des diplômes'],
    es: ['reconocimiento de títulos', 'homologación de títulos'],
    ar: ['الاعتراف بالشهادات'],
  },
  'fair-recruitment': {
    en: ['ethical recruitment', 'recruitment fees'],
    fr: ['recrutement éthique'],
    es: ['contratación ética'],
    ar: ['الاستقدام العادل'],
  },
  'migrant-workers-rights': {
    en: ['labour rights', 'labor rights', 'workers rights'],
    fr: ['droits du travail'],
    es: ['derechos laborales'],
    ar: ['حقوق العمال'],
  },
  'decent-work': { en: ['good jobs'], fr: ['emploi décent'], es: ['empleo decente'] },
  'social-protection': {
    en: ['social security', 'safety net'],
    fr: ['sécurité sociale'],
    es: ['seguridad social'],
    ar: ['الضمان الاجتماعي'],
  },
  'domestic-work': {
    en: ['domestic workers', 'household workers'],
    fr: ['travailleurs domestiques', 'employés de maison'],
    es: ['trabajadoras del hogar', 'trabajadores domésticos'],
    ar: ['العمال المنزليون'],
  },
  remittances: {
    en: ['remittances', 'money transfers', 'transfers of money', 'sending money home'],
    fr: ['envois de fonds', 'transferts de fonds', 'transferts d’argent', 'remises migratoires'],
    es: ['remesas', 'envío de remesas', 'envío de dinero', 'transferencias de dinero'],
    ar: ['التحويلات المالية', 'الحوالات', 'تحويلات المهاجرين'],
  },
  'diaspora-engagement': {
    en: ['diaspora', 'nationals abroad', 'expatriates'],
    fr: ['diaspora', 'ressortissants à l’étranger', 'expatriés'],
    es: ['diáspora', 'nacionales en el exterior', 'expatriados'],
    ar: ['المغتربون', 'الجاليات', 'الشتات'],
  },
};

/** Words of the field that belong to no theme alone. */
const OTHERS: readonly Synonyms[] = [
  {
    en: ['irregular migration', 'undocumented migration', 'without papers'],
    fr: ['migration irrégulière', 'sans-papiers'],
    es: ['migración irregular', 'indocumentados', 'sin papeles'],
    ar: ['الهجرة غير النظامية'],
  },
  {
    en: ['regularisation', 'regularization', 'legalisation of status'],
    fr: ['régularisation'],
    es: ['regularización'],
    ar: ['تسوية الأوضاع'],
  },
  {
    en: ['human trafficking', 'trafficking in persons', 'modern slavery'],
    fr: ['traite des personnes', 'traite des êtres humains', 'esclavage moderne'],
    es: ['trata de personas', 'esclavitud moderna'],
    ar: ['الاتجار بالأشخاص', 'الاتجار بالبشر'],
  },
  {
    en: ['return and reintegration', 'reintegration', 'returnees'],
    fr: ['retour et réintégration', 'réintégration', 'personnes de retour'],
    es: ['retorno y reintegración', 'reintegración', 'personas retornadas'],
    ar: ['العودة وإعادة الإدماج', 'إعادة الإدماج', 'العائدون'],
  },
  {
    en: ['climate change', 'global warming', 'climate'],
    fr: ['changement climatique', 'changements climatiques', 'climat'],
    es: ['cambio climático', 'clima'],
    ar: ['تغير المناخ', 'المناخ'],
  },
  {
    en: ['displacement', 'displaced people'],
    fr: ['déplacement', 'personnes déplacées'],
    es: ['desplazamiento', 'personas desplazadas'],
    ar: ['النزوح', 'النازحون'],
  },
  {
    en: ['unaccompanied minors', 'children on the move', 'migrant children'],
    fr: ['mineurs non accompagnés', 'enfants migrants'],
    es: ['menores no acompañados', 'niños migrantes', 'niñez migrante'],
    ar: ['الأطفال غير المصحوبين', 'الأطفال المهاجرون'],
  },
  {
    en: ['integration', 'inclusion', 'social cohesion'],
    fr: ['intégration', 'inclusion', 'cohésion sociale'],
    es: ['integración', 'inclusión', 'cohesión social'],
    ar: ['الإدماج', 'الاندماج', 'التماسك الاجتماعي'],
  },
  {
    en: ['seasonal work', 'seasonal workers'],
    fr: ['travail saisonnier', 'travailleurs saisonniers'],
    es: ['trabajo de temporada', 'trabajadores de temporada', 'temporeros'],
    ar: ['العمل الموسمي', 'العمال الموسميون'],
  },
  {
    en: ['local authorities', 'municipalities', 'cities', 'local governments', 'mayors'],
    fr: ['autorités locales', 'municipalités', 'villes', 'collectivités locales', 'maires'],
    es: ['autoridades locales', 'municipios', 'ciudades', 'gobiernos locales', 'alcaldes'],
    ar: ['السلطات المحلية', 'البلديات', 'المدن', 'رؤساء البلديات'],
  },
  {
    en: ['private sector', 'business', 'companies', 'employers'],
    fr: ['secteur privé', 'entreprises', 'employeurs'],
    es: ['sector privado', 'empresas', 'empleadores'],
    ar: ['القطاع الخاص', 'الشركات', 'أرباب العمل'],
  },
  {
    en: ['civil society', 'non-governmental organisations', 'NGOs'],
    fr: ['société civile', 'organisations non gouvernementales', 'ONG'],
    es: ['sociedad civil', 'organizaciones no gubernamentales', 'ONG'],
    ar: ['المجتمع المدني', 'المنظمات غير الحكومية'],
  },
  {
    en: ['health', 'health care'],
    fr: ['santé', 'soins de santé'],
    es: ['salud', 'atención sanitaria'],
    ar: ['الصحة', 'الرعاية الصحية'],
  },
  { en: ['women', 'gender'], fr: ['femmes', 'genre'], es: ['mujeres', 'género'], ar: ['النساء', 'المرأة'] },
  { en: ['youth', 'young people'], fr: ['jeunes', 'jeunesse'], es: ['jóvenes', 'juventud'], ar: ['الشباب'] },
  {
    en: ['migrant workers', 'foreign workers', 'workers abroad'],
    fr: ['travailleurs migrants', 'travailleurs étrangers'],
    es: ['trabajadores migrantes', 'trabajadores migratorios', 'trabajadores extranjeros'],
    ar: ['العمال المهاجرون', 'العمالة الوافدة'],
  },
  {
    en: ['recruitment', 'recruiters'],
    fr: ['recrutement', 'recruteurs'],
    es: ['contratación', 'reclutamiento'],
    ar: ['الاستقدام'],
  },
  {
    en: ['employment', 'jobs'],
    fr: ['emploi', 'emplois'],
    es: ['empleo', 'puestos de trabajo'],
    ar: ['فرص العمل', 'الوظائف'],
  },
  {
    en: ['training', 'vocational training'],
    fr: ['formation', 'formation professionnelle'],
    es: ['formación', 'capacitación', 'formación profesional'],
    ar: ['التدريب', 'التدريب المهني'],
  },
  { en: ['children', 'childhood'], fr: ['enfants', 'enfance'], es: ['niños', 'niñas', 'niñez'], ar: ['الأطفال'] },
  { en: ['refugees', 'asylum seekers'], fr: ['réfugiés'], es: ['refugiados'], ar: ['اللاجئون'] },
  { en: ['data', 'statistics'], fr: ['données', 'statistiques'], es: ['datos', 'estadísticas'], ar: ['البيانات'] },
  {
    en: ['visa', 'residence permit'],
    fr: ['visa', 'titre de séjour'],
    es: ['visado', 'visa', 'permiso de residencia'],
    ar: ['تأشيرة', 'تصريح إقامة'],
  },
  {
    en: ['media', 'journalists', 'public perceptions', 'narratives'],
    fr: ['médias', 'journalistes'],
    es: ['medios de comunicación', 'periodistas'],
    ar: ['وسائل الإعلام', 'الصحفيون'],
  },
  {
    en: ['agriculture', 'farming', 'farm workers'],
    fr: ['agriculture', 'travailleurs agricoles'],
    es: ['agricultura', 'trabajadores agrícolas'],
    ar: ['الزراعة'],
  },
];

/** What else people call a country, where its name today shares no word with it: former names and those of everyday. */
const FOR_COUNTRIES: Record<string, Synonyms> = {
  BY: { fr: ['Biélorussie'], es: ['Bielorrusia'], ar: ['روسيا البيضاء'] },
  CI: { en: ['Ivory Coast'], es: ['Costa de Marfil'], ar: ['ساحل العاج'] },
  CV: { en: ['Cape Verde'], fr: ['Cap-Vert'], ar: ['الرأس الأخضر'] },
  CZ: { en: ['Czech Republic'], fr: ['République tchèque'], es: ['República Checa'], ar: ['جمهورية التشيك'] },
  KP: { en: ['North Korea'], fr: ['Corée du Nord'], es: ['Corea del Norte'], ar: ['كوريا الشمالية'] },
  KR: { en: ['South Korea'], fr: ['Corée du Sud'], es: ['Corea del Sur'], ar: ['كوريا الجنوبية'] },
  MM: { en: ['Burma'], fr: ['Birmanie'], es: ['Birmania'], ar: ['بورما'] },
  SZ: { en: ['Swaziland'], es: ['Swazilandia'], ar: ['سوازيلاند'] },
  TL: { en: ['East Timor'], fr: ['Timor oriental'], es: ['Timor Oriental'], ar: ['تيمور الشرقية'] },
  TR: { en: ['Turkey'], fr: ['Turquie'], es: ['Turquía'] },
  VN: { en: ['Vietnam'], fr: ['Vietnam'], es: ['Vietnam'], ar: ['فيتنام'] },
};

/** Everything that is said in several ways: each theme and each country of several names with its labels in four languages, and other words of the field. */
export const SYNONYMS: readonly Synonyms[] = [
  ...THEMES.map(({ code, label }): Synonyms => {
    const more = FOR_THEMES[code] ?? {};
    const all = (locale: Locale) => [...(label[locale] ? [label[locale]] : []), ...(more[locale] ?? [])];
    return { en: all('en'), fr: all('fr'), es: all('es'), ar: all('ar') };
  }),
  ...Object.entries(FOR_COUNTRIES).map(([code, more]): Synonyms => {
    const all = (locale: Locale) => [...new Set([countryName(code, locale), ...(more[locale] ?? [])])];
    return { en: all('en'), fr: all('fr'), es: all('es'), ar: all('ar') };
  }),
  ...OTHERS,
];
