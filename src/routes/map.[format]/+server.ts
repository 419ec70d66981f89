import { directionOf } from '#vocab/language.ts';
import { regionName } from '#vocab/regions.ts';
import { pngOf } from '#platform/files/png.ts';
import { translate } from '#platform/languages.ts';
import { mapCsv, mapSvg, type MapWords } from '#ui/map-picture.ts';
import { badRequest, notFound } from '../answers.ts';
import { chipsOf, textChips } from '../chips.ts';
import { type MapChoice, mapChoice, mapView } from '../map.ts';
import type { RequestHandler } from './$types';

const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8; header=present' };
const ZOOM = 2;

/** The map of a selection as a picture that stands alone, or as its table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum, prefix } = locals;
  const { locale } = ctx;
  if (!isFormat(format))
    return notFound(locale, {
      key: 'problems.unknown-format',
      values: { format, known: Object.keys(MEDIA_TYPES).join(', ') },
    });
  const choice = await mapChoice(url, locals);
  if (choice.complaints.length > 0) return badRequest(locale, choice.complaints);
  const { counts } = await forum.search.find(ctx.db, { ...choice.filter, perPage: 1 }, ctx.now);
  const map = mapView({ locale, prefix }, choice, counts.country);
  const picture = () => mapSvg(map, wordsOf(locals, choice), forum.settings.origin);
  const body =
    format === 'csv'
      ? mapCsv(map, {
          code: 'ISO 3166',
          country: translate(locale, 'map.column-country'),
          region: translate(locale, 'map.column-region'),
          practices: translate(locale, 'map.column-practices'),
        })
      : format === 'svg'
        ? picture()
        : await pngOf({ svg: picture(), zoom: ZOOM });
  return new Response(body as string | Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="map.${format}"`,
      'cache-control': 'no-cache',
    },
  });
};

/** The title says what was selected: a picture is looked at far from its address. */
function wordsOf({ ctx: { locale }, forum, prefix }: App.Locals, choice: MapChoice): MapWords {
  const reader = { locale, prefix };
  const chips = [...textChips(reader, choice, () => ''), ...chipsOf(reader, choice, () => '')];
  const selected = chips.map(({ facetLabel, code, label }) => (code ? `${facetLabel} ${code}` : label));
  const title = translate(locale, 'map.title');
  return {
    title: [title, ...(choice.within === null ? [] : [regionName(choice.within, locale)]), ...selected].join(' · '),
    text: translate(locale, 'map.picture'),
    source: translate(locale, 'map.picture-source', { origin: forum.settings.origin }),
    legend: {
      practices: translate(locale, 'site.heat-legend'),
      none: translate(locale, 'site.heat-none'),
      other: translate(locale, 'map.legend-other'),
    },
    locale,
    dir: directionOf(locale),
  };
}

const isFormat = (text: string): text is keyof typeof MEDIA_TYPES => Object.hasOwn(MEDIA_TYPES, text);
