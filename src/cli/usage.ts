import { parseArgs } from 'node:util';
import type { Notice } from '#platform/languages.ts';

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
