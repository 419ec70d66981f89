import type { ComponentProps } from 'svelte';
import type LanguageMenu from '#ui/components/LanguageMenu.svelte';
import type { Examples } from '#ui/style/example.ts';

export const book: Examples<ComponentProps<typeof LanguageMenu>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: ({ t }) => ({ path: '/style/language-menu', label: t('site.languages-of-page') }) },
  ],
};
