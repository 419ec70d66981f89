import { describe, expect, test } from 'vitest';
import { AREAS } from './countries.ts';
import { LOCALES } from './language.ts';
import { REGIONS, ancestorsOf, isRegion, regionName, regionsOf } from './regions.ts';

describe('the regions of M49', () => {
  test('are five continents and what lies in them, and the world', () => {
    expect(
      REGIONS.filter(({ parent }) => parent === null)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['001', '002', '009', '019', '142', '150']);
    for (const { parent } of REGIONS) if (parent !== null) expect(isRegion(parent)).toBe(true);
    expect(isRegion('999')).toBe(false);
  });

  test('lie within one another', () => {
    expect(ancestorsOf('014')).toEqual(['014', '202', '002']);
    expect(ancestorsOf('155')).toEqual(['155', '150']);
    expect(ancestorsOf('029')).toEqual(['029', '419', '019']);
    expect(ancestorsOf('001')).toEqual(['001']);
    expect(ancestorsOf('999')).toEqual([]);
  });

  test('have names in four languages, no two alike', () => {
    for (const locale of LOCALES) {
      const names = REGIONS.map(({ code }) => regionName(code, locale));
      expect(new Set(names).size).toBe(REGIONS.length);
      expect(names.some((name) => /^\d+$/.test(name))).toBe(false);
    }
    expect(regionName('001', 'en')).toBe('Worldwide');
    expect(regionName('001', 'fr')).toBe('Monde entier');
    expect(regionName('999', 'fr')).toBe('999');
  });

  test('are those of countries: the smallest ones, each once, sorted', () => {
    expect(regionsOf(['DE', 'FR', 'MA', 'ZZ', 'AQ'])).toEqual(['015', '155']);
    for (const { code, region } of AREAS) expect(regionsOf([code])).toEqual(region === null ? [] : [region]);
    const parents = new Set(REGIONS.map(({ parent }) => parent));
    for (const { region } of AREAS) expect(parents.has(region ?? '')).toBe(false);
  });
});
