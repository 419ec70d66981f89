import type { Context } from '#platform/context.ts';
import type { Complaint } from '#platform/problem.ts';
import type { DraftForm } from '#forum/drafts/index.ts';
import { practicesById } from '#forum/practices/index.ts';

/** Whether a practice is named as one that it was taken over from that is not here, and was not named `before`; null where none is. */
export async function unknownOrigins(
  { db }: Context,
  { replicates = [] }: Partial<DraftForm>,
  before: readonly string[],
): Promise<Complaint[] | null> {
  const added = replicates.filter((id) => !before.includes(id));
  if (added.length === 0) return null;
  const here = new Set((await practicesById(db, added)).map(({ id }) => id));
  const unknown = added.find((id) => !here.has(id));
  return unknown === undefined
    ? null
    : [{ name: 'replicates', notice: { key: 'api.no-practice', values: { code: unknown } } }];
}
