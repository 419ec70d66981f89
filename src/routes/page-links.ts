import type { PageLinksView } from '#ui/views.ts';

/** The ways to the pages of a list: the first, the last and those about the present one. */
export function pageLinks(page: number, pages: number, hrefOf: (page: number) => string): PageLinksView {
  if (pages === 1) return { numbers: [] };
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  );
  return {
    ...(page > 1 && page <= pages && { prev: hrefOf(page - 1) }),
    ...(page < pages && { next: hrefOf(page + 1) }),
    numbers: shown.map((number, at) => ({
      page: number,
      href: hrefOf(number),
      current: number === page,
      gap: at > 0 && number - shown[at - 1]! > 1,
    })),
  };
}
