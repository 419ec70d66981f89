import type { ComponentProps } from 'svelte';
import type EditionLine from '#ui/components/EditionLine.svelte';
import type { Language } from '#ui/language.ts';
import type { Examples } from '#ui/style/example.ts';

type Line = ComponentProps<typeof EditionLine>['editions'][number];

const line = ({ locale, t, link }: Language, years: string, more: Partial<Line> = {}): Line => ({
  slug: years,
  href: link(`/forum/${years}`),
  years,
  number: t('editions.number', { number: Number(years) - 2006 }),
  chairs: new Intl.DisplayNames(locale, { type: 'region' }).of('MX') ?? 'MX',
  place: 'Puerto Vallarta',
  theme: { text: 'Shared prosperity, shared responsibility', language: 'en' },
  firsts: [{ text: 'A half-day on an equal footing.', language: 'en' }],
  sessions: t('editions.sessions-count', { count: 8 }),
  present: false,
  planned: null,
  ...more,
});

export const book: Examples<ComponentProps<typeof EditionLine>> = {
  width: 'whole',
  examples: [
    { state: 'one', props: (language) => ({ editions: [line(language, '2010', { present: true })] }) },
    {
      state: 'many',
      props: (language) => ({
        editions: [
          line(language, '2009', { theme: null, firsts: [], sessions: null, place: '' }),
          line(language, '2010'),
          line(language, '2011', { present: true }),
          line(language, '2012', { planned: language.t('editions.stage-planned'), firsts: [] }),
        ],
      }),
    },
  ],
};
