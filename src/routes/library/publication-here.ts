import { error } from '@sveltejs/kit';
import { directionOf } from '#vocab/language.ts';
import { textIn } from '#vocab/texts.ts';
import { say, translate } from '#platform/languages.ts';
import { problemResponse, type ProblemDocument } from '#platform/problem.ts';
import { extensionOf } from '#platform/uploads/types.ts';
import { languagesOf, outcomesOf, type Publication, publicationAt } from '#forum/library/index.ts';
import { may } from '#forum/people/index.ts';
import type { PublicationFileView, PublicationLineView } from '#ui/library-views.ts';
import type { Reader } from '../views.ts';
import { nameOfLanguage, publicationHref, publicationKindName } from './names.ts';

/** The publication at an address, for whoever may read it; a hidden one for those who look after the library. */
export async function publicationHere(
  locals: App.Locals,
  slug: string,
): Promise<Publication | (ProblemDocument & { status: 404 | 410; detail: string })> {
  const { db, locale, actor } = locals.ctx;
  const publication = await publicationAt(db, slug);
  if (publication && (!publication.hidden || may(actor, 'library.edit'))) return publication;
  const type = 'about:blank';
  return publication
    ? {
        type,
        status: 410,
        title: translate(locale, 'library.was-hidden'),
        detail: translate(locale, 'library.was-hidden-detail'),
      }
    : {
        type,
        status: 404,
        title: translate(locale, 'problems.not-found'),
        detail: say(locale, { key: 'library.not-found', values: { slug: slug.slice(0, 80) } }),
      };
}

/** The publication of a page; where there is none, the page that says so. */
export async function publicationOfPage(locals: App.Locals, slug: string): Promise<Publication> {
  const found = await publicationHere(locals, slug);
  if ('id' in found) return found;
  return error(found.status, { message: found.title, detail: found.detail });
}

/** What programs are answered where there is none. */
export const noPublication = problemResponse;

/** A publication as a line of a list. */
export function publicationLine(reader: Reader, publication: Publication): PublicationLineView {
  const { locale } = reader;
  const { kind, year, publisher, authors, title, summary, slug } = publication;
  const languages = languagesOf(publication).map((code) => nameOfLanguage(code, locale));
  const where = publication.attachments.length > 0 ? 'here' : publication.link === '' ? 'not-here' : 'elsewhere';
  const what = [publicationKindName(kind, locale), year, publisher || authors[0], listed(languages, locale)];
  const named = textIn(title, locale);
  const told = textIn(summary, locale);
  return {
    href: publicationHref(reader, slug),
    title: named.text,
    lang: named.language,
    what: what.filter(Boolean).join(' · '),
    text: translate(locale, `library.${where}`),
    summary: told.text,
    summaryLang: told.language,
  };
}

/** "English and Spanish". */
export function listed(names: readonly string[], locale: Reader['locale']): string {
  return new Intl.ListFormat(locale, { type: 'unit' }).format(names);
}

/** The files of a publication, with what the search knows of their texts. */
export async function fileViews({ ctx: { db, locale } }: App.Locals, { attachments }: Publication) {
  const outcomes = await outcomesOf(
    db,
    attachments.map(({ id }) => id),
  );
  return attachments.map(({ id, name, type, size, language }): PublicationFileView => {
    const read = outcomes.get(id);
    const text = !read || read.outcome === 'read' ? (read?.cut ? 'cut' : null) : read.outcome;
    return {
      id,
      name,
      href: `/files/${id}/${encodeURIComponent(name)}`,
      what: translate(locale, 'library.file-what', {
        type: extensionOf(type).toUpperCase(),
        size: sizeText(size, locale),
      }),
      language,
      languageName: language === '' ? '' : nameOfLanguage(language, locale),
      text: text === null ? '' : translate(locale, `library.text-${text}`),
    };
  });
}

/** "340 kB", "1.2 MB". */
function sizeText(bytes: number, locale: Reader['locale']): string {
  const large = bytes >= 1_000_000;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  });
  const text = format.format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000));
  // Kept together, in whichever direction the line runs.
  return directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text;
}
