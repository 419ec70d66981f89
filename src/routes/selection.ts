import type { Complaint } from '#platform/problem.ts';
import { parseFilter, type PracticeFilter, type Source } from '#forum/practices/index.ts';

/** What an address asks of the catalogue, and what of it could not be read. */
export interface Selection {
  filter: PracticeFilter;
  complaints: Complaint[];
  sources: ReadonlyMap<string, Source>;
}

/** Reads the query of an address. `paged` and `sized` say whether it may name a page and a page's size. */
export async function selectionOf(
  url: URL,
  { ctx, forum }: App.Locals,
  door: { paged: boolean; sized: boolean },
): Promise<Selection> {
  const sources = await forum.search.sources(ctx.db, ctx.now);
  const read = parseFilter(url.searchParams, { ...door, sources: new Set(sources.keys()) });
  return { ...read, sources };
}
