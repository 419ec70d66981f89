import type { ComponentProps } from 'svelte';
import type DraftHead from '#ui/components/DraftHead.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';
import { inWords, TITLE } from '#ui/style/material.ts';

const head = (language: Language, stage: 'draft' | 'question') => ({
  id: '',
  title: inWords(language, TITLE),
  stage: language.t(`drafts.stage-${stage}`),
  stageText: language.t(`drafts.stage-text-${stage}`),
  version: 1,
  savedWhen: '',
  writable: true,
  steps: ['what', 'where', 'who', 'goals', 'check'].map((step, at) => ({
    label: language.t(`drafts.step-${step}`),
    href: language.link(`/share#${step}`),
    here: at === 0,
    wrong: false,
    missing: at === 3,
  })),
  historyHref: language.link('/share'),
  question: stage === 'draft' ? null : { text: inWords(language, TITLE), actor: 'Amina', when: '2026' },
  answerHref: stage === 'draft' ? null : language.link('/share'),
  remarks: [],
});

export const book: Examples<ComponentProps<typeof DraftHead>> = {
  width: 'whole',
  examples: [
    { state: 'usual', props: (language) => ({ head: head(language, 'draft') }) },
    { state: 'waiting', props: (language) => ({ head: head(language, 'question') }) },
  ],
};
