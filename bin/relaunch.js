import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST = 24;

/**
 * Runs this very command again on the Node that was installed with the program, where the one at hand is too old.
 * Within npm scripts and npx it is the right one already.
 */
export function onRightNode() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return;
  const node = join(import.meta.dirname, '..', 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(node)) {
    console.error(`Node ${OLDEST} or later is needed; this is ${process.versions.node}. Run "npm install" first.`);
    process.exit(1);
  }
  const { status, signal } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
