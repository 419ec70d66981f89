import { type Label, type Locale, labelIn } from './language.ts';

/** A subject of migration and development that sessions, observations and practices carry across editions. */
export interface Theme {
  code: string;
  label: Label;
}

/** The subjects that come with the program: those to which the Forum has come back, from labour to the Global Compact. Order: related ones side by side. */
export const THEMES: readonly Theme[] = [
  {
    code: 'labour-mobility',
    label: {
      en: 'Labour mobility',
      fr: 'Mobilité de la main-d’œuvre',
      es: 'Movilidad laboral',
      ar: 'تنقل اليد العاملة',
    },
  },
  {
    code: 'skills-partnerships',
    label: {
      en: 'Skills partnerships',
      fr: 'Partenariats pour les compétences',
      es: 'Alianzas para las competencias',
      ar: 'الشراكات من أجل المهارات',
    },
  },
  {
    code: 'skills-recognition',
    label: {
      en: 'Recognition of skills and qualifications',
      fr: 'Reconnaissance des compétences et des qualifications',
      es: 'Reconocimiento de competencias y cualificaciones',
      ar: 'الاعتراف بالمهارات والمؤهلات',
    },
  },
  {
    code: 'fair-recruitment',
    label: { en: 'Fair recruitment', fr: 'Recrutement équitable', es: 'Contratación equitativa', ar: 'التوظيف العادل' },
  },
  {
    code: 'migrant-workers-rights',
    label: {
      en: 'Rights of migrant workers',
      fr: 'Droits des travailleurs migrants',
      es: 'Derechos de los trabajadores migrantes',
      ar: 'حقوق العمال المهاجرين',
    },
  },
  {
    code: 'decent-work',
    label: { en: 'Decent work', fr: 'Travail décent', es: 'Trabajo decente', ar: 'العمل اللائق' },
  },
  {
    code: 'social-protection',
    label: { en: 'Social protection', fr: 'Protection sociale', es: 'Protección social', ar: 'الحماية الاجتماعية' },
  },
  {
    code: 'domestic-work',
    label: { en: 'Domestic work', fr: 'Travail domestique', es: 'Trabajo doméstico', ar: 'العمل المنزلي' },
  },
  {
    code: 'seasonal-and-circular-migration',
    label: {
      en: 'Seasonal and circular migration',
      fr: 'Migration saisonnière et circulaire',
      es: 'Migración estacional y circular',
      ar: 'الهجرة الموسمية والدائرية',
    },
  },
  { code: 'remittances', label: { en: 'Remittances', fr: 'Envois de fonds', es: 'Remesas', ar: 'التحويلات المالية' } },
  {
    code: 'financial-inclusion',
    label: { en: 'Financial inclusion', fr: 'Inclusion financière', es: 'Inclusión financiera', ar: 'الشمول المالي' },
  },
  {
    code: 'diaspora-engagement',
    label: {
      en: 'Diaspora engagement',
      fr: 'Engagement des diasporas',
      es: 'Participación de la diáspora',
      ar: 'إشراك المغتربين',
    },
  },
  {
    code: 'diaspora-investment',
    label: {
      en: 'Diaspora investment',
      fr: 'Investissements des diasporas',
      es: 'Inversiones de la diáspora',
      ar: 'استثمارات المغتربين',
    },
  },
  {
    code: 'entrepreneurship',
    label: { en: 'Entrepreneurship', fr: 'Entrepreneuriat', es: 'Emprendimiento', ar: 'ريادة الأعمال' },
  },
  {
    code: 'migration-governance',
    label: {
      en: 'Migration governance',
      fr: 'Gouvernance des migrations',
      es: 'Gobernanza de la migración',
      ar: 'حوكمة الهجرة',
    },
  },
  {
    code: 'policy-coherence',
    label: {
      en: 'Policy coherence',
      fr: 'Cohérence des politiques',
      es: 'Coherencia de las políticas',
      ar: 'اتساق السياسات',
    },
  },
  {
    code: 'mainstreaming',
    label: {
      en: 'Migration in development planning',
      fr: 'Migration dans la planification du développement',
      es: 'Migración en la planificación del desarrollo',
      ar: 'الهجرة في التخطيط الإنمائي',
    },
  },
  {
    code: 'migration-data',
    label: { en: 'Migration data', fr: 'Données sur les migrations', es: 'Datos sobre migración', ar: 'بيانات الهجرة' },
  },
  {
    code: 'migration-narratives',
    label: {
      en: 'Public narratives on migration',
      fr: 'Discours publics sur les migrations',
      es: 'Narrativas públicas sobre la migración',
      ar: 'الخطاب العام بشأن الهجرة',
    },
  },
  {
    code: 'integration-and-inclusion',
    label: {
      en: 'Integration and inclusion',
      fr: 'Intégration et inclusion',
      es: 'Integración e inclusión',
      ar: 'الاندماج والشمول',
    },
  },
  {
    code: 'cities-and-local-authorities',
    label: {
      en: 'Cities and local authorities',
      fr: 'Villes et collectivités territoriales',
      es: 'Ciudades y autoridades locales',
      ar: 'المدن والسلطات المحلية',
    },
  },
  {
    code: 'access-to-services',
    label: {
      en: 'Access to services',
      fr: 'Accès aux services',
      es: 'Acceso a los servicios',
      ar: 'الوصول إلى الخدمات',
    },
  },
  { code: 'education', label: { en: 'Education', fr: 'Éducation', es: 'Educación', ar: 'التعليم' } },
  { code: 'health', label: { en: 'Health', fr: 'Santé', es: 'Salud', ar: 'الصحة' } },
  {
    code: 'regular-pathways',
    label: {
      en: 'Regular pathways',
      fr: 'Voies de migration régulière',
      es: 'Vías regulares de migración',
      ar: 'مسارات الهجرة النظامية',
    },
  },
  {
    code: 'regularisation',
    label: { en: 'Regularisation', fr: 'Régularisation', es: 'Regularización', ar: 'تسوية الأوضاع القانونية' },
  },
  {
    code: 'irregular-migration',
    label: {
      en: 'Irregular migration',
      fr: 'Migration irrégulière',
      es: 'Migración irregular',
      ar: 'الهجرة غير النظامية',
    },
  },
  {
    code: 'trafficking-and-smuggling',
    label: {
      en: 'Trafficking and smuggling',
      fr: 'Traite des personnes et trafic de migrants',
      es: 'Trata de personas y tráfico de migrantes',
      ar: 'الاتجار بالأشخاص وتهريب المهاجرين',
    },
  },
  {
    code: 'border-governance',
    label: {
      en: 'Border governance',
      fr: 'Gestion des frontières',
      es: 'Gestión de las fronteras',
      ar: 'إدارة الحدود',
    },
  },
  {
    code: 'return-and-reintegration',
    label: {
      en: 'Return and reintegration',
      fr: 'Retour et réintégration',
      es: 'Retorno y reintegración',
      ar: 'العودة وإعادة الإدماج',
    },
  },
  {
    code: 'protection-of-migrants',
    label: {
      en: 'Protection of migrants',
      fr: 'Protection des migrants',
      es: 'Protección de los migrantes',
      ar: 'حماية المهاجرين',
    },
  },
  {
    code: 'migrants-in-crisis',
    label: {
      en: 'Migrants in countries in crisis',
      fr: 'Migrants dans les pays en crise',
      es: 'Migrantes en países en crisis',
      ar: 'المهاجرون في البلدان المأزومة',
    },
  },
  {
    code: 'mixed-migration',
    label: { en: 'Mixed migration', fr: 'Migrations mixtes', es: 'Migración mixta', ar: 'الهجرة المختلطة' },
  },
  {
    code: 'refugees-and-host-communities',
    label: {
      en: 'Refugees and host communities',
      fr: 'Réfugiés et communautés d’accueil',
      es: 'Refugiados y comunidades de acogida',
      ar: 'اللاجئون والمجتمعات المضيفة',
    },
  },
  {
    code: 'climate-and-displacement',
    label: {
      en: 'Climate and displacement',
      fr: 'Climat et déplacements',
      es: 'Clima y desplazamiento',
      ar: 'المناخ والنزوح',
    },
  },
  {
    code: 'rural-development',
    label: { en: 'Rural development', fr: 'Développement rural', es: 'Desarrollo rural', ar: 'التنمية الريفية' },
  },
  {
    code: 'gender-equality',
    label: { en: 'Gender equality', fr: 'Égalité des genres', es: 'Igualdad de género', ar: 'المساواة بين الجنسين' },
  },
  {
    code: 'children-and-youth',
    label: { en: 'Children and youth', fr: 'Enfants et jeunes', es: 'Niñez y juventud', ar: 'الأطفال والشباب' },
  },
  {
    code: 'technology-and-digital',
    label: {
      en: 'Technology and digital tools',
      fr: 'Technologies et outils numériques',
      es: 'Tecnología y herramientas digitales',
      ar: 'التكنولوجيا والأدوات الرقمية',
    },
  },
  {
    code: 'consular-services-and-information',
    label: {
      en: 'Consular services and information',
      fr: 'Services consulaires et information',
      es: 'Servicios consulares e información',
      ar: 'الخدمات القنصلية والمعلومات',
    },
  },
  {
    code: 'family-and-community',
    label: {
      en: 'Family and community',
      fr: 'Famille et communauté',
      es: 'Familia y comunidad',
      ar: 'الأسرة والمجتمع المحلي',
    },
  },
  {
    code: 'south-south-mobility',
    label: {
      en: 'South-South mobility',
      fr: 'Mobilité Sud-Sud',
      es: 'Movilidad Sur-Sur',
      ar: 'التنقل فيما بين بلدان الجنوب',
    },
  },
  {
    code: 'multi-stakeholder-partnerships',
    label: {
      en: 'Multi-stakeholder partnerships',
      fr: 'Partenariats multipartites',
      es: 'Alianzas de múltiples partes interesadas',
      ar: 'الشراكات بين أصحاب المصلحة المتعددين',
    },
  },
  { code: '2030-agenda', label: { en: '2030 Agenda', fr: 'Programme 2030', es: 'Agenda 2030', ar: 'خطة عام 2030' } },
  {
    code: 'global-compact',
    label: {
      en: 'Global Compact for Migration',
      fr: 'Pacte mondial sur les migrations',
      es: 'Pacto Mundial para la Migración',
      ar: 'الاتفاق العالمي من أجل الهجرة',
    },
  },
];

const shipped = new Map(THEMES.map((theme) => [theme.code, theme]));

/** What a forum says of its themes: its own, and what it calls those that come with the program. See `takeThemes`. */
let said: ReadonlyMap<string, ForumTheme> = new Map();

/** A theme as a forum has described it. */
export interface ForumTheme extends Theme {
  /** Not offered to choose from any more; what carries it keeps it. */
  retired: boolean;
}

/**
 * Takes what this forum says of its themes, in place of what it said before: forum/themes does, when the program opens and whenever that
 * changes. Names and codes of themes are read in hundreds of places, from forms to exports; each would otherwise have to be handed the list.
 */
export function takeThemes(themes: readonly ForumTheme[]): void {
  said = new Map(themes.map((theme) => [theme.code, theme]));
  all = [...THEMES.map((theme) => said.get(theme.code) ?? theme), ...themes.filter(({ code }) => !shipped.has(code))];
}

let all: readonly Theme[] = THEMES;

/** Every theme, as this forum calls it: those that come with the program, then its own. The same list until that changes. */
export function allThemes(): readonly Theme[] {
  return all;
}

/** The themes there are to choose from. */
export function themesOffered(): readonly Theme[] {
  return allThemes().filter(({ code }) => said.get(code)?.retired !== true);
}

/** Whether a code names a theme. */
export function isTheme(code: string): boolean {
  return shipped.has(code) || said.has(code);
}

/** The name of a theme; the code itself where there is none. */
export function themeLabel(code: string, locale: Locale): string {
  const theme = said.get(code) ?? shipped.get(code);
  return theme ? labelIn(theme.label, locale) : code;
}
