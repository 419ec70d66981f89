import type { Locale } from '#vocab/language.ts';
import type { Version } from '#platform/history.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import {
  formOfPublication,
  type Publication,
  PUBLICATION_FIELDS,
  type PublicationForm,
  type PublicationVersion,
} from '#forum/library/index.ts';
import { dateText } from '../views.ts';
import { nameOfLanguage } from './names.ts';

type Field = keyof PublicationForm;
const FIELDS: readonly Field[] = [...PUBLICATION_FIELDS, 'themes', 'languages'];

const asText = (value: string | string[]): string => (typeof value === 'string' ? value : value.join(', '));

/** The name of a field of the form. */
function fieldName(field: Field, locale: Locale): string {
  const [what, language] = field.split('-');
  if (language === undefined) return translate(locale, `library.${field}` as MessageKey);
  const name = translate(locale, `library.field-${what}` as MessageKey);
  return translate(locale, 'library.in-language', { field: name, language: nameOfLanguage(language, locale) });
}

/** What stands now in the fields that read otherwise than what was typed: both are looked at before one is kept. */
export function standing(now: Publication, typed: PublicationForm, locale: Locale) {
  const form = formOfPublication(now);
  return {
    version: now.version,
    fields: FIELDS.filter((field) => asText(form[field]) !== asText(typed[field])).map((field) => ({
      name: fieldName(field, locale),
      text: asText(form[field]) || '–',
    })),
  };
}

/** The states that were kept, the latest first, each with what it changed. */
export function versionViews(versions: readonly Version[], locale: Locale) {
  return versions
    .map(({ number, at, actor, action, content }, index) => ({
      number,
      title: translate(locale, 'library.version-by', { number, when: dateText(at, locale), who: actor }),
      what: whatChanged(action, versions[index - 1]?.content, content, locale),
    }))
    .reverse();
}

function whatChanged(action: string, before: unknown, after: unknown, locale: Locale): string {
  if (action === 'publication.created') return translate(locale, 'library.version-created');
  if (action === 'publication.hidden') return translate(locale, 'library.version-hidden');
  if (action === 'publication.shown') return translate(locale, 'library.version-shown');
  const [was, is] = [before, after] as PublicationVersion[];
  const names = (version: PublicationVersion | undefined) =>
    (version?.attachments ?? []).map(({ name, language }) => [name, language].filter(Boolean).join(', ')).join('; ');
  const [old, now] = [was, is].map((version) => version && formOfPublication(version));
  const list =
    old && now
      ? FIELDS.filter((field) => asText(old[field]) !== asText(now[field])).map(
          (field) => `${fieldName(field, locale)} (${cut(asText(old[field]))} → ${cut(asText(now[field]))})`,
        )
      : [];
  if (names(was) !== names(is))
    list.push(`${translate(locale, 'library.files')} (${names(was) || '–'} → ${names(is) || '–'})`);
  const listed = new Intl.ListFormat(locale, { type: 'unit' }).format(list) || '–';
  return translate(locale, 'library.version-changed', { list: listed });
}

/** As much of a text as a line of the list of versions shows, in characters. */
const SHOWN = 80;
const cut = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || '–');
