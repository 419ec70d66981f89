import { writeFile } from 'node:fs/promises';
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
  const { tokens } = parseArgs({ args: words, options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') check(token, options);
  return parseArgs({ args: words, options, allowPositionals: true, strict: true });
}

function check(
  {
    name,
    rawName,
    value,
    inlineValue,
  }: { name: string; rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
  options: Options,
): void {
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name] : undefined;
  if (!option) {
    const known = Object.keys(options).map((one) => `--${one}`);
    throw new WrongUsage({ key: 'cli.unknown-option', values: { option: rawName, known: known.join(' ') } });
  }
  if (option.type === 'boolean' && value !== undefined)
    throw new WrongUsage({ key: 'cli.option-takes-no-value', values: { option: rawName } });
  // What looks like the next option is no value, unless an equals sign says that it is: --q=-x.
  const missing = value === undefined || value === '' || (value.startsWith('-') && !inlineValue);
  if (option.type === 'string' && missing)
    throw new WrongUsage({ key: 'cli.option-needs-value', values: { option: rawName } });
}

/** Writes a file where the words say. Throws `WrongUsage` where that cannot be written. */
export async function saveAs(path: string, body: Uint8Array): Promise<void> {
  await writeFile(path, body).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUsage({ key: 'cli.cannot-write', values: { path, reason: error.code ?? error.message } });
  });
}
