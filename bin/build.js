import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'build', '.made-from');
const SOURCES = ['src', 'static', 'package.json', 'package-lock.json', 'vite.config.ts'];

/** Builds the server where it has not been built from the sources as they are now. Throws when it cannot be built. */
export function buildWhenNeeded() {
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  console.error('Building Common Space (this happens once after each change) …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const made = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`The build failed:\n${made.stdout}${made.stderr}`);
  writeFileSync(stamp, sources);
}

/** What the sources are: every file's name, size and time of change. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}
