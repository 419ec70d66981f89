import { ancestorsOf, regionName, REGIONS } from '#vocab/regions.ts';
import { say, translate } from '#platform/languages.ts';
import { type PracticeFilter, toggled, wholeCatalogue } from '#forum/practices/index.ts';
import { MAPPED } from '#ui/map/frames.ts';
import type { MapPageView } from '#ui/views.ts';
import { chipsOf, textChips } from '../chips.ts';
import { type MapChoice, mapChoice, mapHref, mapView, withoutCountry } from '../map.ts';
import { catalogueHref, practiceHref, type Reader } from '../views.ts';
import type { PageServerLoad } from './$types';

/** How many practices without a country are named; the others are counted. */
const NAMED = 6;

/** The map of whatever selection its address asks for. */
export const load: PageServerLoad = async ({ url, locals, setHeaders }): Promise<MapPageView> => {
  const { ctx, forum, prefix } = locals;
  const { locale } = ctx;
  const reader: Reader = { locale, prefix };
  const choice = await mapChoice(url, locals);
  const { filter, complaints, within } = choice;
  if (complaints.length > 0) locals.status = 400;
  setHeaders({ 'cache-control': 'no-cache' });
  const { total, counts } = await forum.search.find(ctx.db, { ...filter, perPage: 1 }, ctx.now);
  const map = mapView(reader, choice, counts.country);
  const href = (other: PracticeFilter) => mapHref(reader, other, within);
  const having = map.countries.filter(({ count }) => count > 0).length;
  return {
    map,
    region: within === null ? null : regionName(within, locale),
    sum: translate(locale, 'map.sum', { with: having, without: map.countries.length - having }),
    problems: complaints.map(({ name, notice }) => ({ name, detail: say(locale, notice) })),
    chips: [...textChips(reader, choice, href), ...chipsOf(reader, choice, href)],
    clearHref: href(wholeCatalogue()),
    catalogue: { href: catalogueHref(reader, filter), total },
    parts: partsOf(reader, choice),
    beside: await besideOf(locals, reader, filter),
    downloads: ['svg', 'png', 'csv'].map((format) => ({ format, href: mapHref(reader, filter, within, `.${format}`) })),
  };
};

/** The ways from this map to another: the continents, then the parts of each region on the way down to the one shown. */
function partsOf(reader: Reader, { filter, within }: MapChoice): MapPageView['parts'] {
  const { locale } = reader;
  const chain = within === null ? [] : ancestorsOf(within);
  const choices = (codes: (string | null)[]) =>
    codes.map((code) => ({
      label: code === null ? translate(locale, 'site.coverage-world') : regionName(code, locale),
      href: mapHref(reader, filter, code),
      selected: code === within || (code !== null && chain.includes(code)),
    }));
  const mapped = (of: string | null) =>
    REGIONS.filter(({ code, parent }) => parent === of && MAPPED.includes(code)).map(({ code }) => code);
  return [
    { label: translate(locale, 'map.parts'), choices: choices([null, ...mapped(null)]) },
    ...chain
      .toReversed()
      .filter((code) => mapped(code).length > 0)
      .map((code) => ({
        label: translate(locale, 'map.parts-of', { region: regionName(code, locale) }),
        choices: choices(mapped(code)),
      })),
  ];
}

/** Practices that stand on no country, whatever countries the selection names. */
async function besideOf(
  { ctx, forum }: App.Locals,
  reader: Reader,
  filter: PracticeFilter,
): Promise<MapPageView['beside']> {
  const anywhere = { ...filter, selections: { ...filter.selections, country: [] } };
  const groups = withoutCountry(await forum.search.findAll(ctx.db, anywhere, ctx.now));
  const name = (code: string) => {
    if (code === '') return translate(reader.locale, 'map.beside-nowhere');
    return regionName(code, reader.locale);
  };
  const byPlace = new Intl.Collator(reader.locale).compare;
  return {
    count: new Set([...groups.values()].flat()).size,
    groups: [...groups]
      .sort(([a], [b]) => Number(b === '001') - Number(a === '001') || byPlace(name(a), name(b)))
      .map(([code, practices]) => ({
        name: name(code),
        href:
          code === '' || filter.selections.region.includes(code)
            ? catalogueHref(reader, anywhere)
            : catalogueHref(
                reader,
                toggled({ ...anywhere, selections: { ...anywhere.selections, region: [] } }, 'region', code),
              ),
        practices: practices.slice(0, NAMED).map(({ slug, title, language }) => ({
          title,
          lang: language,
          href: practiceHref(reader, slug),
        })),
        more: Math.max(0, practices.length - NAMED),
      })),
  };
}
