import type { ComponentProps } from 'svelte';
import type Topic from '#ui/components/Topic.svelte';
import { regionName } from '#vocab/regions.ts';
import type { Language } from '#ui/language.ts';
import type { TopicView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';
import { card, catalogue, countries } from '#ui/style/material.ts';

const gapsOf = ({ locale, link }: Language): TopicView['gaps'] => [
  {
    continent: regionName('019', locale),
    regions: ['005', '013'].map((code) => ({
      label: regionName(code, locale),
      href: link(`/practices?region=${code}`),
    })),
  },
];

const topic = (language: Language, total: number): TopicView => ({
  total,
  href: catalogue(language),
  coverageHref: language.link('/coverage'),
  timeHref: language.link('/time'),
  cards: total === 0 ? [] : [card(language), card(language, { href: catalogue(language, 8) })].slice(0, total),
  regions: [],
  gaps: total === 0 ? [] : gapsOf(language),
  countries: total === 0 ? [] : countries(language, Math.min(total, 6)),
  stakeholders: [],
  themes: [],
  years:
    total === 0 ? [] : [2019, 2020].map((year) => ({ year: String(year), count: total, href: catalogue(language) })),
});

export const book: Examples<ComponentProps<typeof Topic>> = {
  width: 'whole',
  examples: [
    { state: 'empty', props: (language) => ({ topic: topic(language, 0) }) },
    { state: 'one', props: (language) => ({ topic: topic(language, 1) }) },
    { state: 'many', props: (language) => ({ topic: topic(language, 1_204) }) },
  ],
};
