import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { labelIn } from '#vocab/language.ts';
import { GOALS } from '#vocab/sdg.ts';
import type CoverageTable from '#ui/components/CoverageTable.svelte';
import type { Language } from '#ui/language.ts';
import type { CoverageLevel, CoverageView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

const NUMBERS = [0, 3, 12, 0, 41, 180, 1_204, 7];
const levelOf = (count: number): CoverageLevel =>
  count === 0 ? 0 : count < 10 ? 1 : count < 50 ? 2 : count < 500 ? 3 : 4;

function coverage({ locale, link, t }: Language, goals: number, places: string[], empty = false): CoverageView {
  return {
    rowsName: t('site.coverage-rows-goal'),
    regions: places.map((code) => ({ code, name: countryName(code, locale), href: link(`/places/${code}`) })),
    rows: GOALS.slice(0, goals).map(({ code, label }, row) => ({
      goal: { code, name: labelIn(label, locale), href: link(`/sdgs/${code}`) },
      cells: places.map((place, column) => {
        const count = empty ? 0 : NUMBERS[(row * 3 + column) % NUMBERS.length]!;
        return { count, level: levelOf(count), href: link(`/practices?goal=${code}&country=${place}`) };
      }),
    })),
  };
}

const FEW = ['KE', 'MA', 'DE'];
const MANY = [...FEW, 'PH', 'MX', 'EC', 'NP', 'BD', 'GH', 'CA'];

export const book: Examples<ComponentProps<typeof CoverageTable>> = {
  width: 'whole',
  examples: [
    {
      state: 'few',
      props: (language) => ({ coverage: coverage(language, 4, FEW), caption: language.t('site.coverage-caption') }),
    },
    {
      state: 'many',
      props: (language) => ({ coverage: coverage(language, 6, MANY), caption: language.t('site.coverage-caption') }),
    },
    {
      state: 'empty',
      props: (language) => ({
        coverage: coverage(language, 2, FEW, true),
        caption: language.t('site.coverage-caption'),
      }),
    },
  ],
};
