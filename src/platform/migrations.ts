import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { alone, rowsOf, type Database } from './database.ts';
import { programFolder } from './settings.ts';

/**
 * Brings the schema up to date: runs each file of `migrations/` that has not run yet, in order of name, all in one
 * transaction and under a lock, so that two servers starting at once do it once. A file that ran must never change.
 * Throws when one did, or when the database is ahead of this program.
 */
export async function migrate(db: Database): Promise<void> {
  const folder = join(programFolder(), 'migrations');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await db.transaction(async (tx) => {
    await alone(tx, 'migrate');
    await tx.execute(sql`create table if not exists migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const done = new Map(
      rowsOf<{ name: string; checksum: string }>(await tx.execute(sql`select name, checksum from migrations`)).map(
        (row) => [row.name, row.checksum],
      ),
    );
    const unknown = [...done.keys()].filter((name) => !files.includes(name));
    if (unknown.length > 0)
      throw new Error(
        `The database was made by a later Common Space (it has ${unknown.join(', ')}). Install that one.`,
      );
    for (const name of files) {
      const text = readFileSync(join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const before = done.get(name);
      if (before === checksum) continue;
      if (before !== undefined) throw new Error(`The migration ${name} has changed since it ran here.`);
      // One statement at a time: both drivers then use the same protocol, and an error names its statement.
      for (const statement of text.split(/;\s*\n/)) if (statement.trim()) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migrations (name, checksum) values (${name}, ${checksum})`);
    }
  });
}
