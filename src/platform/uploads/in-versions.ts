import { sql } from 'drizzle-orm';
import { rowsOf } from '../database.ts';
import { versions } from '../tables.ts';
import type { Referred } from './remove-unused.ts';

/**
 * The files that any version of anything speaks of, in a list `attachments` of objects with an `id`. Whatever was ever written with
 * a file can be restored with it, so a file is not spoken of any more only where it was never saved in anything.
 */
export const inVersions: Referred = async (db, ids) => {
  if (ids.length === 0) return new Set();
  const wanted = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  // The condition on the list is that of the index versions_with_files: of a hundred thousand versions few have any.
  const rows = rowsOf<{ id: string }>(
    await db.execute(sql`
      select distinct found #>> '{}' as id
      from ${versions}, jsonb_path_query(content, '$.attachments[*].id') as found
      where content -> 'attachments' <> '[]'::jsonb and found #>> '{}' in (${wanted})`),
  );
  return new Set(rows.map(({ id }) => id));
};
