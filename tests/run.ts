/**
 * `npm test`: every check and every test, each stage run whatever became of the one before, and one line of totals at the
 * end. What had to be skipped is said, with the reason.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findPostgres } from './support/provision.ts';
import { startPostgres } from './support/postgres.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const totals = { passed: 0, failed: 0, skipped: 0 };
const skips: string[] = [];
const environment: Record<string, string | undefined> = {
  ...process.env,
  PATH: `${bin}:${process.env['PATH']}`,
  CI: '1',
};
const scratch = mkdtempSync(join(tmpdir(), 'common-space-run-'));

/** A check that passes or fails as one. */
function check(name: string, command: string, ...words: string[]): void {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, words, { cwd: root, env: environment, stdio: 'inherit' });
  totals[status === 0 ? 'passed' : 'failed']++;
}

/** A run of Vitest, whose own counts are added. */
function tests(name: string, ...folders: string[]): void {
  console.log(`\n== ${name}`);
  const report = join(scratch, `${totals.passed}.json`);
  const words = ['run', ...folders, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('vitest', words, { cwd: root, env: environment, stdio: 'inherit' });
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    totals.passed += counts['numPassedTests']!;
    totals.failed += counts['numFailedTests']!;
    totals.skipped += counts['numPendingTests']! + (counts['numTodoTests'] ?? 0);
    // A file that cannot even be loaded has no test that failed, and must not pass for green.
    if (status !== 0 && counts['numFailedTests'] === 0) totals.failed++;
  } catch {
    totals.failed++;
  }
}

check('Types of the routes', 'svelte-kit', 'sync');
check('Format', 'prettier', '--check', '--log-level', 'warn', '.');
check('Lint', 'eslint', '.');
check('Types', 'tsc', '--noEmit', '-p', '.');
check('Types of the components', 'svelte-check', '--threshold', 'error', '--output', 'human');
check('Who may import whom', 'depcruise', 'src', '--config', '.dependency-cruiser.cjs');

const postgres = findPostgres();
let database: Awaited<ReturnType<typeof startPostgres>> | undefined;
if ('path' in postgres) {
  database = await startPostgres(postgres.path);
  environment['TEST_POSTGRES'] = database.url;
} else skips.push(`tests on PostgreSQL: ${postgres.missing}`);
const chromium = findChromium();
if ('path' in chromium) environment['CHROME_PATH'] = chromium.path;
else skips.push(`tests in a browser: ${chromium.missing}`);

try {
  tests('Rules, parsers, stores', 'src');
  check('Build', process.execPath, '-e', "import('./bin/build.js').then((build) => build.buildWhenNeeded())");
  tests('The whole program', 'tests');
} finally {
  await database?.stop();
  rmSync(scratch, { recursive: true, force: true });
}

for (const skip of skips) console.log(`\nSkipped: ${skip}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 ? 1 : 0);
