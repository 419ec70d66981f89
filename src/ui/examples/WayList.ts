import { dateIn } from '#vocab/dates.ts';
import type { ComponentProps } from 'svelte';
import type WayList from '#ui/components/WayList.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, LONG_TITLE } from '#ui/style/material.ts';

const day = ({ locale }: Language, date: string) => dateIn(locale, new Date(date));

/** What is sent from here names nothing that is there, so that trying it does nothing. */
const props = (language: Language): ComponentProps<typeof WayList> => ({
  ways: [
    {
      id: 'telephone',
      name: 'Firefox · Android',
      about: language.t('accounts.passkey-since', { when: day(language, '2026-09-20') }),
    },
    {
      id: 'key',
      name: inWords(language, LONG_TITLE),
      about: `${language.t('accounts.passkey-since', { when: day(language, '2026-09-12') })} · ${language.t('accounts.passkey-last', { when: day(language, '2026-09-21') })}`,
    },
  ],
  rename: `${language.link('/account')}?/renamePasskey`,
  remove: `${language.link('/account')}?/removePasskey`,
  removeLabel: language.t('accounts.passkey-remove'),
});

export const book: Examples<ComponentProps<typeof WayList>> = {
  width: 'small',
  examples: [
    { state: 'many', props },
    { state: 'usual', props: (language) => ({ ...props(language), rename: null, remove: null }) },
    {
      state: 'refused',
      props: (language) => ({
        ...props(language),
        refused: { id: 'telephone', name: '', problem: language.t('accounts.bad-name', { most: 80 }) },
      }),
    },
  ],
};
