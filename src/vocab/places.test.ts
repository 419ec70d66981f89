import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AREAS, countryName } from './countries.ts';
import { LOCALES } from './language.ts';
import { COUNTRY_VARIANTS } from './place-data/country-variants.ts';
import { NAMED_AREAS } from './place-data/named-areas.ts';
import { REGION_VARIANTS } from './place-data/region-variants.ts';
import { parsePlaces, printPlaces } from './places.ts';
import { REGIONS, ancestorsOf, regionName, regionsOf } from './regions.ts';

const nowhere = { countries: [], places: [], regions: [], global: false };

describe('a cell of the annex', () => {
  test('names one country, or several', () => {
    expect(parsePlaces('Germany')).toEqual({ ...nowhere, countries: ['DE'], regions: ['155'] });
    expect(parsePlaces('United Arab Emirates, Saudi Arabia, Philippines, Bangladesh, Sri Lanka').countries).toEqual([
      'AE',
      'BD',
      'LK',
      'PH',
      'SA',
    ]);
  });

  test('names a city or a region with its country', () => {
    expect(parsePlaces('City of Sao Paolo, Brazil')).toEqual({
      ...nowhere,
      countries: ['BR'],
      places: ['City of Sao Paolo'],
      regions: ['005'],
    });
    expect(parsePlaces('Region of Sedhiou, Senegal')).toMatchObject({
      countries: ['SN'],
      places: ['Region of Sedhiou'],
    });
    expect(parsePlaces('Mannheim, Germany')).toMatchObject({ countries: ['DE'], places: ['Mannheim'] });
    expect(parsePlaces('Senegal (Sedhiou)')).toMatchObject({ countries: ['SN'], places: ['Sedhiou'] });
    expect(parsePlaces('Brazil – São Paulo')).toMatchObject({ countries: ['BR'], places: ['São Paulo'] });
    expect(parsePlaces('Washington D.C., USA')).toMatchObject({ countries: ['US'], places: ['Washington D.C.'] });
  });

  test('names the world, alone or with the countries in which the programme runs', () => {
    expect(parsePlaces('Global')).toEqual({ ...nowhere, global: true });
    const diaspora = parsePlaces(
      'Global programme, currently operating in 22 partner countries: Albania, Cameroon, Colombia, Ecuador, Ethiopia, ' +
        'Georgia, Ghana, India, Indonesia, Jordan, Kenya, Kosovo, Morocco, Nepal, Nigeria, Palestinian territories, Peru, ' +
        'Senegal, Serbia, Tunisia, Ukraine, Viet Nam.',
    );
    expect(diaspora.global).toBe(true);
    expect(diaspora.places).toEqual([]);
    expect(diaspora.countries.join(' ')).toBe('AL CM CO EC ET GE GH ID IN JO KE MA NG NP PE PS RS SN TN UA VN XK');
  });

  test('names areas that are no country: they stay as places and tell their regions', () => {
    expect(parsePlaces('Eastern Caribbean, Pacific and Philippines')).toEqual({
      countries: ['PH'],
      places: ['Eastern Caribbean', 'Pacific'],
      regions: ['029', '035', '054', '057', '061'],
      global: false,
    });
  });

  test('names regions of M49', () => {
    expect(parsePlaces('West Africa')).toEqual({ ...nowhere, regions: ['011'] });
    expect(parsePlaces('Latin America and the Caribbean')).toEqual({ ...nowhere, regions: ['419'] });
    expect(parsePlaces('West and Central Africa').regions).toEqual(['011', '017']);
    expect(parsePlaces('Europe, Germany').regions).toEqual(['150', '155']);
  });

  test('is empty, and says nothing', () => {
    for (const empty of ['', '  \n', '–', 'N/A']) expect(parsePlaces(empty)).toEqual(nowhere);
  });
});

describe('names of countries', () => {
  test('are read in all four languages, as the package and as we print them', () => {
    for (const { code } of AREAS) {
      for (const locale of LOCALES) expect(parsePlaces(countryName(code, locale)).countries).toEqual([code]);
    }
  });

  test('are read in other forms, and each form is one country', () => {
    for (const [code, names] of Object.entries(COUNTRY_VARIANTS)) {
      for (const name of names.split('|'))
        expect([name, parsePlaces(name)]).toEqual([
          name,
          { ...nowhere, countries: [code], regions: regionsOf([code]) },
        ]);
    }
  });

  test.each([
    ['Viet Nam', 'VN'],
    ['Vietnam', 'VN'],
    ['Republic of Moldova', 'MD'],
    ['KSA', 'SA'],
    ['UK', 'GB'],
    ['Cape Verde', 'CV'],
    ['Swaziland', 'SZ'],
    ['Czech Republic', 'CZ'],
    ['DRC', 'CD'],
    ['Burma', 'MM'],
    ['Turkey', 'TR'],
    ['ST. LUCIA', 'LC'],
    ['cote d ivoire', 'CI'],
    ['the Gambia', 'GM'],
    ['Royaume du Maroc', 'MA'],
    ['Kosovo*', 'XK'],
    ['DEU', 'DE'],
    ['DE', 'DE'],
    ['مغرب', 'MA'],
  ])('%s is %s', (name, code) => {
    expect(parsePlaces(name)).toMatchObject({ countries: [code], places: [] });
  });

  test('with "and" or a comma in them are read whole', () => {
    expect(parsePlaces('Bosnia and Herzegovina and Trinidad & Tobago').countries).toEqual(['BA', 'TT']);
    expect(parsePlaces('Korea, Republic of, Iran (Islamic Republic of)').countries).toEqual(['IR', 'KR']);
    expect(parsePlaces('Bosnia and\nHerzegovina\nSerbia').countries).toEqual(['BA', 'RS']);
    expect(parsePlaces('البوسنة والهرسك').countries).toEqual(['BA']);
  });

  test('codes are read in capitals only: "de" is no country', () => {
    expect(parsePlaces('de')).toEqual({ ...nowhere, places: ['de'] });
  });

  test('side by side are not taken for one: Guinea and its neighbour are two', () => {
    expect(parsePlaces('Guinea; Bissau')).toMatchObject({ countries: ['GN'], places: ['Bissau'] });
    expect(parsePlaces('Guinea-Bissau').countries).toEqual(['GW']);
    expect(parsePlaces('Australia and New Zealand').countries).toEqual(['AU', 'NZ']);
  });
});

describe('a list', () => {
  test.each([
    'Jordan, Lebanon',
    'Jordan; Lebanon',
    'Jordan/Lebanon',
    'Jordan\nLebanon',
    'Jordan and Lebanon',
    'Jordan & Lebanon',
    'Jordanie et Liban',
    'Jordania y Líbano',
    'الأردن ولبنان',
    'الأردن و لبنان',
    'الأردن، لبنان',
    '• Jordan\r\n• Lebanon',
    'JORDAN ET LIBAN',
  ])('may be parted in many ways: %j', (text) => {
    expect(parsePlaces(text)).toEqual({ ...nowhere, countries: ['JO', 'LB'], regions: ['145'] });
  });

  test('a word that begins with the Arabic letter for "and" stays whole', () => {
    expect(parsePlaces('مدينة وجدة، المغرب')).toMatchObject({ countries: ['MA'], places: ['مدينة وجدة'] });
  });

  test('words that introduce a list are dropped only where a list of countries follows', () => {
    expect(parsePlaces('operating in 2 countries: Chile, Peru').places).toEqual([]);
    expect(parsePlaces('operating in many countries:').places).toEqual(['operating in many countries']);
    expect(parsePlaces('ASEAN countries: Thailand').places).toEqual(['ASEAN countries']);
  });
});

describe('regions', () => {
  test('have names that read back as the region, in all four languages', () => {
    for (const { code } of REGIONS.filter(({ code }) => code !== '053')) {
      for (const locale of LOCALES) {
        const expected = code === '001' ? { ...nowhere, global: true } : { ...nowhere, regions: [code] };
        expect(parsePlaces(regionName(code, locale))).toEqual(expected);
      }
    }
  });

  test('have other names, and areas have names, that all lie in regions that exist', () => {
    for (const [names, regions] of [...REGION_VARIANTS, ...NAMED_AREAS]) {
      for (const region of regions.split(' ')) expect(ancestorsOf(region)).not.toEqual([]);
      for (const name of names.split('|'))
        expect([name, parsePlaces(name).regions]).toEqual([name, regions.split(' ')]);
    }
  });
});

describe('printing', () => {
  test('gives the line that people would write', () => {
    expect(printPlaces(parsePlaces('City of Sao Paolo, Brazil'), 'en')).toBe('City of Sao Paolo, Brazil');
    expect(printPlaces(parsePlaces('Global programme, in 2 countries: Albania, Kosovo'), 'en')).toBe(
      'Global: Albania, Kosovo',
    );
    expect(printPlaces(parsePlaces('Eastern Caribbean, Pacific and Philippines'), 'fr')).toBe(
      'Eastern Caribbean, Pacific, Philippines',
    );
    expect(printPlaces(parsePlaces('Germany, North Africa'), 'fr')).toBe('Allemagne, Afrique du Nord');
    expect(printPlaces(parsePlaces('Global'), 'ar')).toBe('عالمي');
    expect(printPlaces(nowhere, 'en')).toBe('');
  });

  test('keeps two places apart that would read as one name', () => {
    const text = printPlaces({ ...nowhere, places: ['Virgin Islands', 'British'] }, 'en');
    expect(text).toBe('Virgin Islands; British');
  });

  const names = [
    ...AREAS.flatMap(({ code }) => [code, ...LOCALES.map((locale) => countryName(code, locale))]),
    ...REGIONS.flatMap(({ code }) => LOCALES.map((locale) => regionName(code, locale))),
    ...[...REGION_VARIANTS, ...NAMED_AREAS].flatMap(([variants]) => variants.split('|')),
    ...Object.values(COUNTRY_VARIANTS).flatMap((variants) => variants.split('|')),
  ];
  const words = [
    'Global',
    'Global programme',
    'City of',
    'Foo',
    'Republic of',
    'the',
    'in 22 countries',
    'and',
    'et',
    'وجدة',
    'D.C.',
    'St.',
    '22',
    'MA',
    '"x"',
    'a.',
  ];
  const separators = [
    ', ',
    ',',
    '; ',
    ' / ',
    '\n',
    ' and ',
    ' & ',
    ' et ',
    ' y ',
    ' و',
    ' و ',
    ': ',
    ' - ',
    ' (',
    ') ',
    ' ',
    '. ',
    '، ',
    ', and ',
    ',\n',
  ];
  const cell = fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...words)), fc.constantFrom(...separators)), {
      maxLength: 8,
    })
    .map((parts) => parts.flat().join(''));

  test('whatever is read from a cell is read again from its print, in every language', () => {
    fc.assert(
      fc.property(
        fc.oneof(cell, fc.string({ unit: 'grapheme', maxLength: 60 })),
        fc.constantFrom(...LOCALES),
        (text, locale) => {
          const places = parsePlaces(text);
          expect(parsePlaces(printPlaces(places, locale))).toEqual(places);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('no word of an unknown place is lost', () => {
    const place = fc.stringMatching(/^[a-z]{4,9}q$/);
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 5 }),
        fc.constantFrom(', ', '; ', '\n', ' and ', ' & ', ' / '),
        (places, separator) => {
          expect(parsePlaces(places.join(separator)).places).toEqual([...new Set(places)]);
        },
      ),
    );
  });
});

test('a hostile cell is read in a moment', () => {
  const started = performance.now();
  for (const text of [
    ' '.repeat(200_000) + 'x',
    'a,'.repeat(50_000),
    ' و'.repeat(50_000),
    '(- '.repeat(50_000),
    'x'.repeat(500_000),
    'a - '.repeat(50_000),
    'a!'.repeat(100_000),
  ])
    parsePlaces(text);
  expect(performance.now() - started).toBeLessThan(5_000);
});
