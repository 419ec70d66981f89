import MiniSearch from 'minisearch';
import { FACETS } from '../corpus.ts';
import { counted, meets, type Peer } from './peer.ts';

/** MiniSearch finds and ranks; facets are filtered and counted in plain JavaScript over what it found. */
export const miniSearch: Peer = {
  name: 'MiniSearch, filters and counts in JavaScript',
  async build(documents) {
    const index = new MiniSearch<{ id: number; title: string; summary: string }>({ fields: ['title', 'summary'] });
    index.addAll(documents.map(({ texts }, id) => ({ id, title: texts[0]!.text, summary: texts[1]!.text })));
    return {
      async ask(question) {
        const { words, beginning, selections } = question;
        const found =
          words.length === 0
            ? documents
            : index
                .search(words.join(' '), { combineWith: 'AND', prefix: beginning, boost: { title: 4 } })
                .map(({ id }) => documents[id as number]!);
        const hits = FACETS.some((facet) => selections[facet])
          ? found.filter(({ values }) => meets(values, selections))
          : found;
        return {
          total: hits.length,
          counts: counted(found, question),
          ids: hits.slice(0, 20).map(({ id }) => id),
        };
      },
    };
  },
};
