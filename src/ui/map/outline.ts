import { geoStream, type GeoProjection } from 'd3-geo';
import type { GlobePolygon } from './atlas.ts';

/** A closed line in whole units of the picture, its first point not repeated. */
export type Ring = [x: number, y: number][];

/** Smaller rings (in square units) are specks that nobody sees. */
const SPECK = 20;

/** A polygon on the globe as rings on the sheet, cut at its edges; specks left out. */
export function ringsOf(projection: GeoProjection, coordinates: GlobePolygon): Ring[] {
  const rings: Ring[] = [];
  let ring: Ring = [];
  const sink = {
    point(x: number, y: number) {
      const [px, py] = [Math.round(x), Math.round(y)];
      const last = ring.at(-1);
      if (last?.[0] !== px || last[1] !== py) ring.push([px, py]);
    },
    lineStart: () => (ring = []),
    lineEnd() {
      const [first, last] = [ring[0], ring.at(-1)];
      if (ring.length > 1 && first![0] === last![0] && first![1] === last![1]) ring.pop();
      if (ring.length > 2 && areaOf(ring) >= SPECK) rings.push(ring);
    },
    polygonStart() {},
    polygonEnd() {},
  };
  geoStream({ type: 'Polygon', coordinates }, projection.stream(sink));
  return rings;
}

/** The area of a ring in square units. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}

/** Rings as the data of an SVG path, written as short as it can be: steps from point to point. */
export function pathOf(rings: readonly Ring[]): string {
  return rings
    .map((ring) => {
      const [x, y] = ring[0]!;
      const steps = ring.slice(1).flatMap(([px, py], at) => [px - ring[at]![0], py - ring[at]![1]]);
      return `M${x}${signed(y)}l${steps.map((step, at) => (at === 0 ? String(step) : signed(step))).join('')}z`;
    })
    .join('');
}

/** A minus parts two numbers as well as a space does. */
const signed = (number: number): string => (number < 0 ? String(number) : ` ${number}`);
