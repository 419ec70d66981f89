import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import { labelIn } from '#vocab/language.ts';
import { GOALS } from '#vocab/sdg.ts';
import type HeatTable from '#ui/components/HeatTable.svelte';
import type { Language } from '#ui/language.ts';
import { classesOf, levelOf } from '#ui/levels.ts';
import type { HeatView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

const NUMBERS = [0, 3, 12, 0, 41, 180, 1_204, 7];
type Column = HeatView['columns'][number];

function heat({ locale, link, t }: Language, goals: number, columns: Column[], empty = false): HeatView {
  const rows = GOALS.slice(0, goals).map(({ code, label }, row) => ({
    head: { code, name: labelIn(label, locale), href: link(`/sdgs/${code}`) },
    cells: columns.map((_, column) => {
      const count = empty ? 0 : NUMBERS[(row * 3 + column) % NUMBERS.length]!;
      return { count, level: levelOf(count, Math.max(...NUMBERS)), href: link(`/practices?goal=${code}`) };
    }),
  }));
  return {
    rowsName: t('site.coverage-rows-goal'),
    columns,
    rows,
    classes: classesOf(rows.flatMap(({ cells }) => cells)),
  };
}

const places = ({ locale, link }: Language, codes: string[]): Column[] =>
  codes.map((code) => ({ code, name: countryName(code, locale), href: link(`/places/${code}`) }));
const years = ({ link }: Language): Column[] =>
  Array.from({ length: 12 }, (_, at) => String(2009 + at)).map((year) => ({
    code: year,
    name: year,
    href: link(`/practices?year=${year}`),
  }));

const FEW = ['KE', 'MA', 'DE'];
const MANY = [...FEW, 'PH', 'MX', 'EC', 'NP', 'BD', 'GH', 'CA'];

export const book: Examples<ComponentProps<typeof HeatTable>> = {
  width: 'whole',
  examples: [
    {
      state: 'few',
      props: (language) => ({
        heat: heat(language, 4, places(language, FEW)),
        caption: language.t('site.coverage-caption'),
      }),
    },
    {
      state: 'many',
      props: (language) => ({
        heat: heat(language, 6, places(language, MANY)),
        caption: language.t('site.coverage-caption'),
      }),
    },
    {
      state: 'usual',
      props: (language) => ({
        heat: heat(language, 4, years(language)),
        caption: language.t('site.coverage-caption'),
      }),
    },
    {
      state: 'empty',
      props: (language) => ({
        heat: heat(language, 2, places(language, FEW), true),
        caption: language.t('site.coverage-caption'),
      }),
    },
  ],
};
