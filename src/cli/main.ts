import { SettingError, settingsFrom } from '#platform/settings.ts';
import { thisTerminal } from './terminal.ts';
import { type Command, WrongUsage } from './usage.ts';

/** A file a command; none is read before it is asked for, since each brings much with it. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  suggest: async () => (await import('./commands/suggest.ts')).suggestCommand,
  user: async () => (await import('./commands/user.ts')).userCommand,
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
    return await (
      await command()
    )(rest, settingsFrom(process.env), terminal);
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
