import { directionOf } from '#vocab/language.ts';
import { pngOf } from '#platform/files/png.ts';
import { translate } from '#platform/languages.ts';
import { heatCsv, heatSvg } from '#ui/heat-picture.ts';
import type { HeatView, SelectionView } from '#ui/views.ts';
import { notFound } from './answers.ts';

const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png', csv: 'text/csv; charset=utf-8; header=present' };
type PictureFormat = keyof typeof MEDIA_TYPES;
/** The files in which a picture can be taken away. */
export const PICTURE_FORMATS = Object.keys(MEDIA_TYPES) as PictureFormat[];
const ZOOM = 2;

/** A picture to be taken away: its name as a file, its title, what it shows in sentences, and of which practices. */
export interface PictureFile {
  name: string;
  title: string;
  told: string[];
  heat: HeatView;
  selection: SelectionView;
}

/** Whether there are files of this format. */
export const isPictureFormat = (text: string): text is PictureFormat => Object.hasOwn(MEDIA_TYPES, text);

/** A 404 that names the formats there are. */
export function noSuchFormat({ ctx }: App.Locals, format: string): Response {
  return notFound(ctx.locale, {
    key: 'problems.unknown-format',
    values: { format, known: PICTURE_FORMATS.join(', ') },
  });
}

/** The picture as one that stands alone, or as its table. */
export async function pictureFile(
  format: PictureFormat,
  { name, title, told, heat, selection }: PictureFile,
  { ctx: { locale }, forum }: App.Locals,
): Promise<Response> {
  const { origin } = forum.settings;
  const filters = selection.chips.map(({ facetLabel, code, label }) =>
    translate(locale, 'site.labelled', { label: facetLabel, value: [code, label].filter(Boolean).join(' ') }),
  );
  const words = {
    title,
    notes: [...told, ...filters],
    legend: translate(locale, 'site.heat-legend'),
    none: translate(locale, 'site.heat-none'),
    text: translate(locale, 'site.coverage-picture', { origin }),
    locale,
    dir: directionOf(locale),
  };
  const picture = () => heatSvg(heat, words, origin);
  const body =
    format === 'csv' ? heatCsv(heat) : format === 'svg' ? picture() : await pngOf({ svg: picture(), zoom: ZOOM });
  return new Response(body as string | Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-cache',
    },
  });
}
