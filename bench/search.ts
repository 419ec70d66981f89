/**
 * The search engine beside the plain way of looking at each document: the same corpus, the same questions, the same run.
 * `node bench/search.ts [documents]` (10,000 unless told) prints both, their ratio, and whether all answers were the same.
 */
import { isDeepStrictEqual } from 'node:util';
import { buildEngine, type SearchDocument, type SearchRequest } from '../src/forum/search/engine.ts';
import { bruteForce } from '../src/forum/search/oracle.test-support.ts';

/** Facets as a practice has them: how many values there are, and how many a document carries at most. */
const SHAPES = {
  goal: { values: 17, most: 4 },
  target: { values: 169, most: 5 },
  gcm: { values: 23, most: 4 },
  country: { values: 195, most: 6 },
  region: { values: 22, most: 4 },
  theme: { values: 45, most: 4 },
  kind: { values: 7, most: 1 },
  status: { values: 3, most: 1 },
  year: { values: 12, most: 3 },
};
type Facet = keyof typeof SHAPES;
const FACETS = Object.keys(SHAPES) as Facet[];
const VOCABULARY = 20_000;
const ROUNDS = 20;

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A rank below `many`, the chance of each falling with its number, as Zipf has it. */
const skewed = (random: () => number, many: number): number => Math.floor(many ** random()) - 1;

/** A made-up word for a rank: syllables, so that words share beginnings. */
function wordFor(rank: number): string {
  const syllables = ['mi', 'gra', 'tion', 'la', 'bour', 'ré', 'mo', 'ta', 'fi', 'sud', 'pro', 'ne', 'lo', 'cal', 'da'];
  let word = '';
  for (let left = rank + syllables.length; left > 0; left = Math.floor(left / syllables.length)) {
    word += syllables[left % syllables.length];
  }
  return word;
}

function* corpus(size: number): Generator<SearchDocument<Facet>> {
  const random = randomFrom(2020);
  const text = (words: number) => Array.from({ length: words }, () => wordFor(skewed(random, VOCABULARY))).join(' ');
  for (let document = 0; document < size; document++) {
    const values = {} as Record<Facet, string[]>;
    for (const facet of FACETS) {
      const { values: many, most } = SHAPES[facet];
      const carried = Array.from({ length: 1 + Math.floor(random() * most) }, () => String(skewed(random, many)));
      values[facet] = [...new Set(carried)];
    }
    yield {
      id: String(document).padStart(9, '0'),
      texts: [
        { weight: 4, text: text(8) },
        { weight: 1, text: text(80) },
      ],
      values,
      sortKeys: { start: 2000 + Math.floor(random() * 25) },
    };
  }
}

const MIX: [name: string, text: string, selections: Partial<Record<Facet, string[]>>][] = [
  ['nothing asked', '', {}],
  ['one facet', '', { goal: ['3'] }],
  ['two facets', '', { goal: ['3', '5'], country: ['20'] }],
  ['three facets', '', { target: ['4'], region: ['1', '2'], kind: ['0'] }],
  ['common word', wordFor(1), {}],
  ['rare word', wordFor(15_000), {}],
  ['two words', `${wordFor(20)} ${wordFor(60)}`, {}],
  ['word and two facets', wordFor(10), { theme: ['2'], status: ['0', '1'] }],
  ['beginning of words', 'mi', {}],
  ['five words', [3, 5, 8, 13, 40].map(wordFor).join(' '), {}],
];
const QUESTIONS = MIX.flatMap(([name, text, selections]): { name: string; request: SearchRequest<Facet> }[] =>
  [{ by: 'relevance' as const }, { by: 'start', descending: true }].map((sort) => ({
    name: `${name}, by ${sort.by}`,
    request: { text, selections, sort, offset: 0, limit: 20 },
  })),
);

/** How long `work` takes, in milliseconds, and what it gave. */
function timed<T>(work: () => T): { took: number; gave: T } {
  const start = performance.now();
  const gave = work();
  return { took: performance.now() - start, gave };
}

const percentile = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)]!;
const shown = (milliseconds: number): string => milliseconds.toFixed(3).padStart(10);

const size = Number(process.argv[2] ?? 10_000);
const documents = [...corpus(size)];
const { took: building, gave: engine } = timed(() => buildEngine(FACETS, documents));
const oracle = bruteForce(FACETS, documents);
console.log(`${size} documents, Node ${process.versions.node}; built in ${building.toFixed(0)} ms; times in ms`);

for (const { request } of QUESTIONS) engine.search(request);
const ours: number[] = [];
const plain: number[] = [];
const differing: string[] = [];
console.log(`${'question'.padEnd(36)}${'found'.padStart(8)}${'engine'.padStart(10)}${'plain'.padStart(10)}`);
for (const { name, request } of QUESTIONS) {
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => engine.search(request)));
  const looked = timed(() => oracle.search(request));
  if (!isDeepStrictEqual(rounds[0]!.gave, looked.gave)) differing.push(name);
  ours.push(...rounds.map(({ took }) => took));
  plain.push(looked.took);
  const middle = percentile(
    rounds.map(({ took }) => took),
    0.5,
  );
  console.log(`${name.padEnd(36)}${String(looked.gave.total).padStart(8)}${shown(middle)}${shown(looked.took)}`);
}
for (const [name, share] of [
  ['p50', 0.5],
  ['p95', 0.95],
] as const) {
  const [engineTook, plainTook] = [percentile(ours, share), percentile(plain, share)];
  const ratio = `plain takes ${(plainTook / engineTook).toFixed(0)} times as long`;
  console.log(`${name.padEnd(44)}${shown(engineTook)}${shown(plainTook)}   ${ratio}`);
}
console.log(differing.length === 0 ? 'All answers are the same.' : `Different answers: ${differing.join('; ')}`);
if (differing.length > 0) process.exitCode = 1;
