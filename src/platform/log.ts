import { pino, type Logger } from 'pino';

export type { Logger };

/** The log: one JSON line an event on standard output. What could be a secret or a person's address is never a field of it. */
export function createLog(level = process.env['LOG_LEVEL'] ?? 'info'): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.authorization', 'headers'], remove: true },
  });
}
