import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { type LineageNode, lineagePicture, linesOf } from './lineage-picture.ts';

const anyLineage = fc
  .array(
    fc.record({
      title: fc.string({ unit: 'grapheme', maxLength: 80 }),
      lang: fc.constantFrom(...LOCALES),
      generation: fc.integer({ min: -3, max: 3 }),
      replicates: fc.array(fc.nat({ max: 12 }).map(String), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map((one, at): LineageNode => ({ ...one, id: String(at), fact: 'Kenya · 2018', href: `/${at}` })),
  );

describe('The picture of a lineage', () => {
  test('has each practice once, inside the picture, and no two one over the other', () => {
    fc.assert(
      fc.property(anyLineage, fc.constantFrom(...LOCALES), (nodes, locale) => {
        const { width, height, boxes } = lineagePicture(nodes, locale);
        expect(boxes.map(({ id }) => id).sort()).toEqual(nodes.map(({ id }) => id).sort());
        for (const box of boxes) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
          for (const other of boxes)
            if (other !== box)
              expect(Math.abs(other.x - box.x) >= box.width || Math.abs(other.y - box.y) >= box.height).toBe(true);
        }
      }),
    );
  });

  test('has the origins where reading begins, and draws only lines that lead on', () => {
    fc.assert(
      fc.property(anyLineage, (nodes) => {
        const [english, arabic] = [lineagePicture(nodes, 'en'), lineagePicture(nodes, 'ar')];
        english.boxes.forEach((box, at) => expect(box.x + arabic.boxes[at]!.x + box.width).toBe(english.width));
        for (const path of english.curves) {
          const [, from, to] = /^M(\S+) .* (\S+) \S+$/.exec(path)!;
          expect(Number(from)).toBeLessThan(Number(to));
        }
      }),
    );
  });

  test('cuts a name to lines that fit, and keeps a short one whole', () => {
    expect(linesOf('Village offices', 2)).toEqual(['Village offices']);
    expect(linesOf('Interministerial coordination of information for returnees', 2)).toEqual([
      'Interministerial',
      'coordination of informati…',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const line of linesOf(text, 2)) expect([...line].length).toBeLessThanOrEqual(26);
      }),
    );
  });
});
