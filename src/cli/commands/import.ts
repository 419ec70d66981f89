import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { basename } from 'node:path';
import { MOST_FILE_BYTES, readImportRows, type ImportOutcome, type Refusal } from '#forum/practices/index.ts';
import { withForum } from '../reach.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, readWords, WrongUsage } from '../usage.ts';

/** `import FILE [--apply] [--edition YEAR] [--json]`: says what a file would change, and with --apply changes it. */
export const importCommand: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, {
    apply: { type: 'boolean' },
    json: { type: 'boolean' },
    edition: { type: 'string' },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage({ key: 'cli.import-wants-one-file' });
  if (values.edition !== undefined && !/^20\d\d$/.test(values.edition))
    throw new WrongUsage({ key: 'cli.edition-is-a-year', values: { value: values.edition } });

  // One byte more than is read tells that a file is too large, whatever its size is.
  const bytes = await buffer(createReadStream(path, { end: MOST_FILE_BYTES })).catch((error: NodeJS.ErrnoException) => {
    throw new WrongUsage({ key: 'cli.cannot-open', values: { path, reason: error.code ?? error.message } });
  });
  const file = basename(path);
  const read = await readImportRows(
    { name: file, bytes },
    values.edition === undefined ? undefined : Number(values.edition),
    terminal.progress(terminal.t('cli.reading')),
  );
  if (!read.ok) {
    const problem = terminal.say(read.problem);
    if (values.json) terminal.out(JSON.stringify({ file, applied: false, problem }, null, 2));
    else terminal.note(problem);
    return 1;
  }
  const outcome = await withForum(settings, (ask) =>
    ask(
      'practices.import',
      { file, rows: read.rows, apply: values.apply === true },
      terminal.progress(terminal.t('cli.importing')),
    ),
  );
  if (values.json) terminal.out(JSON.stringify(asJson(file, read.rows.length, outcome, terminal), null, 2));
  else tell(outcome, read.rows.length, read.unknownHeaders, values.apply === true, terminal);
  return outcome.refused.length > 0 ? 1 : 0;
};

function asJson(file: string, rows: number, outcome: ImportOutcome, terminal: Terminal) {
  const refused = outcome.refused.map(({ why, accepts, ...where }) => ({
    ...where,
    why: terminal.say(why),
    ...(accepts && { accepts: terminal.say(accepts) }),
  }));
  return { file, rows, ...outcome, refused };
}

/** How many of a kind are named one by one; the rest is counted. `--json` gives them all. */
const NAMED = 50;

function tell(outcome: ImportOutcome, rows: number, unknown: string[], apply: boolean, terminal: Terminal): void {
  const { out, t } = terminal;
  const list = <Item>(items: Item[], line: (item: Item) => string) => {
    items.slice(0, NAMED).forEach((item) => out(`  ${line(item)}`));
    if (items.length > NAMED) out(`  ${t('cli.and-more', { count: items.length - NAMED })}`);
  };
  out(t('cli.rows-read', { count: rows }));
  if (unknown.length > 0) out(t('cli.columns-not-used', { columns: unknown.join(', ') }));
  out(t('cli.new', { count: outcome.new.length }));
  list(outcome.new, ({ row, title }) => t('cli.row', { row, text: title }));
  out(t('cli.changed', { count: outcome.changed.length }));
  list(outcome.changed, ({ row, title, differences }) => {
    const lines = differences.map(({ field, before, after }) => `\n      ${field}: ${brief(before)} → ${brief(after)}`);
    return t('cli.row', { row, text: title }) + lines.join('');
  });
  out(t('cli.unchanged', { count: outcome.unchanged.length }));
  if (outcome.likelyDuplicates.length > 0) {
    out(t('cli.likely-duplicates', { count: outcome.likelyDuplicates.length }));
    list(outcome.likelyDuplicates, ({ row, title, of }) =>
      t('cli.row', { row, text: `${title} ≈ ${of.title} (${of.slug ?? t('cli.row-number', { row: of.row ?? 0 })})` }),
    );
  }
  out(t('cli.refused', { count: new Set(outcome.refused.map(({ row }) => row)).size }));
  list(outcome.refused, (refusal) => refusalLine(refusal, terminal));
  if (outcome.applied) out(t('cli.applied'));
  else if (outcome.refused.length > 0 && apply) out(t('cli.nothing-applied'));
  else out(t(outcome.refused.length > 0 ? 'cli.dry-run-refused' : 'cli.dry-run'));
}

function refusalLine({ row, column, read, why, accepts }: Refusal, terminal: Terminal): string {
  const reason = [terminal.say(why), accepts && terminal.say(accepts)].filter(Boolean).join(' ');
  return terminal.t('cli.refusal', { row, column, read, reason });
}

/** A value short enough for one line of a terminal. */
function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/\s+/g, ' ');
  return line === '' ? '∅' : line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
