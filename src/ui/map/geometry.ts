import polylabel from 'polylabel';
import { anchorOf, type Atlas, readAtlas } from './atlas.ts';
import { frameOf, MAPPED, statesWithin } from './frames.ts';
import { areaOf, pathOf, type Ring, ringsOf } from './outline.ts';
import { sheetOf, WIDTH } from './projection.ts';

/** A state as it lies on a map. */
export interface StateShape {
  /** Its outline as the data of an SVG path; null where nothing of it is large enough to be drawn. */
  path: string | null;
  /** The middle of its largest part, where a number has the most room, and how far it is from there to the border. */
  label: { x: number; y: number; room: number } | null;
  /** Where its mark points, for a state too small to be seen and hit; null for all others. */
  anchor: { x: number; y: number } | null;
}

/** A map without numbers: what can be computed once. Lengths are units of its picture. */
export interface MapGeometry {
  width: number;
  height: number;
  /** Every state the map is about, by its code. */
  states: ReadonlyMap<string, StateShape>;
  /** All other land in view, as one path: it carries no numbers here. */
  around: string;
}

/** A state smaller than a square of this side, in units, is given a mark: fewer on the world, where there is little room for them. */
const SEEN = { world: 12, region: 36 };

const atlases = new Map<string, Atlas>();
const made = new Map<string | null, MapGeometry>();

/** The map of a region, or of the world; computed at its first use and kept. Throws for a region of which there is no map. */
export function mapGeometry(within: string | null): MapGeometry {
  const known = made.get(within);
  if (known) return known;
  const geometry = drawn(within);
  made.set(within, geometry);
  return geometry;
}

/** The finer atlas tells where the states lie that the coarser one leaves out. */
function atlasAt(scale: '110m' | '50m'): Atlas {
  const atlas = atlases.get(scale) ?? readAtlas(scale);
  atlases.set(scale, atlas);
  return atlas;
}

function drawn(within: string | null): MapGeometry {
  if (within !== null && !MAPPED.includes(within)) throw new Error(`There is no map of ${within}.`);
  const atlas = atlasAt(within === null ? '110m' : '50m');
  const { projection, height } = sheetOf(within === null ? null : frameOf(within));
  const seen = within === null ? SEEN.world : SEEN.region;
  const about = new Set(statesWithin(within));
  const ringsOfState = (code: string) => (atlas.states.get(code) ?? []).map((part) => ringsOf(projection, part));
  const states = new Map(
    [...about].map((code): [string, StateShape] => {
      const parts = ringsOfState(code).filter((rings) => rings.length > 0);
      const area = parts.flat().reduce((sum, ring) => sum + areaOf(ring), 0);
      const shape = { path: area > 0 ? pathOf(parts.flat()) : null, label: labelOf(parts), anchor: null };
      if (area >= seen * seen) return [code, shape];
      const [x, y] = projection(anchorOf(atlasAt('50m'), code)!)!;
      return [code, { ...shape, anchor: { x: clamped(x, WIDTH), y: clamped(y, height) } }];
    }),
  );
  const around = [...atlas.states.keys()].filter((code) => !about.has(code)).flatMap(ringsOfState);
  const others = atlas.others.map((part) => ringsOf(projection, part));
  return { width: WIDTH, height, states, around: pathOf([...around, ...others].flat()) };
}

const clamped = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most));

/** Where the largest circle fits into the largest part. */
function labelOf(parts: Ring[][]): StateShape['label'] {
  if (parts.length === 0) return null;
  const [largest] = parts.toSorted((a, b) => areaOf(b[0]!) - areaOf(a[0]!));
  const found = polylabel(largest!, 2);
  return { x: Math.round(found[0]!), y: Math.round(found[1]!), room: Math.floor(found.distance) };
}
