import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** What the tests need beside Node, or why it is not there. */
export type Found = { path: string } | { missing: string };

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium: the one CHROME_PATH names, the system's, Playwright's own, or, as root on Debian, one installed now. */
export function findChromium(): Found {
  const own = [process.env['CHROME_PATH'], ...CHROMIUMS, chromium.executablePath()];
  const known = own.find((path) => path && existsSync(path));
  if (known) return { path: known };
  return installed('chromium', () => CHROMIUMS.find((path) => existsSync(path)));
}

/** The folder with the programs of a PostgreSQL 15 or later. */
export function findPostgres(): Found {
  const known = postgresFolder();
  return known ? { path: known } : installed('postgresql', postgresFolder);
}

function postgresFolder(): string | undefined {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).map(Number) : [];
  const usable = versions.filter((version) => version >= 15).sort((a, b) => b - a);
  return usable.map((version) => join(base, String(version), 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

function installed(name: string, look: () => string | undefined): Found {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0)
    return { missing: `${name} was not found, and only root on Debian can have it installed here` };
  console.log(`Installing ${name} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: 'ignore', env: environment } as const;
  try {
    execFileSync('apt-get', ['update'], quiet);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
  } catch {
    return { missing: `${name} could not be installed` };
  }
  const path = look();
  return path ? { path } : { missing: `${name} was installed but not found` };
}
