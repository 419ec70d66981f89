import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readServices, type ServiceSettings } from './accounts/service-settings.ts';
import { readEmailAddress } from './mail/address.ts';

/** What an operator can set, all of it through the environment (docs/operating.md). */
export interface Settings {
  host: string;
  port: number;
  /** The folder of the embedded database, the door, attached files and the outgoing mail. Absolute. */
  dataDir: string;
  /** A PostgreSQL 15 or later; undefined means the embedded database. */
  databaseUrl: string | undefined;
  /** Where people reach this forum, without a slash at the end. */
  origin: string;
  /** Whether a first start loads the sample forum. */
  sample: boolean;
  /** The server mail goes out through; undefined means that mail is written to the folder `outbox`. */
  smtpUrl: string | undefined;
  /** Whom mail is from. */
  mailFrom: string;
  /** What cookies are signed with; undefined means one that is made and kept in the data folder. */
  secret: string | undefined;
  /** Institutions one can sign in with. */
  services: ServiceSettings[];
  /** The virus scanner that files are shown to, with its arguments; undefined means that they are not scanned. */
  scanCommand: string[] | undefined;
  /** Whether links to other sites are looked at now and then. */
  linkChecks: boolean;
}

/** A setting that cannot be used. The message names it, what was read and what would be taken. */
export class SettingError extends Error {}

/** Reads the settings. Throws `SettingError` for one that cannot be used: a server must not start half-configured. */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const host = given('HOST') ?? '127.0.0.1';
  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new SettingError(`PORT is “${given('PORT')}”; it must be a whole number from 0 to 65535.`);
  const databaseUrl = given('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new SettingError(
      'DATABASE_URL must begin with postgres:// or postgresql://. Leave it out for the embedded database.',
    );
  const sample = given('SAMPLE') ?? 'on';
  if (sample !== 'on' && sample !== 'off') throw new SettingError(`SAMPLE is “${sample}”; it must be on or off.`);
  const linkChecks = given('LINK_CHECKS') ?? 'on';
  if (linkChecks !== 'on' && linkChecks !== 'off')
    throw new SettingError(`LINK_CHECKS is “${linkChecks}”; it must be on or off.`);
  const smtpUrl = given('SMTP_URL');
  if (smtpUrl !== undefined && !/^smtps?:\/\/[^/]/.test(smtpUrl))
    throw new SettingError('SMTP_URL must begin with smtp:// or smtps:// and name a server.');
  const secret = given('SECRET');
  if (secret !== undefined && secret.length < 32)
    throw new SettingError('SECRET is too short: it must have at least 32 characters that nobody can guess.');
  const origin = readOrigin(given('ORIGIN')) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    host,
    port,
    dataDir: resolve(given('DATA_DIR') ?? './data'),
    databaseUrl,
    origin,
    sample: sample === 'on',
    smtpUrl,
    mailFrom: readSender(given('MAIL_FROM')) ?? `no-reply@${new URL(origin).hostname}`,
    secret,
    services: readServiceList(given('OIDC_PROVIDERS')),
    scanCommand: given('SCAN_COMMAND')?.split(/\s+/),
    linkChecks: linkChecks === 'on',
  };
}

function readServiceList(text: string | undefined): ServiceSettings[] {
  if (text === undefined) return [];
  const read = readServices(text);
  if ('wrong' in read)
    throw new SettingError(
      `OIDC_PROVIDERS cannot be read: ${read.wrong}. It must be a JSON list of objects with id, name, issuer, clientId, clientSecret and domains.`,
    );
  return read.services;
}

function readSender(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const address = readEmailAddress(text);
  if (address === null) throw new SettingError(`MAIL_FROM is “${text}”; it must be an e-mail address.`);
  return address;
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new SettingError(`ORIGIN is “${text}”; it must be like https://forum.example.org, without a path.`);
  return url.origin;
}

/**
 * The folder this program was installed in: migrations and the sample forum are read from it, and it is found in the same
 * way from the sources and from the built server.
 */
export function programFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'common-space') return folder;
  }
  throw new Error('The program’s own folder was not found: its package.json is missing.');
}
