import type { ComponentProps } from 'svelte';
import { themeLabel, THEMES } from '#vocab/themes.ts';
import type ChoiceList from '#ui/components/ChoiceList.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const choices = ({ locale, link }: Language, many: number) =>
  THEMES.slice(0, many).map(({ code }, at) => ({
    label: themeLabel(code, locale),
    href: link(`/practices?theme=${code}`),
    selected: at === 1,
  }));

export const book: Examples<ComponentProps<typeof ChoiceList>> = {
  width: 'small',
  examples: [
    { state: 'few', props: (language) => ({ label: language.t('site.facet-theme'), choices: choices(language, 3) }) },
    { state: 'many', props: (language) => ({ label: language.t('site.facet-theme'), choices: choices(language, 12) }) },
  ],
};
