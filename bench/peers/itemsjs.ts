// @ts-expect-error It brings no types.
import itemsjs from 'itemsjs';
import type { Answer } from '../answers.ts';
import { FACETS } from '../corpus.ts';
import type { Peer } from './peer.ts';

/** ItemsJS with its own disjunctive facets. */
export const itemsJs: Peer = {
  name: 'ItemsJS',
  most: 10,
  async build(documents) {
    const engine = itemsjs(
      documents.map(({ id, texts, values }) => ({
        id,
        title: texts[0]!.text,
        summary: texts[1]!.text,
        ...values,
      })) as never[],
      {
        searchableFields: ['title', 'summary'],
        aggregations: Object.fromEntries(FACETS.map((facet) => [facet, { size: 500, conjunction: false }])),
      } as never,
    );
    return {
      async ask({ words, selections }) {
        const answer = engine.search({
          query: words.join(' '),
          per_page: 20,
          filters: selections,
        } as never) as unknown as {
          pagination: { total: number };
          data: {
            items: { id: string }[];
            aggregations: Record<string, { buckets: { key: string; doc_count: number }[] }>;
          };
        };
        return {
          total: answer.pagination.total,
          counts: Object.fromEntries(
            FACETS.map((facet) => [
              facet,
              new Map(answer.data.aggregations[facet]!.buckets.map(({ key, doc_count }) => [key, doc_count])),
            ]),
          ) as Answer['counts'],
          ids: answer.data.items.map(({ id }) => id),
        };
      },
    };
  },
};
