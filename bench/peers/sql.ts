import { PGlite } from '@electric-sql/pglite';
import { intarray } from '@electric-sql/pglite/contrib/intarray';
import pg from 'pg';
import { findPostgres } from '../../tests/support/provision.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { SearchDocument } from '../../src/forum/search/search-document.ts';
import type { Answer } from '../answers.ts';
import { type Facet, FACETS, SHAPES } from '../corpus.ts';
import type { Question } from '../questions.ts';
import type { Peer } from './peer.ts';

interface Client {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** Every value of every facet as a whole number, as the intarray extension wants them. */
const offsets = Object.fromEntries(
  FACETS.map((facet, at) => [facet, FACETS.slice(0, at).reduce((sum, other) => sum + SHAPES[other].values, 0)]),
) as Record<Facet, number>;
const number = (facet: Facet, value: string): number => offsets[facet] + Number(value);

async function load(client: Client, documents: SearchDocument<Facet>[]): Promise<void> {
  await client.query('create extension if not exists intarray');
  await client.query('create table docs (id text primary key, words tsvector, vals int[])');
  await client.query('create table vals (val int primary key, facet int)');
  for (const [at, facet] of FACETS.entries())
    await client.query(
      `insert into vals select ${offsets[facet]} + n, ${at} from generate_series(0, ${SHAPES[facet].values - 1}) n`,
    );
  for (let from = 0; from < documents.length; from += 1_000) {
    const batch = documents.slice(from, from + 1_000);
    await client.query(
      `insert into docs select d->>'id', setweight(to_tsvector('simple', d->>'title'), 'A')
         || to_tsvector('simple', d->>'summary'), array(select jsonb_array_elements_text(d->'vals')::int)
       from jsonb_array_elements($1::jsonb) d`,
      [
        JSON.stringify(
          batch.map(({ id, texts, values }) => ({
            id,
            title: texts[0]!.text,
            summary: texts[1]!.text,
            vals: FACETS.flatMap((facet) => values[facet].map((value) => number(facet, value))),
          })),
        ),
      ],
    );
  }
  await client.query('create index on docs using gin (words)');
  await client.query('create index on docs using gin (vals gin__int_ops)');
  await client.query('vacuum analyze docs');
}

/** One statement: those that meet the text and fail one facet at most, their counts by value, and the first page. */
async function ask(client: Client, { words, beginning, selections }: Question): Promise<Answer> {
  const chosen = Object.entries(selections).map(([facet, values]) => ({
    facet: FACETS.indexOf(facet as Facet),
    list: values.map((value) => number(facet as Facet, value)).join(','),
  }));
  const text = words.map((word) => `${word}${beginning ? ':*' : ''}`).join(' & ');
  const fails = chosen.map(({ list }) => `(not vals && '{${list}}'::int[])::int`);
  const failing = chosen.map(({ list, facet }) => `when not vals && '{${list}}'::int[] then ${facet}`);
  const { rows } = await client.query(
    `with base as materialized (
       select id, vals, words, ${fails.join(' + ') || '0'} as fails,
         ${failing.length > 0 ? `case ${failing.join(' ')} end` : 'null::int'} as failing
       from docs where ${text ? 'words @@ to_tsquery($1)' : '$1::text is not null'}
         ${chosen.length === 1 ? '' : chosen.length > 1 ? `and ${fails.join(' + ')} <= 1` : ''}
     ), counts as (
       select val, count(*)::int as n from (select unnest(vals) as val, fails, failing from base where fails <= 1) u
       join vals using (val) where fails = 0 or vals.facet = failing group by val
     )
     select (select count(*)::int from base where fails = 0) as total,
       (select json_object_agg(val, n) from counts) as counts,
       array(select id from base where fails = 0
         order by ${text ? 'ts_rank(words, to_tsquery($1)) desc, ' : ''} id limit 20) as ids`,
    [text],
  );
  const row = rows[0] as { total: number; counts: Record<string, number> | null; ids: string[] };
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Answer['counts'];
  for (const [val, n] of Object.entries(row.counts ?? {})) {
    const facet = FACETS.findLast((one) => offsets[one] <= Number(val))!;
    counts[facet].set(String(Number(val) - offsets[facet]), n);
  }
  return { total: row.total, counts, ids: row.ids };
}

/** PostgreSQL with GIN indexes on words and values, everything in one statement. */
export const postgres: Peer = {
  name: 'PostgreSQL, GIN, in SQL',
  most: 40,
  async build(documents) {
    const found = findPostgres();
    if ('missing' in found) throw new Error(found.missing);
    const server = await startPostgres(found.path);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await load(client, documents);
    await client.query("set default_text_search_config = 'simple'");
    return {
      ask: (question) => ask(client, question),
      async close() {
        await client.end();
        await server.stop();
      },
    };
  },
};

/** The same statement in the embedded database. */
export const pglite: Peer = {
  name: 'PGlite, GIN, in SQL',
  most: 20,
  async build(documents) {
    const db = await PGlite.create({ extensions: { intarray } });
    const client: Client = { query: (text, values) => db.query(text, values) };
    await load(client, documents);
    await client.query("set default_text_search_config = 'simple'");
    return { ask: (question) => ask(client, question), close: () => db.close() };
  },
};
