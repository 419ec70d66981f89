/**
 * `npm run bench [-- documents]`: our search beside its peers on one corpus of synthetic practices (100,000 unless told),
 * in one run. Each question asks for the exact total, exact counts of every value of every facet, and the first twenty.
 * Prints the table and writes it to bench/results.md; ends with 1 where our answers are not those of the oracle.
 */
import { isDeepStrictEqual } from 'node:util';
import { buildEngine, type SearchRequest } from '../src/forum/search/engine.ts';
import { bruteForce } from '../src/forum/search/oracle.test-support.ts';
import { exactOf, OWN_WEIGHT, ownWay, parseQuery, type Query } from '../src/forum/search/query.ts';
import { type Answer, sameCounts } from './answers.ts';
import { corpus, type Facet, FACETS } from './corpus.ts';
import { itemsJs } from './peers/itemsjs.ts';
import { miniSearch } from './peers/minisearch.ts';
import { orama } from './peers/orama.ts';
import type { Peer } from './peers/peer.ts';
import { pglite, postgres } from './peers/sql.ts';
import { type Question, questions } from './questions.ts';
import { machine, writePart } from './results.ts';

const size = Number(process.argv[2] ?? 100_000);
const lines: string[] = [];
const say = (line: string) => lines.push(line);

/** A question as ours: whole words as they stand, a beginning as a beginning. */
function requestOf({ words, beginning, selections }: Question): SearchRequest<Facet> {
  const wanted = words.map((word) => [
    beginning ? ownWay([word]) : { words: [exactOf(word)], phrase: false, weight: OWN_WEIGHT },
  ]);
  const query: Query | null = words.length === 0 ? null : { wanted, unwanted: [] };
  return { query, selections, sort: { by: 'relevance' }, offset: 0, limit: 20 };
}

interface Measured {
  name: string;
  buildSeconds: number;
  megabytes: number;
  times: number[];
  exact: boolean;
  asked: number;
}

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)]!;

async function measured(
  name: string,
  asked: readonly Question[],
  build: () => Promise<(question: Question) => Promise<Answer>>,
  expected: ReadonlyMap<Question, Answer> | null,
): Promise<Measured & { answers: Map<Question, Answer> }> {
  globalThis.gc?.();
  const before = megabytes();
  console.error(`${new Date().toISOString()} ${name}`);
  const began = performance.now();
  const ask = await build();
  const buildSeconds = (performance.now() - began) / 1000;
  globalThis.gc?.();
  const used = megabytes() - before;
  for (const question of asked.slice(0, Math.ceil(asked.length / 10))) await ask(question);
  const answers = new Map<Question, Answer>();
  const times: number[] = [];
  for (const question of asked) {
    const start = performance.now();
    answers.set(question, await ask(question));
    times.push(performance.now() - start);
  }
  const wrongOnes = expected
    ? asked.filter((question) => !sameCounts(answers.get(question)!, expected.get(question)!))
    : [];
  const exact = wrongOnes.length === 0;
  if (!exact)
    console.error(`${wrongOnes.length} differ: ${[...new Set(wrongOnes.map(({ kind }) => kind))].join('; ')}`);
  return { name, buildSeconds, megabytes: used, times, exact, asked: asked.length, answers };
}

const documents = corpus(size);
const mix = questions();
say(
  `${size.toLocaleString('en')} synthetic practices (bench/corpus.ts), ${mix.length} questions (bench/questions.ts). ` +
    `${machine()} One thread, warm, milliseconds.`,
);
say('');

let engine = buildEngine<Facet>(FACETS, []);
const ours = await measured(
  'Common Space',
  mix,
  async () => {
    engine = buildEngine(FACETS, documents);
    return async (question) => engine.search(requestOf(question));
  },
  null,
);
console.error(`${new Date().toISOString()} the oracle`);
const oracle = bruteForce(FACETS, documents);
const wrong = mix.filter(
  (question) => !isDeepStrictEqual(ours.answers.get(question), oracle.search(requestOf(question))),
);

const typed = mix.map((question) => ({ ...requestOf(question), query: parseQuery(question.words.join(' ')) }));
const typedTimes = typed.map((request) => {
  const start = performance.now();
  engine.search(request);
  return performance.now() - start;
});

const rows: Measured[] = [ours];
const peers: Peer[] = [miniSearch, postgres, pglite, orama, itemsJs];
for (const peer of peers) {
  const asked = mix.slice(0, peer.most ?? mix.length);
  let close: (() => Promise<void>) | undefined;
  try {
    rows.push(
      await measured(
        peer.name,
        asked,
        async () => {
          const built = await peer.build(documents);
          close = built.close;
          return (question) => built.ask(question);
        },
        ours.answers,
      ),
    );
  } catch (error) {
    say(`${peer.name} was left out: ${(error as Error).message}`);
  } finally {
    await close?.();
  }
}

say('| engine | p50 | p95 | p95 against ours | build, s | memory, MB | questions | exact |');
say('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
for (const row of rows) {
  const [p50, p95] = [percentile(row.times, 0.5), percentile(row.times, 0.95)];
  // A peer that was asked fewer questions is held against ours on those same questions.
  const own = percentile(ours.times.slice(0, row.asked), 0.95);
  say(
    `| ${row.name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${(p95 / own).toFixed(1)} × | ${row.buildSeconds.toFixed(1)} | ` +
      `${row.megabytes.toFixed(0)} | ${row.asked} | ${row.exact ? 'yes' : 'no'} |`,
  );
}
say('');
say(
  `Ours as people type (every word also by its stem and its beginning): p50 ${percentile(typedTimes, 0.5).toFixed(2)}, ` +
    `p95 ${percentile(typedTimes, 0.95).toFixed(2)}.`,
);
say(
  wrong.length === 0
    ? `All ${mix.length} answers of ours, their order too, are those of the oracle that looks at each document.`
    : `${wrong.length} answers of ours differ from the oracle's: ${wrong.map(({ kind }) => kind).join('; ')}.`,
);
say(
  'Memory is the growth of the process; PostgreSQL runs in its own. A peer that is slow is asked fewer of the questions.',
);
writePart('Search beside its peers', lines);
process.exit(wrong.length === 0 ? 0 : 1);
