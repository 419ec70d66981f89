import type { Locale } from '#vocab/language.ts';
import { themeLabel } from '#vocab/themes.ts';
import { type MessageKey, say, translate } from '#platform/languages.ts';
import { allEditions, type Edition } from '#forum/editions/index.ts';
import {
  findPublications,
  LIBRARY_FACETS,
  type LibraryFacet,
  type LibraryFilter,
  libraryQuery,
  parseLibraryFilter,
  PUBLICATION_KINDS,
  type PublicationKind,
  wholeLibrary,
} from '#forum/library/index.ts';
import { mayEver } from '#forum/people/index.ts';
import type { LibraryView } from '#ui/library-views.ts';
import { pageLinks } from '../page-links.ts';
import { editionName } from '../forum/names.ts';
import { nameOfLanguage, publicationKindName } from './names.ts';
import { publicationLine } from './publication-here.ts';
import type { PageServerLoad } from './$types';

const NONE: Record<LibraryFacet, MessageKey> = {
  kind: 'library.all-kinds',
  edition: 'library.all-editions',
  theme: 'library.all-themes',
  language: 'library.all-languages',
};

/** The library: one page of the selection that the address asks for. */
export const load: PageServerLoad = async ({ url, locals }): Promise<LibraryView> => {
  const { ctx, prefix } = locals;
  const { locale, db } = ctx;
  const editions = await allEditions(db);
  const { filter, complaints } = parseLibraryFilter(
    url.searchParams,
    editions.map(({ slug }) => slug),
    { sized: false },
  );
  const { total, publications, counts } = await findPublications(db, filter);
  const pages = Math.max(1, Math.ceil(total / filter.perPage));
  const problems = complaints.map(({ notice }) => say(locale, notice));
  if (filter.page > pages)
    problems.push(translate(locale, 'problems.page-beyond-end', { page: filter.page, last: pages }));
  locals.status = complaints.length > 0 ? 400 : filter.page > pages ? 404 : 200;
  const name = nameOf(editions, locale);
  const hrefOf = (other: LibraryFilter) => {
    const query = libraryQuery(other);
    return `${prefix}/library${query && `?${query}`}`;
  };
  const numbers = new Intl.NumberFormat(locale);
  return {
    facets: LIBRARY_FACETS.map((facet) => ({
      name: facet,
      label: translate(locale, `library.${facet}`),
      none: translate(locale, NONE[facet]),
      chosen: filter[facet],
      choices: [...counts[facet]]
        .map(([value, count]) => ({ value, label: `${name(facet, value)} (${numbers.format(count)})` }))
        .toSorted(facetOrder(facet, editions, locale)),
    })),
    chips: LIBRARY_FACETS.flatMap((facet) =>
      filter[facet].map((value) => ({
        facetLabel: translate(locale, `library.${facet}`),
        code: '',
        label: name(facet, value),
        removeHref: hrefOf({ ...filter, page: 1, [facet]: filter[facet].filter((one) => one !== value) }),
      })),
    ),
    clearHref: hrefOf(wholeLibrary()),
    total,
    publications: publications.map((publication) => publicationLine({ locale, prefix }, publication)),
    pageHrefs: pageLinks(filter.page, pages, (page) => hrefOf({ ...filter, page })),
    any: counts.kind.size > filter.kind.length || total > 0,
    mayWrite: mayEver(ctx.actor, 'library.edit'),
    problems,
  };
};

/** The name of a value of a facet. */
function nameOf(editions: readonly Edition[], locale: Locale): (facet: LibraryFacet, value: string) => string {
  return (facet, value) => {
    if (facet === 'kind') return publicationKindName(value as PublicationKind, locale);
    if (facet === 'theme') return themeLabel(value, locale);
    if (facet === 'language') return nameOfLanguage(value, locale);
    const edition = editions.find(({ slug }) => slug === value);
    return edition ? editionName(edition, locale) : value;
  };
}

/** Kinds in their order, editions the latest first, the rest by name. */
function facetOrder(facet: LibraryFacet, editions: readonly Edition[], locale: Locale) {
  type Choice = { value: string; label: string };
  const collator = new Intl.Collator(locale);
  const place = ({ value }: Choice) =>
    facet === 'kind'
      ? PUBLICATION_KINDS.indexOf(value as PublicationKind)
      : facet === 'edition'
        ? -editions.findIndex(({ slug }) => slug === value)
        : 0;
  return (a: Choice, b: Choice) => place(a) - place(b) || collator.compare(a.label, b.label);
}
