import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPassage, bits } from './passage.ts';

/** What is asked: words, a bit each. */
const asking = (...words: string[]) => ({
  of: (word: string) => {
    const at = words.indexOf(word);
    return at < 0 ? 0 : 1 << at;
  },
  all: (1 << words.length) - 1,
});

describe('The place in a text that is shown', () => {
  const filler = 'Nothing of interest stands in this sentence, nor in any of those around it. '.repeat(8);
  const { of, all } = asking('remittances', 'tonga');

  test('is the first where all that was asked stands close together', () => {
    const text = `${filler}Remittances alone. ${filler}In Tonga, remittances build houses. ${filler}Remittances, Tonga.`;
    const found = bestPassage(text, of, all)!;
    expect(found.text).toContain('In Tonga, remittances build houses.');
    expect(found.text.startsWith('… ')).toBe(true);
    expect(found.found).toBe(2);
  });

  test('is one where some of it stands, where nowhere all does', () => {
    expect(bestPassage(`${filler}Only Tonga is named.`, of, all)).toMatchObject({ found: 1 });
    expect(bestPassage(filler, of, all)).toBeNull();
    expect(bestPassage('', of, all)).toBeNull();
  });

  test('says on which page it stands, where there are pages', () => {
    expect(bestPassage(`Cover\f${filler}\fTonga and remittances\f`, of, all)).toMatchObject({ page: 3 });
    expect(bestPassage('Tonga and remittances', of, all)).toMatchObject({ page: null });
  });

  test('holds what it says it found, is a piece of the text, and is never long, whatever the text is', () => {
    const word = fc.constantFrom(
      'remittances',
      'Tonga',
      'a',
      'migration',
      'x'.repeat(700),
      '\f',
      '\n',
      'é',
      '10.7',
      'هجرة',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const text = words.join(' ');
        const found = bestPassage(text, of, all);
        const anywhere = /remittances|Tonga/.test(text);
        expect(found !== null).toBe(anywhere);
        if (!found) return;
        const piece = found.text.replace(/^… /, '').replace(/ …$/, '');
        expect(text).toContain(piece);
        expect(found.text.length).toBeLessThan(700);
        const stands = ['remittances', 'tonga'].filter((one) => piece.toLowerCase().includes(one)).length;
        expect(stands).toBeGreaterThanOrEqual(found.found);
      }),
      { numRuns: 500 },
    );
  });

  test('bits are counted', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(bits(number)).toBe(number.toString(2).replaceAll('0', '').length);
      }),
    );
  });
});
