import { SettingError, settingsFrom } from '#platform/settings.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { reportCommand } from './commands/report.ts';
import { suggestCommand } from './commands/suggest.ts';
import { userCommand } from './commands/user.ts';
import { thisTerminal } from './terminal.ts';
import { type Command, WrongUsage } from './usage.ts';

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  export: exportCommand,
  report: reportCommand,
  suggest: suggestCommand,
  user: userCommand,
};

/** Runs the command line `words` (without the program's name) and returns the exit code. */
export async function main(words: string[]): Promise<number> {
  const terminal = thisTerminal();
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || words.some((word) => word === '--help' || word === '-h')) {
    terminal.out(terminal.t('cli.usage'));
    return name === undefined ? 2 : 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new WrongUsage({ key: 'cli.unknown-command', values: { name } });
    return await command(rest, settingsFrom(process.env), terminal);
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.note(terminal.say(error.notice));
      terminal.note(terminal.t('cli.see-help'));
      return 2;
    }
    terminal.note(error instanceof Error ? error.message : String(error));
    return error instanceof SettingError ? 2 : 1;
  }
}
