import { parseArgs } from 'node:util';
import type { Notice } from '#platform/languages.ts';
import type { Settings } from '#platform/settings.ts';
import type { Terminal } from './terminal.ts';

/** Does one command and returns its exit code: 0 done, 1 something in the input was refused, 2 wrong usage. */
export type Command = (words: string[], settings: Settings, terminal: Terminal) => Promise<0 | 1>;

/** The command was not written as it must be. */
export class WrongUsage extends Error {
  readonly notice: Notice;
  constructor(notice: Notice) {
    super(notice.key);
    this.notice = notice;
  }
}

type Options = Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>;

/** Reads a command's words strictly. Throws `WrongUsage` for an option it does not have or one without its value. */
export function readWords<Given extends Options>(words: string[], options: Given) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage({ key: 'cli.cannot-read', values: { reason: (error as Error).message } });
  }
}
