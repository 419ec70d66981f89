import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Notice } from '#platform/languages.ts';
import {
  type ImportEntry,
  type ImportFile,
  type ImportOutcome,
  readImportRows,
  type Refusal,
} from '#forum/practices/index.ts';
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

  const file = basename(path);
  const refuse = (problem: Notice): 1 => {
    if (values.json) terminal.out(JSON.stringify({ file, applied: false, problem: terminal.say(problem) }, null, 2));
    else terminal.note(terminal.say(problem));
    return 1;
  };
  const heard = hearing(values.json ? Infinity : NAMED);
  const edition = values.edition === undefined ? undefined : Number(values.edition);
  const done = await withForum(settings, async (ask) => {
    const read = await readImportRows(fileAt(path), edition, terminal.progress(terminal.t('cli.reading')));
    if (!read.ok) return read;
    const told = { progress: terminal.progress(terminal.t('cli.importing')), tell: heard.tell };
    const order = { file, apply: values.apply === true };
    const outcome = await ask('practices.import', order, { items: read.rows, ...told });
    return outcome.problem
      ? { ok: false as const, problem: outcome.problem }
      : { ok: true as const, outcome, unknown: read.unknownHeaders() };
  });
  if (!done.ok) return refuse(done.problem);
  const { outcome, unknown } = done;
  if (values.json) terminal.out(JSON.stringify(asJson(file, outcome, heard.entries, terminal), null, 2));
  else tell(outcome, heard.entries, unknown, values.apply === true, terminal);
  return outcome.counts.refused > 0 ? 1 : 0;
};

/** A file of this machine. What cannot be opened is wrong usage. */
function fileAt(path: string): ImportFile {
  return {
    name: basename(path),
    async *chunks() {
      try {
        yield* createReadStream(path) as AsyncIterable<Uint8Array>;
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new WrongUsage({ key: 'cli.cannot-open', values: { path, reason: code ?? message } });
      }
    },
  };
}

type Entries = { [Kind in ImportEntry['kind']]: Extract<ImportEntry, { kind: Kind }>[] };

/** Keeps what is told of rows, at most so many of a kind. */
function hearing(most: number): { entries: Entries; tell(entries: unknown[]): Promise<void> } {
  const entries: Entries = { new: [], changed: [], unchanged: [], refused: [], likelyDuplicate: [] };
  return {
    entries,
    async tell(told) {
      for (const entry of told as ImportEntry[]) {
        const list = entries[entry.kind] as ImportEntry[];
        if (list.length < most) list.push(entry);
      }
    },
  };
}

function asJson(file: string, { applied, rows }: ImportOutcome, entries: Entries, terminal: Terminal) {
  const plain = <Entry extends ImportEntry>(list: Entry[]) => list.map(({ kind: _, ...said }) => said);
  const refused = entries.refused.map(({ kind: _, why, accepts, ...where }) => ({
    ...where,
    why: terminal.say(why),
    ...(accepts && { accepts: terminal.say(accepts) }),
  }));
  return {
    file,
    rows,
    applied,
    new: plain(entries.new),
    changed: plain(entries.changed),
    unchanged: plain(entries.unchanged),
    refused,
    likelyDuplicates: plain(entries.likelyDuplicate),
  };
}

/** How many of a kind are named one by one; the rest is counted. `--json` gives them all. */
const NAMED = 50;

function tell(
  { applied, rows, counts, refusedRows }: ImportOutcome,
  entries: Entries,
  unknown: string[],
  apply: boolean,
  terminal: Terminal,
): void {
  const { out, t } = terminal;
  const list = <Item>(items: Item[], count: number, line: (item: Item) => string) => {
    items.forEach((item) => out(`  ${line(item)}`));
    if (count > items.length) out(`  ${t('cli.and-more', { count: count - items.length })}`);
  };
  out(t('cli.rows-read', { count: rows }));
  if (unknown.length > 0) out(t('cli.columns-not-used', { columns: unknown.join(', ') }));
  out(t('cli.new', { count: counts.new }));
  list(entries.new, counts.new, ({ row, title }) => t('cli.row', { row, text: title }));
  out(t('cli.changed', { count: counts.changed }));
  list(entries.changed, counts.changed, ({ row, title, differences }) => {
    const lines = differences.map(({ field, before, after }) => `\n      ${field}: ${brief(before)} → ${brief(after)}`);
    return t('cli.row', { row, text: title }) + lines.join('');
  });
  out(t('cli.unchanged', { count: counts.unchanged }));
  if (counts.likelyDuplicate > 0) {
    out(t('cli.likely-duplicates', { count: counts.likelyDuplicate }));
    list(entries.likelyDuplicate, counts.likelyDuplicate, ({ row, title, of }) =>
      t('cli.row', { row, text: `${title} ≈ ${of.title} (${of.slug ?? t('cli.row-number', { row: of.row ?? 0 })})` }),
    );
  }
  out(t('cli.refused', { count: refusedRows }));
  list(entries.refused, counts.refused, (refusal) => refusalLine(refusal, terminal));
  if (applied) out(t('cli.applied'));
  else if (counts.refused > 0 && apply) out(t('cli.nothing-applied'));
  else out(t(counts.refused > 0 ? 'cli.dry-run-refused' : 'cli.dry-run'));
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
