import { type SQL, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '#platform/database.ts';
import { count, isOnlyTheirs, type NameChange } from './names.ts';

/**
 * Tables of invitations have a column `invitee`: the account of who was invited, null for somebody without one, whose `name` and `email` stand beside it. A room that
 * comes later is found by this and need not be known here.
 */
async function invitationTables(db: Database): Promise<string[]> {
  const rows = rowsOf<{ table: string }>(
    await db.execute(sql`select table_name as "table" from information_schema.columns
      where table_schema = current_schema() and column_name = 'invitee' and data_type = 'uuid' order by 1`),
  );
  return rows.map(({ table }) => table);
}

/** How many invitations there are of somebody. */
export async function countInvitations(db: Database, who: Omit<NameChange, 'by'>): Promise<number> {
  let all = 0;
  for (const table of await invitationTables(db)) {
    const theirs = await whichAreTheirs(db, who);
    const [row] = rowsOf<{ count: number }>(
      await db.execute(sql`select count(*)::int as count from ${sql.identifier(table)} where ${theirs}`),
    );
    all += row!.count;
  }
  return all;
}

/**
 * Takes away the invitations of somebody's account, with their links. Of those that went to the person without an account it stays that a colleague was asked, under
 * the number; their links lead nowhere. Says how many there were.
 */
export async function eraseInvitations(tx: Database, now: Date, change: NameChange): Promise<number> {
  let all = 0;
  for (const table of await invitationTables(tx)) {
    const of = sql.identifier(table);
    const theirs = await whichAreTheirs(tx, change);
    all += await count(tx, sql`delete from ${of} where invitee is not null and ${theirs}`);
    all += await count(
      tx,
      sql`update ${of} set name = ${change.by}, email = '', ended_at = coalesce(ended_at, ${now.toISOString()}::timestamptz)
        where invitee is null and ${theirs}`,
    );
  }
  return all;
}

/** Those of the account; those to the address; and where the address is forgotten already, those to a name that is one person's alone. */
async function whichAreTheirs(db: Database, { account, name, email }: Omit<NameChange, 'by'>): Promise<SQL> {
  const named = (await isOnlyTheirs(db, name)) ? sql`email = '' and name = ${name}` : sql`false`;
  return sql`(invitee = ${account} or (invitee is null and ((email <> '' and email = ${email}) or (${named}))))`;
}
