import { LOCALES, type Locale } from '#vocab/language.ts';
import { say, translate, type MessageKey, type MessageValues, type Notice } from '#platform/languages.ts';
import type { Progress } from '#platform/door.ts';

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  locale: Locale;
  out(text: string): void;
  bytes(bytes: Uint8Array): void;
  note(text: string): void;
  /** Shows how far something has come, where a person watches; silent in a pipe or a log. */
  progress(label: string): Progress;
  t(key: MessageKey, values?: MessageValues): string;
  say(notice: Notice): string;
}

/** The terminal of this process, in the language its environment asks for (LC_ALL, LC_MESSAGES, LANG), else in English. */
export function thisTerminal(): Terminal {
  const locale = localeOf(process.env);
  return {
    locale,
    out: (text) => void process.stdout.write(`${text}\n`),
    bytes: (bytes) => void process.stdout.write(bytes),
    note: (text) => void process.stderr.write(`${text}\n`),
    progress: (label) => (process.stderr.isTTY ? bar(label) : () => undefined),
    t: (key, values) => translate(locale, key, values),
    say: (notice) => say(locale, notice),
  };
}

function localeOf(environment: Record<string, string | undefined>): Locale {
  const asked = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return LOCALES.find((locale) => locale === asked.slice(0, 2).toLowerCase()) ?? 'en';
}

const WIDTH = 30;
/** Short work shows no bar: it would only flicker. Milliseconds. */
const SHORT = 500;

function bar(label: string): Progress {
  const began = Date.now();
  let shown = false;
  return (done, total) => {
    if (!shown && Date.now() - began < SHORT) return;
    shown = true;
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    const line = `${label} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total}`;
    process.stderr.write(`\r${line}${done >= total ? '\n' : ''}`);
  };
}
