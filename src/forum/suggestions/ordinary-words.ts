import { type Locale, LOCALES } from '#vocab/language.ts';
import { wordsOf } from '#forum/search/index.ts';
import { stemIn } from './reading.ts';

/**
 * Words of every description of a practice, whatever it is about: that there is a law, a project, a ministry, that people took
 * part, what was begun, in what year. They say nothing of the subject, and two texts that share them are not alike for it.
 */
const LISTS: Record<Locale, string> = {
  en: `law act bill decree policy policies strategy plan action activity measure initiative project programme scheme practice process procedure
    system approach framework tool mechanism model pilot phase step stage goal objective aim target result outcome impact
    year month day week period time date today beginning start end annual current recent previous
    person people individual man human member participant beneficiary population group number hundred thousand million
    country state nation government ministry minister authority agency office department institution organisation organization
    association partner partnership community public private national international regional local global
    new old good better best great large small big long short high low full main important specific different various special
    create build establish develop implement launch set begin start continue run carry lead lay organise provide offer give bring
    help support assist enable allow ensure promote improve strengthen increase reduce raise facilitate address aim seek
    participate take part join involve include contain cover apply adopt sign agree decide need require receive reach
    work way part side place area site level case example experience question issue problem need challenge opportunity
    information service network centre center meeting event day world life home side role use field basis order line
    development cooperation migration migrant migrate`,
  fr: `loi lois décret texte circulaire politique politiques stratégie plan action actions activité mesure initiative projet programme dispositif pratique
    processus procédure système approche cadre outil mécanisme modèle pilote phase étape but objectif cible résultat effet impact
    année an ans mois jour semaine période temps date aujourd début fin annuel actuel récent précédent
    personne personnes gens homme humain membre participant bénéficiaire population groupe nombre cent mille million
    pays état nation gouvernement ministère ministre autorité agence bureau département institution organisation association
    partenaire partenariat communauté public privé national international régional local mondial
    nouveau nouvelle ancien bon meilleur grand petit long court haut bas plein principal important spécifique différent divers
    créer construire établir développer mettre œuvre lancer commencer continuer mener conduire organiser fournir offrir donner
    apporter aider aide soutenir soutien appui appuyer permettre assurer promouvoir améliorer renforcer augmenter réduire
    faciliter viser chercher participer participé participation prendre part rejoindre impliquer inclure comprendre contenir
    couvrir appliquer adopter signer décider devoir falloir recevoir atteindre venir suivre trouver ouvrir gérer ensemble
    travail façon manière partie côté lieu zone site niveau cas exemple expérience question problème besoin défi occasion
    information service réseau centre réunion événement monde vie maison rôle usage domaine base ordre
    développement coopération migration migrant migrante`,
  es: `ley leyes decreto norma política políticas estrategia plan acción acciones actividad medida iniciativa proyecto programa práctica
    proceso procedimiento sistema enfoque marco herramienta mecanismo modelo piloto fase etapa meta objetivo resultado efecto impacto
    año años mes día semana período tiempo fecha hoy inicio fin anual actual reciente anterior
    persona personas gente hombre humano miembro participante beneficiario población grupo número cien mil millón
    país estado nación gobierno ministerio ministro autoridad agencia oficina departamento institución organización asociación
    socio alianza comunidad público privado nacional internacional regional local mundial
    nuevo nueva viejo bueno mejor grande pequeño largo corto alto bajo pleno principal importante específico diferente diverso
    crear construir establecer desarrollar implementar lanzar empezar continuar llevar conducir organizar proporcionar ofrecer dar
    traer ayudar ayuda apoyar apoyo permitir asegurar promover mejorar fortalecer aumentar reducir facilitar buscar
    participar participado participación tomar parte unir implicar incluir contener cubrir aplicar adoptar firmar decidir deber
    necesitar recibir alcanzar venir seguir abrir gestionar
    trabajo manera parte lado lugar zona sitio nivel caso ejemplo experiencia cuestión problema necesidad desafío oportunidad
    información servicio red centro reunión evento mundo vida casa papel uso campo base orden
    desarrollo cooperación migración migrante`,
  ar: `قانون القانون قوانين مرسوم سياسة سياسات استراتيجية خطة عمل العمل نشاط أنشطة تدبير تدابير مبادرة مشروع المشروع برنامج البرنامج ممارسة
    عملية إجراء نظام نهج إطار أداة آلية نموذج تجريبي مرحلة خطوة هدف غاية نتيجة نتائج أثر
    سنة عام أعوام سنوات شهر يوم أسبوع فترة وقت تاريخ اليوم بداية نهاية سنوي حالي سابق
    شخص أشخاص الأشخاص ناس الناس رجل إنسان عضو أعضاء مشارك مشاركة مستفيد سكان مجموعة عدد مئة ألف مليون
    بلد بلدان دولة الدولة دول حكومة الحكومة وزارة وزير سلطة السلطات وكالة مكتب دائرة مؤسسة منظمة جمعية
    شريك شراكة مجتمع عامة عام خاص وطني وطنية دولي دولية إقليمي محلي محلية عالمي
    جديد جديدة قديم جيد أفضل كبير صغير طويل قصير عال منخفض كامل رئيسي مهم محدد مختلف
    إنشاء بناء تطوير تنفيذ إطلاق بدء استمرار تنظيم تقديم توفير مساعدة دعم تمكين ضمان تعزيز تحسين زيادة خفض تسهيل
    شارك المشاركة أخذ انضمام شمل تطبيق اعتماد توقيع قرار حاجة تلقى بلوغ
    طريقة جزء جانب مكان منطقة موقع مستوى حالة مثال تجربة مسألة مشكلة تحد فرصة
    معلومات خدمة خدمات شبكة مركز اجتماع حدث عالم حياة بيت دور استخدام مجال أساس
    تنمية التنمية تعاون التعاون هجرة الهجرة مهاجر مهاجرين المهاجرين`,
};

const ORDINARY: Readonly<Record<Locale, ReadonlySet<string>>> = Object.fromEntries(
  LOCALES.map((locale) => [locale, new Set(wordsOf(LISTS[locale]).map((word) => stemIn(word, locale)))]),
) as Record<Locale, Set<string>>;

/** Whether a stem is that of a word that any description has. */
export function isOrdinary(stem: string, language: Locale): boolean {
  return ORDINARY[language].has(stem);
}
