import { type DestinationStream, pino, type Logger } from 'pino';

export type { Logger };

/** What must never be read in a log, by the names things have in requests, errors and our own values. */
const SECRETS = ['password', 'token', 'secret', 'link', 'cookie', 'authorization', 'headers', 'email'];

/**
 * The log: one JSON line an event on standard output. What could be a secret or a person's address is never a field of it; where one
 * is handed over all the same, it is left out.
 */
export function createLog(level = process.env['LOG_LEVEL'] ?? 'info', destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), remove: true },
  };
  return destination ? pino(options, destination) : pino(options);
}
