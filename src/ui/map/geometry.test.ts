import { describe, expect, test } from 'vitest';
import { AREAS } from '#vocab/countries.ts';
import { ancestorsOf, REGIONS } from '#vocab/regions.ts';
import { readAtlas } from './atlas.ts';
import { MAPPED, statesWithin } from './frames.ts';
import { mapGeometry } from './geometry.ts';
import { pathOf } from './outline.ts';

/** Every point of a path as the geometry writes them: one absolute, then steps. */
function pointsOf(path: string): [number, number][] {
  return path.split('M').flatMap((ring) => {
    const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => {
      x += numbers[2 * at]!;
      y += numbers[2 * at + 1]!;
      return [x, y];
    });
  });
}

const states = AREAS.filter(({ state }) => state !== null);

test('the world shows all 193 members and both observers of the United Nations, and nothing else has a number', () => {
  expect([...mapGeometry(null).states.keys()].sort()).toEqual(states.map(({ code }) => code));
  expect(states).toHaveLength(195);
});

test('there is a map of every region in which there are countries, and of no other', () => {
  const lived = REGIONS.filter(({ code }) =>
    states.some(({ region }) => region !== null && ancestorsOf(region).includes(code)),
  );
  expect(MAPPED).toEqual(lived.map(({ code }) => code).sort());
  expect(() => mapGeometry('001')).toThrow('001');
  expect(() => mapGeometry('999')).toThrow('999');
});

describe.each([null, ...MAPPED])('The map of %s', (within) => {
  const geometry = mapGeometry(within);
  const inside = ([x, y]: [number, number]) => x >= 0 && x <= geometry.width && y >= 0 && y <= geometry.height;

  test('has a shape or a mark for every state it is about', () => {
    expect([...geometry.states.keys()].sort()).toEqual(statesWithin(within).sort());
    for (const [code, { path, anchor }] of geometry.states) expect(path ?? anchor, code).not.toBeNull();
  });

  test('stays within its frame, numbers and marks as well', () => {
    for (const [code, { path, label, anchor }] of geometry.states) {
      expect(pointsOf(path ?? '').every(inside), code).toBe(true);
      for (const place of [label, anchor]) if (place) expect(inside([place.x, place.y]), code).toBe(true);
    }
    expect(pointsOf(geometry.around).every(inside)).toBe(true);
  });

  test('is about its region: no state of it is cut off, or pressed against the edge', () => {
    for (const [code, { path, anchor }] of geometry.states) {
      const points: [number, number][] = anchor ? [[anchor.x, anchor.y]] : pointsOf(path!);
      const free = ([x, y]: [number, number]) => x > 8 && x < geometry.width - 8 && y > 8 && y < geometry.height - 8;
      expect(points.some(free), code).toBe(true);
    }
  });

  test('is light', () => {
    const text = geometry.around + [...geometry.states.values()].map(({ path }) => path).join('');
    expect(text.length).toBeLessThan(within === null ? 45_000 : 160_000);
  });
});

describe('Land without a number', () => {
  const [coarse, fine] = [readAtlas('110m'), readAtlas('50m')];
  const lies = (polygons: number[][][][], [x, y]: [number, number]) =>
    polygons.some(([outline]) => outline!.some(([px, py]) => Math.hypot(px! - x, py! - y) < 1.5));

  test.each([
    ['Crimea', [34, 45], 'RU'],
    ['French Guiana', [-53, 5], 'FR'],
    ['Svalbard', [16, 78], 'NO'],
  ] as [string, [number, number], string][])('%s is drawn apart from what the data draws it with', (_, place, code) => {
    for (const atlas of [coarse, fine]) {
      expect(lies(atlas.others, place)).toBe(true);
      expect(lies(atlas.states.get(code)!, place)).toBe(false);
    }
  });

  test('holds what is no member and no observer of the United Nations', () => {
    for (const code of ['TW', 'EH', 'GL', 'XK', 'HK']) expect(fine.states.has(code)).toBe(false);
  });
});

test('a path is written in steps, as short as it can be', () => {
  expect(
    pathOf([
      [
        [10, -5],
        [12, -5],
        [12, 3],
      ],
    ]),
  ).toBe('M10-5l2 0 0 8z');
});
