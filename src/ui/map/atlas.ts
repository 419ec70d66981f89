import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, merge } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { AREAS } from '#vocab/countries.ts';

/** A polygon on the globe: its outline, then its holes. */
export type GlobePolygon = Position[][];

/** The land of the world: each state by its code, and whatever belongs to none of our list. */
export interface Atlas {
  states: ReadonlyMap<string, GlobePolygon[]>;
  /** Territories, areas whose status is disputed, Antarctica: drawn, but without a number. */
  others: GlobePolygon[];
}

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const ANTARCTICA = '010';
const STATES = new Map(
  AREAS.filter(({ state, m49 }) => state !== null && m49 !== null).map(({ m49, code }) => [m49!, code]),
);

/**
 * Where the data draws with a state what ISO 3166 knows under a code of its own (French Guiana, Réunion, Svalbard, Bonaire …): what
 * lies outside the box is drawn as the other areas are.
 */
const HOME: Readonly<Record<string, Box>> = { FR: [-6, 41, 10, 52], NL: [3, 50, 8, 54], NO: [4, 57, 32, 72] };
/** Crimea: the data draws it by who holds it (decision 0013). */
const APART: Readonly<Record<string, Box>> = { RU: [32, 44, 36.7, 46.3] };

/** Western Sahara lies south of this parallel: the data draws it as a state's as far as that state holds it (decision 0013). */
const SOUTH_END: Readonly<Record<string, number>> = { MA: 27 + 40 / 60 };
/** What the data draws apart although it is part of a state as the United Nations knows it, by its name there. */
const PART_OF: Readonly<Record<string, string>> = { Somaliland: 'SO', 'N. Cyprus': 'CY' };

/** The land at a scale: 1:110 million for the world, 1:50 million for a part of it. Read from the disk at each call. */
export function readAtlas(scale: '110m' | '50m'): Atlas {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const states = new Map<string, GlobePolygon[]>();
  const others: GlobePolygon[] = [];
  const shapes = topology.objects.countries.geometries;
  const wholeOf = ({ properties }: { properties?: unknown }) => PART_OF[(properties as { name: string }).name];
  const parts = Map.groupBy(shapes, wholeOf);
  const features = feature(topology, topology.objects.countries).features as Feature<Polygon | MultiPolygon>[];
  for (const [at, drawn] of features.entries()) {
    const { id } = drawn;
    if (id === ANTARCTICA || wholeOf(drawn)) continue;
    // What has no number of ISO 3166 has none of M49 either: Kosovo, the Siachen Glacier.
    const code = id === undefined ? undefined : STATES.get(String(id));
    const added = code === undefined ? undefined : parts.get(code);
    const geometry = added ? merge(topology, [shapes[at], ...added] as never) : drawn.geometry;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    if (code === undefined) others.push(...polygons);
    else {
      const own = polygons.filter((polygon) => belongs(code, polygon));
      const end = SOUTH_END[code];
      const kept = end === undefined ? own : own.flatMap((polygon) => beyond(polygon, end, 1));
      states.set(code, [...(states.get(code) ?? []), ...kept]);
      others.push(...polygons.filter((polygon) => !own.includes(polygon)));
      if (end !== undefined) others.push(...own.flatMap((polygon) => beyond(polygon, end, -1)));
    }
  }
  return { states, others };
}

/** The part of a polygon north (1) or south (-1) of a parallel; nothing where it has none there. */
function beyond(polygon: GlobePolygon, latitude: number, side: 1 | -1): GlobePolygon[] {
  const rings = polygon.map((ring) => ringBeyond(ring, latitude, side)).filter((ring) => ring.length > 3);
  return rings.length > 0 ? [rings] : [];
}

/** Sutherland and Hodgman's way with one edge: each side of the ring that crosses the parallel ends on it. */
function ringBeyond(ring: Position[], latitude: number, side: 1 | -1): Position[] {
  const inside = ([, at]: Position) => side * (at! - latitude) >= 0;
  const cut: Position[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [from, to] = [ring[at - 1]!, ring[at]!];
    if (inside(from)) cut.push(from);
    if (inside(from) === inside(to)) continue;
    const share = (latitude - from[1]!) / (to[1]! - from[1]!);
    cut.push([from[0]! + share * (to[0]! - from[0]!), latitude]);
  }
  return cut.length > 0 ? [...cut, cut[0]!] : cut;
}

function belongs(code: string, polygon: GlobePolygon): boolean {
  const [home, apart] = [HOME[code], APART[code]];
  return (home === undefined || liesIn(home, polygon)) && (apart === undefined || !liesIn(apart, polygon));
}

function liesIn([west, south, east, north]: Box, polygon: GlobePolygon): boolean {
  const [longitude, latitude] = geoCentroid({ type: 'Polygon', coordinates: polygon });
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Where states lie that are islands far apart, or too small for the data: Tarawa, Funafuti. */
const ANCHORS: Readonly<Record<string, [number, number]>> = { KI: [173, 1.4], TV: [179.2, -8.5] };

/** The place of a state on the globe: the middle of its largest part. Null for what is not in the atlas. */
export function anchorOf({ states }: Atlas, code: string): [longitude: number, latitude: number] | null {
  const set = ANCHORS[code];
  if (set) return set;
  const parts = (states.get(code) ?? []).map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  if (parts.length === 0) return null;
  return geoCentroid(parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest)));
}
