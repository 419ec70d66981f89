import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { AREAS, compareCountries, countryName, isCountry } from './countries.ts';
import { GROUPS, groupLabel, isGroup } from './groups.ts';
import { LOCALES } from './language.ts';

const contained: Record<string, { _contains: string[] }> = containment.supplemental.territoryContainment;
const mappings: Record<string, { _alpha3?: string; _numeric?: string }> = codeMappings.supplemental.codeMappings;
const codesWhere = (holds: (area: (typeof AREAS)[number]) => boolean) => AREAS.filter(holds).map(({ code }) => code);

describe('the countries', () => {
  test('are the 249 of ISO 3166-1, and Kosovo', () => {
    expect(AREAS).toHaveLength(250);
    expect(isCountry('XK')).toBe(true);
    expect(isCountry('EU') || isCountry('de') || isCountry('constructor')).toBe(false);
    for (const { code, alpha3 } of AREAS) expect([code, alpha3]).toEqual([code, mappings[code]!._alpha3]);
  });

  test('have their M49 number, but for the two that M49 does not list', () => {
    expect(codesWhere(({ m49 }) => m49 === null)).toEqual(['TW', 'XK']);
    for (const { code, m49 } of AREAS) if (m49) expect([code, m49]).toEqual([code, mappings[code]!._numeric]);
  });

  test('lie in the sub-region in which CLDR has them; Antarctica in none', () => {
    expect(codesWhere(({ region }) => region === null)).toEqual(['AQ']);
    for (const { code, region } of AREAS) if (region) expect(contained[region]!._contains).toContain(code);
  });

  test('are 193 member states as CLDR lists them, and two observers', () => {
    expect(codesWhere(({ state }) => state === 'member')).toEqual(contained.UN!._contains.toSorted());
    expect(codesWhere(({ state }) => state === 'observer')).toEqual(['PS', 'VA']);
  });

  test('have one regional group if they are members', () => {
    expect(codesWhere(({ group }) => group !== null)).toEqual(codesWhere(({ state }) => state === 'member'));
    const sizes = GROUPS.map(({ code }) => [code, AREAS.filter(({ group }) => group === code).length]);
    expect(Object.fromEntries(sizes)).toEqual({
      african: 54,
      'asia-pacific': 54,
      'eastern-european': 23,
      grulac: 33,
      weog: 29,
    });
    const groupOf = (country: string) => AREAS.find(({ code }) => code === country)!.group;
    expect(['IL', 'TR', 'US', 'KI'].map(groupOf)).toEqual(['weog', 'weog', 'weog', 'asia-pacific']);
    expect(isGroup('weog') && !isGroup('g77')).toBe(true);
    expect(groupLabel('african', 'fr')).toBe('États d’Afrique');
  });
});

describe('the names of countries', () => {
  test('are there in four languages, no two alike, and none is a code or turned round', () => {
    for (const locale of LOCALES) {
      const names = AREAS.map(({ code }) => countryName(code, locale));
      expect(new Set(names).size).toBe(AREAS.length);
      for (const name of names) {
        expect(name).not.toMatch(/^[A-Z]{2}$|'|, (Republic|United|Federated|Islamic|Province)/);
      }
    }
  });

  test('are the short ones', () => {
    const names = ['TZ', 'MD', 'TR', 'CI', 'VN', 'CG', 'CD', 'PS', 'VA'].map((code) => countryName(code, 'en'));
    expect(names.join(' · ')).toBe(
      'Tanzania · Moldova · Türkiye · Côte d’Ivoire · Viet Nam · Congo · Democratic Republic of the Congo · ' +
        'State of Palestine · Holy See',
    );
    expect(countryName('DE', 'ar')).toBe('ألمانيا');
    expect(countryName('ZZ', 'en')).toBe('ZZ');
  });

  test('give the order of a list, by the language', () => {
    expect(['CH', 'DE', 'ES', 'EG'].toSorted(compareCountries('en'))).toEqual(['EG', 'DE', 'ES', 'CH']);
    expect(['CH', 'DE', 'ES', 'EG'].toSorted(compareCountries('fr'))).toEqual(['DE', 'EG', 'ES', 'CH']);
  });
});
