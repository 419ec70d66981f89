import { expect, test } from 'vitest';
import { readAtlas } from './atlas.ts';

test.each(['110m', '50m'] as const)(
  'Western Sahara is no part of a state, and Somalia and Cyprus are whole (%s)',
  (scale) => {
    const { states } = readAtlas(scale);
    const latitudes = (code: string) => states.get(code)!.flatMap((polygon) => polygon.flat().map(([, at]) => at!));
    expect(Math.min(...latitudes('MA'))).toBeCloseTo(27 + 40 / 60, 5);
    expect(states.get('CY')!.length, 'the whole island of Cyprus').toBeGreaterThan(0);
    expect(Math.max(...latitudes('CY'))).toBeGreaterThan(35.3);
    expect(states.get('SO')).toHaveLength(1);
    expect(Math.max(...latitudes('SO'))).toBeGreaterThan(11.5);
  },
);
