import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import type { MultiPoint } from 'geojson';
import type { Box } from './atlas.ts';

/** How wide a map is drawn, in units of its picture; points are whole units, so this is also how fine it is. */
export const WIDTH = 2000;
/** Least and greatest height: a map is neither a ribbon nor a tower. */
const HEIGHTS = { least: 820, most: 1400 };
/** Land begins this far from the edge. */
const MARGIN = 24;
/** The middle of the world's map, so that it is cut open in the Bering Strait, and what of it has land: Hawaii to Samoa, without Antarctica. */
const MIDDLE = 11;
const WORLD: Box = [-162, -56, 190, 84];
const STEP = 24;

/** The globe laid flat: areas keep their size on every map. */
export interface Sheet {
  projection: GeoProjection;
  height: number;
}

/** Equal Earth for the world, Lambert's azimuthal projection about the middle of a part of it (both show areas true to size). */
export function sheetOf(frame: Box | null): Sheet {
  const box = frame ?? WORLD;
  const [west, south, east, north] = box;
  const projection = frame
    ? geoAzimuthalEqualArea().rotate([-(west + east) / 2, -(south + north) / 2])
    : geoEqualEarth().rotate([-MIDDLE, 0]);
  const edge = edgeOf(box);
  const fitted = projection.fitWidth(WIDTH - 2 * MARGIN, edge);
  const needed = heightOf(fitted, edge) + 2 * MARGIN;
  const height = Math.round(Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, needed)));
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, height - MARGIN],
    ],
    edge,
  );
  projection.clipExtent([
    [0, 0],
    [WIDTH, height],
  ]);
  return { projection, height };
}

function edgeOf([west, south, east, north]: Box): MultiPoint {
  const along = Array.from({ length: STEP + 1 }, (_, at) => at / STEP);
  const x = (part: number) => west + part * (east - west);
  const y = (part: number) => south + part * (north - south);
  return {
    type: 'MultiPoint',
    coordinates: along.flatMap((part) => [
      [x(part), south],
      [x(part), north],
      [west, y(part)],
      [east, y(part)],
    ]),
  };
}

function heightOf(projection: GeoProjection, { coordinates }: MultiPoint): number {
  const heights = coordinates.map((point) => projection(point as [number, number])![1]);
  return Math.max(...heights) - Math.min(...heights);
}
