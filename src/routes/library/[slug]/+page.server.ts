import { textIn } from '#vocab/texts.ts';
import { themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import { allBodies } from '#forum/governance/index.ts';
import { languagesOf } from '#forum/library/index.ts';
import { may } from '#forum/people/index.ts';
import type { PublicationView } from '#ui/library-views.ts';
import { sdgView } from '../../views.ts';
import { editionHref, editionName } from '../../forum/names.ts';
import { bodyHref } from '../../governance/names.ts';
import { nameOfLanguage, publicationHref, publicationKindName } from '../names.ts';
import { fileViews, listed, publicationOfPage } from '../publication-here.ts';
import type { PageServerLoad } from './$types';

/** One publication: what it is, and where it can be read. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<PublicationView> => {
  const { ctx, prefix } = locals;
  const { locale, db, actor } = ctx;
  const reader = { locale, prefix };
  const publication = await publicationOfPage(locals, slug);
  const { kind, title, summary, themes, sdg, authors, publisher, year, link, sources, hidden } = publication;
  const edition = (await allEditions(db)).find(({ slug: there }) => there === publication.edition) ?? null;
  const named = textIn(title, locale);
  const told = textIn(summary, locale);
  const here = publicationHref(reader, slug);
  const mine = may(actor, 'library.edit');
  const languages = languagesOf(publication).map((code) => nameOfLanguage(code, locale));
  return {
    title: named.text,
    lang: named.language,
    summary: told.text,
    summaryLang: told.language,
    kind: publicationKindName(kind, locale),
    edition: edition && { label: editionName(edition, locale), href: editionHref(reader, edition.slug) },
    themes: themes.map((code) => ({
      label: themeLabel(code, locale),
      href: `${prefix}/themes/${encodeURIComponent(code)}`,
    })),
    sdg: sdg.map((code) => sdgView(reader, code)),
    languages: listed(languages, locale),
    authors: listed(authors, locale),
    publisher,
    year: year === null ? '' : String(year),
    files: await fileViews(locals, publication),
    link:
      link === ''
        ? null
        : { href: link, label: translate(locale, 'library.read-elsewhere', { host: URL.parse(link)?.host ?? link }) },
    lacking: publication.attachments.length === 0 && link === '' ? { askHref: await supportUnitHref(locals) } : null,
    sources: sources.map(({ label, url: href }) => ({ label, href })),
    hidden,
    editHref: mine ? `${here}/edit` : null,
    filesHref: mine ? `${here}/files` : null,
    done: url.searchParams.has('saved') ? translate(locale, 'library.saved') : null,
  };
};

/** The page of the Support Unit, with whom to turn to; null where the forum has described none. */
async function supportUnitHref({ ctx: { db, locale }, prefix }: App.Locals): Promise<string | null> {
  const unit = (await allBodies(db, 'without-hidden')).find(({ kind }) => kind === 'support-unit');
  return unit ? bodyHref({ locale, prefix }, unit.slug) : null;
}
