/**
 * `node bench/import.ts [rows]`: a CSV of many practices (100,000 unless told) through the command line, first held against
 * the catalogue and then written, on the embedded database and on PostgreSQL, beside PostgreSQL's COPY of the same rows into a
 * table of texts. Prints times, their ratios and the most memory the command held, and adds them to bench/results.md.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../tests/support/provision.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { newFolder, removeFolder } from '../tests/support/server.ts';
import { writePracticesCsv } from './practices-csv.ts';
import { machine, writePart } from './results.ts';

const size = Number(process.argv[2] ?? 100_000);
const root = join(import.meta.dirname, '..');
const folder = newFolder();
const file = join(folder, 'practices.csv');
await writePracticesCsv(file, size);

/** Runs the import, and looks at its memory until it ends. */
async function imported(environment: Record<string, string>, ...words: string[]) {
  const began = performance.now();
  const command = spawn(process.execPath, [join(root, 'bin', 'common-space.js'), 'import', file, ...words], {
    env: { ...process.env, SAMPLE: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  command.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let megabytes = 0;
  const look = setInterval(() => (megabytes = Math.max(megabytes, residentAt(command.pid!))), 50);
  const code = await new Promise((resolve) => command.once('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${said}`);
  return { seconds: (performance.now() - began) / 1000, megabytes };
}

/** The most memory a process has held so far, in megabytes; 0 where the system does not tell. */
function residentAt(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function copied(bin: string, url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'create table copied (title text, summary text, sdg text, countries text, themes text, dates text)',
  );
  await client.end();
  const began = performance.now();
  execFileSync(join(bin, 'psql'), ['-q', url, '-c', `\\copy copied from '${file}' with (format csv, header)`]);
  return (performance.now() - began) / 1000;
}

const rows: { what: string; seconds: number; megabytes: number | null }[] = [];
const found = findPostgres();
let copy: number | null = null;
if ('path' in found) {
  const server = await startPostgres(found.path);
  copy = await copied(found.path, server.url);
  rows.push({ what: 'COPY into a table of texts, PostgreSQL', seconds: copy, megabytes: null });
  const there = { DATABASE_URL: server.url, DATA_DIR: folder };
  rows.push({ what: 'Dry run, PostgreSQL', ...(await imported(there)) });
  rows.push({ what: 'Import, PostgreSQL', ...(await imported(there, '--apply')) });
  rows.push({ what: 'The same file again (nothing changes), PostgreSQL', ...(await imported(there, '--apply')) });
  await server.stop();
}
rows.push({ what: 'Dry run, embedded database', ...(await imported({ DATA_DIR: folder })) });
rows.push({ what: 'Import, embedded database', ...(await imported({ DATA_DIR: folder }, '--apply')) });
rows.push({
  what: 'The same file again (nothing changes), embedded database',
  ...(await imported({ DATA_DIR: folder }, '--apply')),
});
const megabytesOfFile = statSync(file).size / 2 ** 20;
removeFolder(folder);

writePart('Import at size', [
  `${size.toLocaleString('en')} rows of CSV (${megabytesOfFile.toFixed(0)} MB), by the command line, start of the process included. ${machine()}`,
  '',
  '| what | seconds | against COPY | rows a second | most memory, MB |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ({ what, seconds, megabytes }) =>
      `| ${what} | ${seconds.toFixed(1)} | ${copy === null ? '–' : `${(seconds / copy).toFixed(1)} ×`} | ` +
      `${Math.round(size / seconds).toLocaleString('en')} | ${megabytes === null ? '–' : megabytes.toFixed(0)} |`,
  ),
]);
