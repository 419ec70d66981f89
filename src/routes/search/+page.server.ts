import { say, translate } from '#platform/languages.ts';
import { findingQuery, type FoundKind, parseFinding } from '#forum/finding/index.ts';
import { wholeCatalogue } from '#forum/practices/index.ts';
import type { SearchView } from '#ui/library-views.ts';
import { pageLinks } from '../page-links.ts';
import { catalogueHref, type Reader } from '../views.ts';
import { foundView } from './found-views.ts';
import type { PageServerLoad } from './$types';

/** One search over everything: the first few of each kind, or one page of one kind. */
export const load: PageServerLoad = async ({ url, locals }): Promise<SearchView> => {
  const { ctx, prefix, forum } = locals;
  const { locale, db, now } = ctx;
  const reader: Reader = { locale, prefix };
  const { request, complaints } = parseFinding(url.searchParams, { sized: false });
  const { q, kind, page } = request;
  const problems = complaints.map(({ notice }) => say(locale, notice));
  const hrefOf = (other: { q: string; kind: FoundKind | null; page: number }) => {
    const query = findingQuery(other);
    return `${prefix}/search${query && `?${query}`}`;
  };
  const allHref = hrefOf({ q, kind: null, page: 1 });
  locals.status = complaints.length > 0 ? 400 : 200;
  const nothing = { q, total: 0, kinds: [], kind: '', allHref, didYouMean: null, leftOut: 0, problems };
  if (q === '')
    return {
      ...nothing,
      pageHrefs: { numbers: [] },
      start: [
        { label: translate(locale, 'finding.kind-practice'), href: `${prefix}/practices` },
        { label: translate(locale, 'finding.kind-theme'), href: `${prefix}/themes` },
        { label: translate(locale, 'finding.kind-edition'), href: `${prefix}/forum` },
        { label: translate(locale, 'finding.kind-publication'), href: `${prefix}/library` },
        { label: translate(locale, 'finding.kind-body'), href: `${prefix}/governance` },
        { label: translate(locale, 'finding.kind-organisation'), href: `${prefix}/organisations` },
      ],
    };
  const everything = await forum.finder(db, request, locale, now);
  const asked = everything.kinds.find((one) => one.kind === kind);
  const pages = kind === null ? 1 : Math.max(1, Math.ceil((asked?.count ?? 0) / request.perPage));
  if (page > pages) {
    problems.push(translate(locale, 'problems.page-beyond-end', { page, last: pages }));
    if (complaints.length === 0) locals.status = 404;
  }
  return {
    ...nothing,
    total: everything.total,
    kind: kind ?? '',
    kinds: everything.kinds.map((one) => ({
      kind: one.kind,
      label: translate(locale, `finding.kind-${one.kind}`),
      count: one.count,
      // The catalogue has a page of its own for practices, with everything to choose by.
      href:
        one.kind === 'practice'
          ? catalogueHref(reader, { ...wholeCatalogue(), q, sort: 'relevance' })
          : hrefOf({ q, kind: one.kind, page: 1 }),
      items: one.items.map((item) => foundView(reader, item, everything)),
    })),
    pageHrefs: pageLinks(page, pages, (other) => hrefOf({ q, kind, page: other })),
    didYouMean:
      everything.didYouMean === null
        ? null
        : {
            label: translate(locale, 'finding.did-you-mean', { query: everything.didYouMean }),
            href: hrefOf({ q: everything.didYouMean, kind: null, page: 1 }),
          },
    leftOut: everything.leftOut,
    start: [],
  };
};
