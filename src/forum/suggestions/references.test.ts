import { expect, test } from 'vitest';
import { referencesIn } from './references.ts';

const told = (text: string) =>
  referencesIn(text).map(({ kind, codes, start, end }) => `${kind} ${codes.join()}: ${text.slice(start, end)}`);

test.each([
  [
    'It serves SDG 10.7 and SDGs 8, 10.c & 16. 7 towns take part.',
    ['sdg 10.7: SDG 10.7', 'sdg 8,10.c,16: SDGs 8, 10.c & 16'],
  ],
  ['Target 5.2; SDG indicator 10.7.2', ['sdg 5.2: Target 5.2']],
  ['Objective 20 of the Global Compact', ['gcm 20: Objective 20']],
  ['GCM objectives 5, 6 and 18, GCM 1-3', ['gcm 5,6,18: GCM objectives 5, 6 and 18', 'gcm 1,2,3: GCM 1-3']],
  ['Objective 2 of the project; goal 1 of the match; 10.7 %; a goal 5 times', []],
  [
    'Objectif 20 du Pacte mondial ; ODD 10.7 et 8.8 ; cible 16.9',
    ['gcm 20: Objectif 20', 'sdg 8.8,10.7: ODD 10.7 et 8.8', 'sdg 16.9: cible 16.9'],
  ],
  [
    'ODS 10.7; meta 8.8; objetivo 6 del Pacto Mundial',
    ['sdg 10.7: ODS 10.7', 'sdg 8.8: meta 8.8', 'gcm 6: objetivo 6'],
  ],
  ['الغاية ١٠٫٧ والهدف 20 من الاتفاق العالمي', ['sdg 10.7: الغاية ١٠٫٧', 'gcm 20: الهدف 20']],
  ['أهداف التنمية المستدامة 8 و 10', ['sdg 8,10: أهداف التنمية المستدامة 8 و 10']],
  ['The SDGs matter: goal 8 above all.', ['sdg 8: goal 8']],
  ['SDG 99, SDG 2030, SDG 10.7 million', ['sdg 10.7: SDG 10.7']],
])('“%s”', (text, references) => {
  expect(told(text)).toEqual(references);
});
