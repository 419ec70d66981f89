import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe } from 'vitest';
import { openInMemory, openPostgres, type OpenDatabase } from '#platform/open-database.ts';

const url = process.env['TEST_POSTGRES'];

/** Describes the same tests on the embedded database and, where there is one, on a real PostgreSQL. */
export function eachDatabase(what: string, tests: (open: () => Promise<OpenDatabase>) => void): void {
  describe(`${what}, on the embedded database`, () => tests(openInMemory));
  describe.skipIf(!url)(`${what}, on PostgreSQL`, () => tests(async () => openPostgres(await freshPostgres())));
}

/** What a server or command is to be told so that it has a new and empty database, for each kind that is here. */
export function emptyDatabases(): { name: string; fresh: () => Promise<Record<string, string>> }[] {
  return [
    { name: 'the embedded database', fresh: async () => ({}) },
    ...(url ? [{ name: 'PostgreSQL', fresh: async () => ({ DATABASE_URL: await freshPostgres() }) }] : []),
  ];
}

/** The address of a new and empty database of the PostgreSQL under test. */
export async function freshPostgres(): Promise<string> {
  const name = `t${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url!.replace(/\/postgres$/, `/${name}`);
}
