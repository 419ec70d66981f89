import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { AREAS } from '#vocab/countries.ts';
import { parseFilter, wholeCatalogue } from '#forum/practices/index.ts';
import { MAPPED } from '#ui/map/frames.ts';
import { reachOf } from '#ui/map/marks.ts';
import { mapCsv, mapSvg } from '#ui/map-picture.ts';
import { type MapChoice, mapHref, mapView, withoutCountry } from './map.ts';

const READER = { locale: 'en', prefix: '' } as const;
const choice = (query = '', within: string | null = null): MapChoice => ({
  ...parseFilter(new URLSearchParams(query), { paged: false, sized: false, sources: new Set() }),
  sources: new Map(),
  within,
});
const counts = fc
  .dictionary(fc.constantFrom(...AREAS.map(({ code }) => code)), fc.integer({ min: 0, max: 90_000 }), { maxKeys: 80 })
  .map((all) => new Map(Object.entries(all)));
const within = fc.constantFrom(null, ...MAPPED);
const WORDS = {
  title: 'Map & <script>alert(1)</script>',
  text: 'Two "lines"',
  source: 'From <here>',
  legend: { practices: 'Practices:', none: 'none', other: '<other>' },
  locale: 'en',
  dir: 'ltr' as const,
};

describe('The map of a selection', () => {
  test('shows for every state the number that the facet counts, and lists whatever has practices', () => {
    fc.assert(
      fc.property(counts, within, (facet, region) => {
        const map = mapView(READER, choice('', region), facet);
        for (const { code, count, href, level } of map.countries) {
          expect(count).toBe(facet.get(code) ?? 0);
          expect(href === null).toBe(count === 0);
          expect(level === 0).toBe(count === 0);
        }
        for (const { code, count } of map.rows) expect(count).toBe(facet.get(code));
        for (const { code } of map.gaps) expect(facet.get(code) ?? 0).toBe(0);
        if (region !== null) return;
        const having = [...facet].filter(([, count]) => count > 0).map(([code]) => code);
        expect(map.rows.map(({ code }) => code).sort()).toEqual(having.sort());
      }),
      { numRuns: 60 },
    );
  });

  test('has no number or disc that lies on another, in any part of the world and however many practices there are', () => {
    const each = (most: number) => new Map(AREAS.map(({ code }, at) => [code, (at * 7_919) % most]));
    const several = [each(3), each(2_000), new Map(AREAS.map(({ code }) => [code, 12]))];
    for (const [region, facet] of [null, ...MAPPED].flatMap((one) => several.map((facet) => [one, facet] as const))) {
      const { countries } = mapView(READER, choice('', region), facet);
      const discs = countries.flatMap(({ code, count, number, mark }) =>
        mark ? [{ code, ...mark }] : number ? [{ code, ...number, radius: reachOf(count) }] : [],
      );
      discs.forEach((one, at) => {
        for (const other of discs.slice(at + 1)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          expect(apart, `${region}: ${one.code} and ${other.code}`).toBeGreaterThanOrEqual(one.radius + other.radius);
        }
      });
    }
  });

  test('shows the number of Senegal beside the mark of the Gambia', () => {
    const { countries } = mapView(READER, choice(), new Map([['SN', 2]]));
    const of = (code: string) => countries.find((one) => one.code === code)!.mark!;
    expect(of('SN').numbered).toBe(true);
    expect(Math.hypot(of('SN').x - of('GM').x, of('SN').y - of('GM').y)).toBeGreaterThan(of('SN').radius);
  });

  test('leads from a country to its page, or to the selection with that country alone', () => {
    const of = (query: string) =>
      mapView(READER, choice(query), new Map([['MA', 3]])).countries.find(({ code }) => code === 'MA');
    expect(of('')!.href).toBe('/places/MA');
    expect(of('sort=name')!.href).toBe('/places/MA');
    expect(of('goal=10&country=DE')).toMatchObject({ href: '/practices?goal=10&country=MA', chosen: false });
    expect(of('country=MA')!.chosen).toBe(true);
  });

  test('has an address that reads back to the same selection and region', () => {
    const filter = choice('q=a%26b&goal=10&goal=8&country=MA').filter;
    const url = new URL(mapHref(READER, filter, '002', '.svg'), 'https://forum.example');
    expect(url.pathname).toBe('/map.svg');
    expect(url.searchParams.get('within')).toBe('002');
    url.searchParams.delete('within');
    expect(choice(url.search).filter).toEqual(filter);
    expect(mapHref({ locale: 'fr', prefix: '/fr' }, wholeCatalogue(), null)).toBe('/fr/map');
  });
});

describe('Practices that stand on no country', () => {
  const practice = (given: object) => ({ countries: [], regions: [], global: false, ...given }) as never;

  test('are counted by the world, the regions, or no place at all; those with a country are not', () => {
    const groups = withoutCountry([
      practice({ global: true }),
      practice({ regions: ['011', '014'] }),
      practice({}),
      practice({ global: true, countries: ['MA'] }),
    ]);
    expect([...groups].map(([code, found]) => [code, found.length])).toEqual([
      ['001', 1],
      ['011', 1],
      ['014', 1],
      ['', 1],
    ]);
  });
});

describe('The picture to take along', () => {
  const svg = (query = '', dir: 'ltr' | 'rtl' = 'ltr') =>
    mapSvg(
      mapView(
        READER,
        choice(query, '029'),
        new Map([
          ['JM', 2],
          ['LC', 1],
        ]),
      ),
      { ...WORDS, dir },
      'https://forum.example',
    );

  test('says what it is, where it is from, and leads to the practices', () => {
    expect(svg()).toContain('<desc id="text">Two &quot;lines&quot; From &lt;here&gt;</desc>');
    expect(svg()).toContain('<a href="https://forum.example/places/JM"><title>Jamaica: 2 practices</title>');
  });

  test('holds nothing that somebody wrote as marks of its own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        const words = {
          ...WORDS,
          title: text,
          text,
          source: text,
          legend: { practices: text, none: text, other: text },
        };
        const map = mapView(READER, { ...choice(), filter: { ...wholeCatalogue(), q: text } }, new Map([['MA', 1]]));
        const picture = mapSvg(map, words, 'https://forum.example');
        expect(picture.match(/<\/?([a-zA-Z]+)/g)!.every((tag) => KNOWN.has(tag.replace(/[</]/g, '')))).toBe(true);
      }),
      { numRuns: 40 },
    );
    const parsed = JSON.stringify(parseFragment(svg()), (key, value: unknown) => (key === 'parentNode' ? null : value));
    expect(parsed).not.toContain('"nodeName":"script"');
    expect(parsed).not.toContain('"nodeName":"other"');
  });

  test('turns its words around in Arabic, and never the map', () => {
    const outline = /<path d="([^"]+)"/.exec(svg())![1];
    expect(svg('', 'rtl')).toContain(outline);
    expect(svg('', 'rtl')).toMatch(/<text x="1960" y="70" text-anchor="end"/);
  });
});

const KNOWN = new Set('svg title desc defs pattern rect path g a text circle'.split(' '));

test('as a CSV, a region has a row for each of its countries, gaps with a nought', () => {
  const map = mapView(READER, choice('', '053'), new Map([['AU', 2]]));
  const columns = { code: 'ISO 3166', country: 'Country', region: 'Region', practices: 'Practices' };
  expect(mapCsv(map, columns)).toBe(
    '\ufeffISO 3166,Country,Region,Practices\r\nAU,Australia,Australia and New Zealand,2\r\nNZ,New Zealand,Australia and New Zealand,0\r\n',
  );
});
