import type { SearchDocument } from '../../src/forum/search/search-document.ts';
import type { Answer } from '../answers.ts';
import { type Facet, FACETS } from '../corpus.ts';
import type { Question } from '../questions.ts';

/** Another way to answer the same questions. */
export interface Peer {
  name: string;
  /** At most this many of the questions, where all would take too long: a whole number of rounds of the mix. */
  most?: number;
  build(
    documents: SearchDocument<Facet>[],
  ): Promise<{ ask(question: Question): Promise<Answer>; close?(): Promise<void> }>;
}

/** The selections of a question but for one facet's. */
export function without({ selections }: Question, facet: Facet): Question['selections'] {
  return Object.fromEntries(Object.entries(selections).filter(([name]) => name !== facet));
}

/** Whether a document carries a selected value of each facet. */
export function meets(values: Record<Facet, string[]>, selections: Question['selections']): boolean {
  return Object.entries(selections).every(([facet, chosen]) =>
    chosen.some((value) => values[facet as Facet].includes(value)),
  );
}

/** Counts in plain JavaScript, for engines that only find: each facet among the documents that meet all the others. */
export function counted(found: readonly SearchDocument<Facet>[], question: Question): Answer['counts'] {
  const counts = {} as Answer['counts'];
  const selected = Object.keys(question.selections).length > 0;
  const hits = selected ? found.filter(({ values }) => meets(values, question.selections)) : found;
  for (const facet of FACETS) {
    const others = question.selections[facet] ? without(question, facet) : null;
    const left = others ? found.filter(({ values }) => meets(values, others)) : hits;
    const byValue = new Map<string, number>();
    for (const { values } of left) for (const value of values[facet]) byValue.set(value, (byValue.get(value) ?? 0) + 1);
    counts[facet] = byValue;
  }
  return counts;
}
