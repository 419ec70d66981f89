import { dateIn } from '#vocab/dates.ts';
import type { ComponentProps } from 'svelte';
import type NewsList from '#ui/components/NewsList.svelte';
import type { NewsView } from '#ui/desk-views.ts';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { catalogue, inWords, LONG_TITLE, TITLE } from '#ui/style/material.ts';

const WHEN = new Date(Date.UTC(2026, 8, 20, 9, 30));

const one = (language: Language, at: number, title: string, unread: boolean): NewsView => ({
  id: String(at),
  text: language.t(unread ? 'desk.told-ask' : 'desk.told-publish', { actor: 'Amina Diallo', title }),
  href: catalogue(language, at),
  when: WHEN.toISOString(),
  whenText: dateIn(language.locale, WHEN),
  unread,
});

export const book: Examples<ComponentProps<typeof NewsList>> = {
  width: 'small',
  examples: [
    {
      state: 'usual',
      props: (language) => ({
        label: language.t('desk.news'),
        news: [one(language, 1, inWords(language, TITLE), true), one(language, 2, inWords(language, TITLE), false)],
      }),
    },
    {
      state: 'long',
      props: (language) => ({
        label: language.t('desk.news'),
        news: [one(language, 3, inWords(language, LONG_TITLE), true)],
      }),
    },
    { state: 'empty', props: (language) => ({ label: language.t('desk.news'), news: [] }), nothing: true },
  ],
};
