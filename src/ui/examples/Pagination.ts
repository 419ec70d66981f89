import type { ComponentProps } from 'svelte';
import type Pagination from '#ui/components/Pagination.svelte';
import type { Language } from '#ui/language.ts';
import type { PageLinksView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

function pages({ link }: Language, shown: number[], current: number, last: number): { links: PageLinksView } {
  const href = (page: number) => link(`/practices?page=${page}`);
  return {
    links: {
      ...(current > 1 && { prev: href(current - 1) }),
      ...(current < last && { next: href(current + 1) }),
      numbers: shown.map((page, at) => ({
        page,
        href: href(page),
        current: page === current,
        gap: at > 0 && page - shown[at - 1]! > 1,
      })),
    },
  };
}

export const book: Examples<ComponentProps<typeof Pagination>> = {
  width: 'small',
  examples: [
    { state: 'first', props: (language) => pages(language, [1, 2, 3], 1, 3) },
    { state: 'last', props: (language) => pages(language, [1, 2, 3], 3, 3) },
    { state: 'middle', props: (language) => pages(language, [1, 2, 3], 2, 3) },
  ],
};
