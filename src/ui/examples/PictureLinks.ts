import type { ComponentProps } from 'svelte';
import type PictureLinks from '#ui/components/PictureLinks.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof PictureLinks>> = {
  width: 'small',
  examples: [
    { state: 'one', props: ({ link }) => ({ coverageHref: link('/coverage') }) },
    {
      state: 'many',
      props: ({ link }) => ({ coverageHref: link('/coverage'), mapHref: link('/map'), timeHref: link('/time') }),
    },
  ],
};
