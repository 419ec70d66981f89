import { kindLabel } from '#vocab/kinds.ts';
import { isLocale, type Locale } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { type DraftForm, type FormField, isList } from '#forum/drafts/index.ts';
import { KINDS } from '#forum/practices/index.ts';
import { namesOf } from '../../versions.ts';

/** Texts of which each line is an entry of its own. */
const LINES: readonly FormField[] = ['places', 'partners', 'evaluations', 'links'];
/** Texts that somebody wrote in sentences, in the language of the form or of the translation. */
const PROSE: readonly FormField[] = ['title', 'summary', 'results', 'costs', 'lessons', 'needs'];

/** Whether a field is shown as a list of entries. */
export function isListed(field: FormField): boolean {
  return isList(field) || LINES.includes(field) || field === 'attachments';
}

/** Whether a field is written in more than a line. */
export function isLong(field: FormField): boolean {
  return field.split('.')[0] !== 'title' && (PROSE.includes(field.split('.')[0] as FormField) || LINES.includes(field));
}

/** The language a field is written in; undefined for what is in no language, or in anybody's. */
export function fieldLanguage(field: FormField, form: DraftForm): Locale | undefined {
  const [name, own] = field.split('.') as [FormField, string | undefined];
  if (isLocale(own)) return own;
  return PROSE.includes(name) && isLocale(form.language) ? form.language : undefined;
}

/** What a field of a form says: entries of a list, or one text. `titles`: those of practices, by their ids. */
export function entriesOf(
  field: FormField,
  form: DraftForm,
  locale: Locale,
  titles: ReadonlyMap<string, string>,
): string[] {
  if (field === 'attachments') return form.attachments.map(({ name, caption }) => caption || name);
  if (field === 'replicates') return form.replicates.map((id) => titles.get(id) ?? id);
  if (field === 'global' || field === 'ongoing') return form[field].map(() => translate(locale, 'site.yes'));
  if (isList(field)) return namesOf(field, form[field], locale);
  const text = form[field];
  if (LINES.includes(field)) return text.split('\n').filter((line) => line.trim() !== '');
  if (text.trim() === '') return [];
  if (field === 'language') return [languageName(text, locale)];
  const kind = field === 'kind' ? KINDS.find((one) => one === text) : undefined;
  return [kind === undefined ? text : kindLabel(kind, locale)];
}

function languageName(code: string, locale: Locale): string {
  return isLocale(code) ? (new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code) : code;
}
