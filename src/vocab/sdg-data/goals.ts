import type { Label } from '../language.ts';

/** One of the 17 Sustainable Development Goals. */
export interface Goal {
  /** "1" to "17". */
  code: string;
  label: Label;
  /** The colour the UN has given the goal (a fact): for data marks only, beside the number, never alone. */
  colour: string;
}

const goal = (code: string, colour: string, en: string, fr: string, es: string, ar: string): Goal => ({
  code,
  colour,
  label: { en, fr, es, ar },
});

/** The goals by number (A/RES/70/1). The labels are short names in our own words, not the UN's titles. */
export const GOALS: readonly Goal[] = [
  goal('1', '#e5243b', 'Ending poverty', 'Fin de la pauvreté', 'Acabar con la pobreza', 'إنهاء الفقر'),
  goal('2', '#dda63a', 'Ending hunger', 'Fin de la faim', 'Acabar con el hambre', 'إنهاء الجوع'),
  goal('3', '#4c9f38', 'Healthy lives', 'Santé de tous', 'Salud de todas las personas', 'صحة الجميع'),
  goal(
    '4',
    '#c5192d',
    'Learning for all',
    'Apprendre tout au long de la vie',
    'Aprendizaje para todos',
    'التعلّم للجميع',
  ),
  goal(
    '5',
    '#ff3a21',
    'Equality of women and men',
    'Égalité des femmes et des hommes',
    'Igualdad de mujeres y hombres',
    'المساواة بين المرأة والرجل',
  ),
  goal('6', '#26bde2', 'Water and sanitation', 'Eau et assainissement', 'Agua y saneamiento', 'المياه والصرف الصحي'),
  goal('7', '#fcc30b', 'Affordable energy', 'Énergie abordable', 'Energía asequible', 'طاقة ميسورة التكلفة'),
  goal('8', '#a21942', 'Work and growth', 'Travail et croissance', 'Trabajo y crecimiento', 'العمل والنمو'),
  goal(
    '9',
    '#fd6925',
    'Industry and infrastructure',
    'Industrie et infrastructures',
    'Industria e infraestructura',
    'الصناعة والبنى التحتية',
  ),
  goal('10', '#dd1367', 'Less inequality', 'Moins d’inégalités', 'Menos desigualdad', 'تقليص عدم المساواة'),
  goal(
    '11',
    '#fd9d24',
    'Cities and communities',
    'Villes et communautés',
    'Ciudades y comunidades',
    'المدن والمجتمعات المحلية',
  ),
  goal(
    '12',
    '#bf8b2e',
    'Consumption and production',
    'Consommation et production',
    'Consumo y producción',
    'الاستهلاك والإنتاج',
  ),
  goal('13', '#3f7e44', 'Climate', 'Climat', 'Clima', 'المناخ'),
  goal('14', '#0a97d9', 'Oceans and seas', 'Océans et mers', 'Océanos y mares', 'المحيطات والبحار'),
  goal('15', '#56c02b', 'Land and forests', 'Terres et forêts', 'Tierras y bosques', 'الأراضي والغابات'),
  goal('16', '#00689d', 'Peace and justice', 'Paix et justice', 'Paz y justicia', 'السلام والعدل'),
  goal('17', '#19486a', 'Means and partnerships', 'Moyens et partenariats', 'Medios y alianzas', 'الوسائل والشراكات'),
];
