import type { ComponentProps } from 'svelte';
import { countryName } from '#vocab/countries.ts';
import type WorldMap from '#ui/components/WorldMap.svelte';
import type { Language } from '#ui/language.ts';
import { levelOf } from '#ui/levels.ts';
import { mapGeometry } from '#ui/map/geometry.ts';
import type { MapView } from '#ui/views.ts';
import type { Examples } from '#ui/style/example.ts';

/** Southern Africa: five countries, one of them within another. */
const REGION = '018';
const NUMBERS: Record<string, number> = { ZA: 12, BW: 1, NA: 3 };

function map({ locale, link, t }: Language, numbers: Record<string, number>, chosen = ''): MapView {
  const { width, height, around, states } = mapGeometry(REGION);
  const countries = [...states].map(([code, { path, label }]) => {
    const count = numbers[code] ?? 0;
    const name = countryName(code, locale);
    return {
      code,
      name,
      count,
      level: levelOf(count, Math.max(1, ...Object.values(numbers))),
      href: count > 0 ? link(`/places/${code}`) : null,
      told: t('map.country', { country: name, count }),
      chosen: code === chosen,
      path,
      number: count > 0 ? label : null,
      mark: null,
    };
  });
  return { width, height, around, countries, caption: t('map.caption'), rows: [], gaps: [] };
}

export const book: Examples<ComponentProps<typeof WorldMap>> = {
  width: 'whole',
  examples: [
    { state: 'usual', props: (language) => ({ map: map(language, NUMBERS) }) },
    { state: 'chosen', props: (language) => ({ map: map(language, NUMBERS, 'ZA') }) },
    { state: 'empty', props: (language) => ({ map: map(language, {}) }) },
  ],
};
