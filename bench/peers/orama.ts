import { create, insertMultiple, search } from '@orama/orama';
import type { Answer } from '../answers.ts';
import { type Facet, FACETS } from '../corpus.ts';
import { type Peer, without } from './peer.ts';

const facetSchema = Object.fromEntries(FACETS.map((facet) => [facet, 'enum[]' as const]));

/** Orama with its own filters and facets; a selected facet is counted by a search of its own, without its selection. */
export const orama: Peer = {
  name: 'Orama',
  most: 10,
  async build(documents) {
    const index = create({ schema: { id: 'string', title: 'string', summary: 'string', ...facetSchema } as const });
    const rows = documents.map(({ id, texts, values }) => ({
      id,
      title: texts[0]!.text,
      summary: texts[1]!.text,
      ...values,
    }));
    await insertMultiple(index, rows as never, 5_000);
    const limits = Object.fromEntries(FACETS.map((facet) => [facet, { limit: 500 }]));
    const one = (term: string, exact: boolean, selections: Partial<Record<Facet, string[]>>) =>
      search(index, {
        term,
        exact,
        threshold: 0,
        limit: 20,
        properties: ['title', 'summary'],
        where: Object.fromEntries(
          Object.entries(selections).map(([facet, chosen]) => [facet, { containsAny: chosen }]),
        ),
        facets: limits,
      } as never);
    return {
      async ask(question) {
        const term = question.words.join(' ');
        const exact = !question.beginning && term !== '';
        const all = await one(term, exact, question.selections);
        const counts = {} as Answer['counts'];
        for (const facet of FACETS) {
          const own = question.selections[facet] ? await one(term, exact, without(question, facet)) : all;
          counts[facet] = new Map(Object.entries(own.facets?.[facet]?.values ?? {}));
        }
        return { total: all.count, counts, ids: all.hits.map(({ id }) => id) };
      },
    };
  },
};
