import { type Label, type Locale, labelIn } from './language.ts';

/** What a practice can be, with its name. The codes are those of the practice model. */
export const KIND_LABELS: Readonly<Record<string, Label>> = {
  policy: { en: 'Policy', fr: 'Politique', es: 'Política', ar: 'سياسة' },
  law: { en: 'Law', fr: 'Loi', es: 'Ley', ar: 'قانون' },
  programme: { en: 'Programme', fr: 'Programme', es: 'Programa', ar: 'برنامج' },
  project: { en: 'Project', fr: 'Projet', es: 'Proyecto', ar: 'مشروع' },
  tool: { en: 'Tool', fr: 'Outil', es: 'Herramienta', ar: 'أداة' },
  campaign: { en: 'Campaign', fr: 'Campagne', es: 'Campaña', ar: 'حملة' },
  partnership: { en: 'Partnership', fr: 'Partenariat', es: 'Alianza', ar: 'شراكة' },
};

/** The name of a kind of practice; the code itself where there is no such kind. */
export function kindLabel(code: string, locale: Locale): string {
  const label = Object.hasOwn(KIND_LABELS, code) ? KIND_LABELS[code] : undefined;
  return label ? labelIn(label, locale) : code;
}
