import { describe, expect, test } from 'vitest';
import type { Locale } from '#vocab/language.ts';
import type { DraftText } from './model.ts';
import { placesIn } from './places.ts';
import { readWords } from './reading.ts';

/** The countries that a text names, each with its words; "?" before what is not sure. */
function countriesIn(text: string, language: Locale): string[] {
  const texts: DraftText[] = [{ field: 'summary', text, language }];
  const words = readWords(texts);
  return placesIn(words, texts).flatMap(({ meaning, first, last, sure }) =>
    meaning.kind === 'country'
      ? [`${sure < 0.5 ? '?' : ''}${meaning.code} ${text.slice(words[first]!.start, words[last]!.end)}`]
      : [],
  );
}

describe.each([
  ['en', 'Georgia and Jordan, then Chad', ['GE Georgia', 'JO Jordan', 'TD Chad']],
  ['en', 'Georgia Tech; South Georgia; Michael Jordan; the Jordan; the River Jordan; Lake Chad', ['JO Jordan']],
  ['en', 'Niger and Nigeria, Nigerien and Nigerian', ['NE Niger', 'NG Nigeria', 'NE Nigerien', 'NG Nigerian']],
  ['en', 'the Niger Delta, the River Niger', []],
  [
    'en',
    'Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea',
    ['GN Guinea', 'GW Guinea-Bissau', 'GQ Equatorial Guinea', 'PG Papua New Guinea'],
  ],
  ['en', 'the Gulf of Guinea, a guinea pig', []],
  ['en', 'the Congo', ['?CG Congo', '?CD Congo']],
  ['en', 'DR Congo: roads of the Congo', ['CD DR Congo', '?CD Congo']],
  ['en', 'the Congo Basin and the River Congo', []],
  ['en', 'Dominica and the Dominican Republic', ['DM Dominica', 'DO Dominican Republic']],
  ['en', 'a turkey in Turkey, fine china from China, a chile from Chile', ['TR Turkey', 'CN China', 'CL Chile']],
  ['en', 'food to go from Togo', ['TG Togo']],
  ['en', 'it helps us in the US', ['US US']],
  ['en', 'IT HELPS US', []],
  ['en', 'kenya and KENYA', ['KE kenya', 'KE KENYA']],
  ['en', 'Kenyan and South African farms; polish the Polish spoons', ['KE Kenyan', 'ZA South African', 'PL Polish']],
  ['en', 'written in French, in French cities, the Norwegian language', ['FR French']],
  [
    'en',
    'North Korea, South Korean firms, South Sudan and Sudan',
    ['KP North Korea', 'KR South Korean', 'SS South Sudan', 'SD Sudan'],
  ],
  [
    'en',
    'St. Lucia, Trinidad & Tobago, Bosnia and Herzegovina',
    ['LC St. Lucia', 'TT Trinidad & Tobago', 'BA Bosnia and Herzegovina'],
  ],
  [
    'en',
    'financed by Switzerland; Germany’s development ministry; Norway',
    ['?CH Switzerland', '?DE Germany', 'NO Norway'],
  ],
  ['en', 'a family reunion in New Mexico; Latin American cities', []],
  ['fr', 'les Kényanes, un projet kényan, des Tunisiennes', ['KE Kényanes', 'KE kényan', 'TN Tunisiennes']],
  ['fr', 'nigérien, nigériane, guinéen', ['NE nigérien', 'NG nigériane', 'GN guinéen']],
  ['fr', 'une réunion à La Réunion', ['RE Réunion']],
  ['fr', 'une cérémonie : la Dominique, mais pas Dominique', ['DM Dominique']],
  ['fr', 'l’Équateur et l’équateur', ['EC Équateur']],
  ['fr', 'cours de français à des villes françaises', ['FR françaises']],
  ['fr', 'l’eau potable en Côte d’Ivoire', ['CI Côte d’Ivoire']],
  ['fr', 'le lac Tchad, l’océan Indien', []],
  ['es', 'El Salvador, la ciudad de Salvador', ['SV Salvador']],
  ['es', 'ellos irán a Irán; Corea del Sur; América del Sur', ['IR Irán', 'KR Corea del Sur']],
  ['es', 'dominicanos, guatemaltecas, marroquíes', ['DO dominicanos', 'GT guatemaltecas', 'MA marroquíes']],
  ['ar', 'الشمول المالي والدعم مالي، وفي مالي', ['ML مالي']],
  ['ar', 'سلطنة عُمان', ['OM سلطنة عُمان']],
  ['ar', 'في عمّان عاصمة الأردن', ['JO الأردن']],
  ['ar', 'النيجر ونيجيريا', ['NE النيجر', 'NG ونيجيريا']],
  ['ar', 'وبالمغرب وللكويت وجنوب السودان', ['MA وبالمغرب', 'KW وللكويت', 'SS وجنوب السودان']],
  ['ar', 'المدن التونسية والكينيين', ['TN التونسية', 'KE والكينيين']],
  ['ar', 'المكتب القطري', []],
] as [Locale, string, string[]][])('%s: “%s”', (language, text, countries) => {
  test(`names ${countries.join(', ') || 'no country'}`, () => {
    expect(countriesIn(text, language)).toEqual(countries);
  });
});
