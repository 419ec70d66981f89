import type { ComponentProps } from 'svelte';
import { gcmLabel } from '#vocab/gcm.ts';
import type CheckList from '#ui/components/CheckList.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

const list = ({ locale, t }: Language) => ({
  name: 'gcm',
  legend: t('drafts.label-gcm'),
  choices: ['5', '6', '20'].map((code) => ({
    value: code,
    code,
    label: gcmLabel(code, locale),
    checked: code === '6',
  })),
});

export const book: Examples<ComponentProps<typeof CheckList>> = {
  width: 'small',
  examples: [
    { state: 'usual', props: list },
    { state: 'suggested', props: (language) => ({ ...list(language), hint: language.t('drafts.hint-gcm') }) },
    { state: 'refused', props: (language) => ({ ...list(language), problem: language.t('api.token-bad-scopes') }) },
  ],
};
