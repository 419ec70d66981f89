import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { goalOf } from '#vocab/sdg.ts';
import { readWhole, type WholeTable } from './read-whole.fixture.ts';
import { toContent } from './rows.ts';

/** The annex of 2020: SDG references, start, end, ongoing and countries of each practice, read by hand from the document. */
const ANNEX: [title: string, sdg: string, dates: string, countries: string][] = [
  ['Skilled Workers Immigration Law', '8.8 10.7', 'current', 'DE'],
  ['Towards a Holistic Approach to Labour', '8.8', '2018 2021', 'EG MA TN'],
  ['Migration Policy Advice', '10.7', '2017 2020', 'NE'],
  ['Human Mobility in the Context', '1.5 10.7 11.5 13.1 13.3', '2017 2020', 'PH'],
  ['Supporting host communities', '10.7', '2018 2021', 'CO EC'],
  [
    'Programme Migration & Diaspora',
    '8.8',
    '2019 2022',
    'AL CM CO EC ET GE GH ID IN JO KE MA NG NP PE PS RS SN TN UA VN XK',
  ],
  ['GFMD Ad Hoc Working Group', '10 16', 'current', 'global'],
  ['National Migration Strategy 2016-2020', '10.7', '2016 2020', 'GE'],
  ['Municipal Council of Immigrants', '10 11 16 17', 'current', 'BR'],
  ['Mannheim 2030', '4 8 10 11 16 17', 'current', 'DE'],
  ['Migra Empresas', '8 11', '', 'CL'],
  ['Call to Local Action', '10.7', '', 'global'],
  ['Humanitarian Service Points', '10.7', '', 'global'],
  ['One International Migration Data', '17.18', 'current', 'ID'],
  ['Bilateral Cooperation', '8.7 8.8', 'current', 'ID'],
  ['Productive Migrant Villages', '10.7', 'current', 'ID'],
  ['Insurance/social safety net scheme', '8.7 8.8', 'current', 'ID'],
  ['GCM National Implementation Plan', '8.7 8.8 10.7', 'current', 'PT'],
  ['Comprehensive Information', '8.7', 'current', 'AE BD LK PH SA'],
  ['Using technology', '8.8', '', 'AE IN'],
  ['Measuring the gains', '8.8', '', 'AE'],
  ['A Guide to Promoting', '10.7', '', ''],
  ['Norway Integration Strategy', '16', 'current', 'NO'],
  ['The 2030 National Development Strategy', '8 10.7', '2010 2030', 'DO'],
  ['Supporting Arrival Cities', '10.7 11', 'current', 'UY'],
  ['Migrant Reception and Orientation Offices', '11', 'current', 'MA'],
  ['Papyrus Project', '8.7 8.8 10.7', '2017 current', 'CH'],
  ['Law on Refugees', '10.7', '2011 current', 'MX'],
  ['Collecting Data at the Local Level', '11 17.18', '', ''],
  ['Territorial Migration Data Profile', '11 17.18', '', 'SN'],
  ['ENIGMMA project', '17.18', '2017 2021', 'GE'],
  ['My Coop', '11', '', 'JO'],
  ['Scaling up remittances', '10.c', '2017 2020', 'UG'],
  ['Remit Hydro', '10.c', '', 'NP'],
  ['National Integration Plan', '4 8', '2018 2022', 'CR'],
  ['Immigration Matters Campaign', '10.7', '2018 current', 'CA'],
  ['Migrants as Messengers', '5.2 8.7 10.7 16.2', '2017 current', 'global'],
  ['Migration Media Award', '10.7', '2017 current', 'global'],
  ['Programme for Attracting Remittances', '8 10.c', '', 'MD'],
  ['Jamaica Diaspora Agriculture Taskforce', '8', '', 'JM'],
  ['Seasonal agricultural workers scheme pilot', '10.7', '2018 2020', 'CA'],
  ['Alternatives to migration', '8', '2016 2017', 'GT SN UG'],
];

async function annex(name: string): Promise<WholeTable> {
  const bytes = await readFile(new URL(`../../../../tests/fixtures/${name}`, import.meta.url));
  const result = await readWhole({ name, bytes });
  if (!result.ok) throw new Error(result.problem.key);
  return result.table;
}

describe.each(['annex-2020.docx', 'annex-2020.txt'])('the annex of 2020 as %s', (name) => {
  test('has 42 practices, each read as it stands', async () => {
    const table = await annex(name);
    const read = table.rows.map((row) => toContent(row, table).content);
    expect(read.map(({ sdg }) => sdg!.join(' '))).toEqual(ANNEX.map(([, sdg]) => sdg));
    expect(read.map(({ start, end, ongoing }) => [start, end, ongoing && 'current'].filter(Boolean).join(' '))).toEqual(
      ANNEX.map(([, , dates]) => dates),
    );
    expect(
      read.map(({ countries, global }) =>
        countries!.length > 0 ? countries!.toSorted().join(' ') : global ? 'global' : '',
      ),
    ).toEqual(ANNEX.map(([, , , countries]) => countries));
    for (const [at, [title]] of ANNEX.entries()) expect(read[at]!.title).toMatch(title);
    expect(read.every(({ summary }) => summary !== '')).toBe(true);
  });

  test('has nothing in it that is refused', async () => {
    const table = await annex(name);
    expect(table.rows.flatMap((row) => toContent(row, table).refusals)).toEqual([]);
    expect(table.unknownHeaders).toEqual([]);
  });

  test('counts 24 practices of goal 10, 18 of goal 8, 18 of target 10.7 and 9 of target 8.8', async () => {
    const table = await annex(name);
    const references = table.rows.map((row) => toContent(row, table).content.sdg!);
    const ofGoal = (goal: string) => references.filter((sdg) => sdg.some((ref) => goalOf(ref) === goal)).length;
    const ofTarget = (target: string) => references.filter((sdg) => sdg.includes(target)).length;
    expect([ofGoal('10'), ofGoal('8'), ofTarget('10.7'), ofTarget('8.8')]).toEqual([24, 18, 18, 9]);
  });

  test('has two parts of 21 practices each, of the edition of 2020', async () => {
    const table = await annex(name);
    const sources = table.rows.map((row) => toContent(row, table).content.source);
    expect(sources.slice(0, 21)).toEqual(
      Array.from({ length: 21 }, () => ({ edition: 2020, label: 'Call for inputs' })),
    );
    expect(sources.slice(21)).toEqual(Array.from({ length: 21 }, () => ({ edition: 2020, label: '2019 Roundtables' })));
  });
});

test('the annex of 2020 is the same from Word and from text, cell by cell', async () => {
  const [word, text] = await Promise.all([annex('annex-2020.docx'), annex('annex-2020.txt')]);
  expect(text.columns).toEqual(word.columns);
  expect(text.rows.map(({ cells }) => cells)).toEqual(word.rows.map(({ cells }) => cells));
});

test('the partners of the annex of 2020 are told apart', async () => {
  const table = await annex('annex-2020.docx');
  const partners = table.rows.map((row) => toContent(row, table).content.partners!.length);
  expect(partners.filter((count) => count > 0)).toEqual([5, 2, 2, 1, 2, 2, 1, 2, 2, 1, 1, 3, 3, 1, 1, 1]);
});
