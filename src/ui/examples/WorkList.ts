import type { ComponentProps } from 'svelte';
import type WorkList from '#ui/components/WorkList.svelte';
import type { WorkView } from '#ui/desk-views.ts';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, inWords, LONG_TITLE, SUMMARY, TITLE } from '#ui/style/material.ts';

const row = (language: Language, at: number, stage: string, waits: boolean, title = TITLE): WorkView => ({
  id: String(at),
  title: inWords(language, title),
  href: catalogue(language, at),
  mark: { label: language.t(`desk.stage-${stage}`), waits },
  facts: [new Intl.RelativeTimeFormat(language.locale).format(-3 * at, 'day'), 'Amina Diallo'],
});

export const book: Examples<ComponentProps<typeof WorkList>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        label: language.t('desk.drafts'),
        rows: [row(language, 1, 'draft', false), row(language, 2, 'in-review', false)],
      }),
    },
    {
      state: 'waiting',
      props: (language) => ({
        label: language.t('desk.drafts'),
        rows: [{ ...row(language, 3, 'question', true), said: inWords(language, SUMMARY) }],
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        label: language.t('desk.drafts'),
        rows: [row(language, 4, 'handed-in', false, LONG_TITLE)],
      }),
    },
    {
      state: 'closed',
      props: (language) => ({
        label: language.t('desk.drafts'),
        rows: [{ ...row(language, 5, 'draft', false), href: null }],
      }),
    },
    { state: 'empty', props: (language) => ({ label: language.t('desk.drafts'), rows: [] }), nothing: true },
  ],
};
