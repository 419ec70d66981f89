import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const PATH = join(import.meta.dirname, 'results.md');

/** What a bench ran on. */
export function machine(): string {
  return (
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}.`
  );
}

/** Prints the results of a bench and puts them into bench/results.md under their title, in the place of those before. */
export function writePart(title: string, lines: readonly string[]): void {
  const part = [`# ${title}`, '', ...lines, ''].join('\n');
  console.log(part);
  const parts = existsSync(PATH) ? readFileSync(PATH, 'utf8').split(/^(?=# )/m) : [];
  const at = parts.findIndex((one) => one.startsWith(`# ${title}\n`));
  const whole = at < 0 ? [...parts, part] : parts.with(at, part);
  writeFileSync(PATH, `${whole.map((one) => one.trimEnd()).join('\n\n')}\n`);
}
