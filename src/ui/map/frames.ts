import { AREAS } from '#vocab/countries.ts';
import { ancestorsOf } from '#vocab/regions.ts';
import type { Box } from './atlas.ts';

/**
 * What of the globe the map of each M49 region shows. Chosen by eye: a box around all of its land would be mostly sea, or mostly
 * Siberia. East of 180 degrees it goes on counting.
 */
const FRAMES: Readonly<Record<string, Box>> = {
  '002': [-25, -35.2, 58, 37.6],
  '015': [-17.5, 3.4, 39, 37.6],
  '202': [-25, -35.2, 58, 26.5],
  '011': [-25.5, 3.5, 16.2, 27.6],
  '014': [21.5, -27, 58, 18.4],
  '017': [5.5, -18.2, 31.6, 23.8],
  '018': [11.4, -35, 33.4, -16.6],
  '019': [-150, -56, -33, 78],
  '021': [-168, 24, -52, 74],
  '419': [-118, -56, -34, 33],
  '005': [-82.5, -56, -34, 13],
  '013': [-118, 6.8, -77, 33],
  '029': [-85.3, 9.7, -58.8, 27.6],
  '142': [26, -11, 146, 55.5],
  '030': [73, 18, 146, 53.8],
  '034': [44, -1.5, 98, 40],
  '035': [92, -11.2, 141.5, 28.8],
  '143': [46, 35, 88, 55.6],
  '145': [25.5, 12, 60, 43.8],
  '150': [-25, 34.5, 52, 71.5],
  '039': [-10, 34.5, 30.5, 47.2],
  '151': [11.5, 41, 70, 70],
  '154': [-25, 49.5, 32, 71.5],
  '155': [-5.5, 41, 17.5, 55.4],
  '009': [112, -47.5, 192, 16],
  '053': [112, -47.5, 179.5, -9],
  '054': [140.5, -21.5, 182, 1],
  '057': [131, -4, 178, 16],
  '061': [174, -24.5, 190, -4],
};

/** The regions there is a map of: every one in which states lie. */
export const MAPPED = Object.keys(FRAMES).sort();

/** The box of a region's map. Throws for a region of which there is none. */
export function frameOf(region: string): Box {
  const frame = FRAMES[region];
  if (!frame) throw new Error(`There is no map of ${region}.`);
  return frame;
}

/** The states that a map is about: those of a region, or all. */
export function statesWithin(region: string | null): string[] {
  return AREAS.filter(
    (area) =>
      area.state !== null && (region === null || (area.region !== null && ancestorsOf(area.region).includes(region))),
  ).map(({ code }) => code);
}
