import type { Label } from './language.ts';

/** One of the 23 objectives of the Global Compact for Safe, Orderly and Regular Migration. */
export interface GcmObjective {
  /** "1" to "23". */
  code: string;
  label: Label;
  /** SDG targets it helps to reach; our reading of both texts. */
  targets: string[];
}

/**
 * The objectives by number (A/RES/73/195). The labels are short names in our own words; the targets are those an
 * objective bears on directly, 10.7 among them wherever the objective is part of governing migration well.
 */
export const GCM_OBJECTIVES: readonly GcmObjective[] = [
  {
    code: '1',
    label: { en: 'Data and evidence', fr: 'Données et faits', es: 'Datos y base empírica', ar: 'البيانات والأدلة' },
    targets: ['10.7', '17.18', '17.19'],
  },
  {
    code: '2',
    label: {
      en: 'Reasons that force people to leave',
      fr: 'Causes qui poussent au départ',
      es: 'Factores que obligan a migrar',
      ar: 'الأسباب التي تدفع الناس إلى الرحيل',
    },
    targets: ['1.1', '1.5', '2.4', '8.5', '8.6', '11.5', '13.1', '16.1'],
  },
  {
    code: '3',
    label: {
      en: 'Information at every stage',
      fr: 'Information à chaque étape',
      es: 'Información en cada etapa',
      ar: 'المعلومات في كل مرحلة',
    },
    targets: ['10.7', '16.10'],
  },
  {
    code: '4',
    label: {
      en: 'Identity and papers',
      fr: 'Identité et documents',
      es: 'Identidad y documentos',
      ar: 'الهوية والوثائق',
    },
    targets: ['10.7', '16.9'],
  },
  {
    code: '5',
    label: {
      en: 'Regular pathways',
      fr: 'Voies de migration régulière',
      es: 'Vías regulares de migración',
      ar: 'مسارات الهجرة النظامية',
    },
    targets: ['4.b', '8.5', '10.7'],
  },
  {
    code: '6',
    label: {
      en: 'Fair recruitment and decent work',
      fr: 'Recrutement équitable et travail décent',
      es: 'Contratación equitativa y trabajo decente',
      ar: 'التوظيف العادل والعمل اللائق',
    },
    targets: ['8.5', '8.7', '8.8', '10.7'],
  },
  {
    code: '7',
    label: {
      en: 'Vulnerability in migration',
      fr: 'Vulnérabilités dans la migration',
      es: 'Vulnerabilidades en la migración',
      ar: 'أوجه الضعف في الهجرة',
    },
    targets: ['1.3', '5.2', '10.3', '10.7', '16.2'],
  },
  {
    code: '8',
    label: {
      en: 'Saving lives, tracing the missing',
      fr: 'Sauver des vies, retrouver les disparus',
      es: 'Salvar vidas y buscar a los migrantes desaparecidos',
      ar: 'إنقاذ الأرواح والبحث عن المفقودين',
    },
    targets: ['10.7', '16.1'],
  },
  {
    code: '9',
    label: {
      en: 'Smuggling of migrants',
      fr: 'Trafic de migrants',
      es: 'Tráfico de migrantes',
      ar: 'تهريب المهاجرين',
    },
    targets: ['10.7', '16.4', '16.a'],
  },
  {
    code: '10',
    label: {
      en: 'Trafficking in persons',
      fr: 'Traite des personnes',
      es: 'Trata de personas',
      ar: 'الاتجار بالأشخاص',
    },
    targets: ['5.2', '8.7', '16.2'],
  },
  {
    code: '11',
    label: { en: 'Borders', fr: 'Frontières', es: 'Fronteras', ar: 'الحدود' },
    targets: ['10.7', '16.6', '16.a'],
  },
  {
    code: '12',
    label: {
      en: 'Clear and predictable procedures',
      fr: 'Procédures claires et prévisibles',
      es: 'Procedimientos claros y previsibles',
      ar: 'إجراءات واضحة وقابلة للتوقع',
    },
    targets: ['10.7', '16.3', '16.6'],
  },
  {
    code: '13',
    label: {
      en: 'Detention last, alternatives first',
      fr: 'La détention en dernier, les alternatives d’abord',
      es: 'La detención, solo como último recurso',
      ar: 'البدائل أولاً والاحتجاز أخيراً',
    },
    targets: ['10.7', '16.3'],
  },
  {
    code: '14',
    label: {
      en: 'Consular help',
      fr: 'Aide consulaire',
      es: 'Protección y asistencia consulares',
      ar: 'المساعدة القنصلية',
    },
    targets: ['10.7', '16.6'],
  },
  {
    code: '15',
    label: {
      en: 'Access to basic services',
      fr: 'Accès aux services de base',
      es: 'Acceso a los servicios básicos',
      ar: 'الوصول إلى الخدمات الأساسية',
    },
    targets: ['1.4', '3.8', '4.1', '6.1', '11.1'],
  },
  {
    code: '16',
    label: {
      en: 'Inclusion and cohesion',
      fr: 'Inclusion et cohésion',
      es: 'Inclusión y cohesión',
      ar: 'الشمول والتماسك',
    },
    targets: ['8.5', '10.2', '11.3', '16.7'],
  },
  {
    code: '17',
    label: {
      en: 'No discrimination, facts in public debate',
      fr: 'Non-discrimination et débat fondé sur des faits',
      es: 'Contra la discriminación, por un debate con base empírica',
      ar: 'عدم التمييز والنقاش العام القائم على الوقائع',
    },
    targets: ['4.7', '10.3', '16.10', '16.b'],
  },
  {
    code: '18',
    label: {
      en: 'Skills and their recognition',
      fr: 'Compétences et leur reconnaissance',
      es: 'Competencias y su reconocimiento',
      ar: 'المهارات والاعتراف بها',
    },
    targets: ['4.3', '4.4', '8.2', '8.5', '10.7'],
  },
  {
    code: '19',
    label: {
      en: 'Migrants and diasporas as contributors',
      fr: 'Apport des migrants et des diasporas',
      es: 'Contribución de los migrantes y las diásporas',
      ar: 'إسهام المهاجرين والمغتربين',
    },
    targets: ['8.3', '9.3', '10.7', '17.3', '17.16'],
  },
  {
    code: '20',
    label: {
      en: 'Remittances and financial inclusion',
      fr: 'Envois de fonds et inclusion financière',
      es: 'Remesas e inclusión financiera',
      ar: 'التحويلات المالية والشمول المالي',
    },
    targets: ['8.10', '10.c', '17.3'],
  },
  {
    code: '21',
    label: {
      en: 'Return and reintegration',
      fr: 'Retour et réintégration',
      es: 'Retorno y reintegración',
      ar: 'العودة وإعادة الإدماج',
    },
    targets: ['8.5', '10.7', '16.9'],
  },
  {
    code: '22',
    label: {
      en: 'Social rights that travel along',
      fr: 'Droits sociaux transférables',
      es: 'Portabilidad de los derechos sociales',
      ar: 'استحقاقات اجتماعية قابلة للنقل',
    },
    targets: ['1.3', '3.8', '8.8', '10.4'],
  },
  {
    code: '23',
    label: {
      en: 'International cooperation',
      fr: 'Coopération internationale',
      es: 'Cooperación internacional',
      ar: 'التعاون الدولي',
    },
    targets: ['10.7', '17.9', '17.14', '17.16', '17.17'],
  },
];
