import { type SQL, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import { VISITOR } from '#platform/context.ts';
import { OPERATOR } from '../authority.ts';

/** Whose name is replaced, and by what. */
export interface NameChange {
  account: string | null;
  name: string;
  email: string | null;
  /** What stands there from now on. */
  by: string;
}

/**
 * The columns that hold the names of those who did something, in whatever table: they are called `actor` or `author_name`, and where a column
 * `account` stands beside them it says which of two of one name it was. A room that comes later is found by this and need not be known here.
 */
const NAMED = ['actor', 'author_name'];

/** The columns of JSON in which names and addresses may stand as whole values. */
const DETAILED = ['detail', 'data', 'checklist'];

/** Replaces somebody's name wherever it stands beside what they did. Says in how many rows. */
export async function replaceName(tx: Database, change: NameChange): Promise<number> {
  let rows = 0;
  for (const { table, column, withAccount } of await columnsCalled(tx, NAMED, 'text')) {
    const [of, at] = [sql.identifier(table), sql.identifier(column)];
    if (withAccount && change.account !== null)
      rows += await count(
        tx,
        sql`update ${of} set ${at} = ${change.by}, account = null where account = ${change.account}`,
      );
    // What was written before accounts were noted beside names, or where none stands.
    if (await isOnlyTheirs(tx, change.name))
      rows += await count(
        tx,
        sql`update ${of} set ${at} = ${change.by} where ${at} = ${change.name} ${withAccount ? sql`and account is null` : sql``}`,
      );
  }
  return rows;
}

/** Replaces somebody's name, address and account where they stand as a whole value in the details of something. Says in how many rows. */
export async function replaceInDetails(tx: Database, { account, name, email, by }: NameChange): Promise<number> {
  let rows = 0;
  const texts = [account, email, (await isOnlyTheirs(tx, name)) ? name : null].filter((text) => text !== null);
  for (const { table, column } of await columnsCalled(tx, DETAILED, 'jsonb'))
    for (const text of texts) rows += await count(tx, replaced(table, column, text, by));
  return rows;
}

function replaced(table: string, column: string, text: string, by: string): SQL {
  const [at, was] = [sql.identifier(column), JSON.stringify(text)];
  return sql`update ${sql.identifier(table)}
    set ${at} = replace(${at}::text, ${was}, ${JSON.stringify(by)})::jsonb where position(${was} in ${at}::text) > 0`;
}

/** Whether a name is one person's alone: then it is theirs wherever it stands. */
export async function isOnlyTheirs(tx: Database, name: string): Promise<boolean> {
  if ([OPERATOR.name, VISITOR.name].includes(name)) return false;
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`select count(*)::int as count from persons where name = ${name}`),
  );
  return row!.count <= 1;
}

async function columnsCalled(
  tx: Database,
  called: readonly string[],
  type: 'text' | 'jsonb',
): Promise<{ table: string; column: string; withAccount: boolean }[]> {
  const names = sql.join(
    called.map((name) => sql`${name}`),
    sql`, `,
  );
  return rowsOf(
    await tx.execute(sql`
      select found.table_name as "table", found.column_name as "column", exists (
        select 1 from information_schema.columns beside
        where beside.table_schema = found.table_schema and beside.table_name = found.table_name
          and beside.column_name = 'account' and beside.data_type = 'uuid') as "withAccount"
      from information_schema.columns found
      where found.table_schema = current_schema() and found.data_type = ${type} and found.column_name in (${names})
      order by 1, 2`),
  );
}

/** Runs a change and says how many rows it changed, whichever driver ran it. */
export async function count(tx: Database, change: SQL): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`with changed as (${change} returning 1) select count(*)::int as count from changed`),
  );
  return row!.count;
}
