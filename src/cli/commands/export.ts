import { EXPORT_FORMATS, FACETS, type ExportFormat, writeExport } from '#forum/practices/index.ts';
import { withForum } from '../reach.ts';
import { type Command, readWords, saveAs, WrongUsage } from '../usage.ts';

/** `export practices --format F [--out FILE] [filters as in the address]`: a selection of the catalogue, without loss. */
export const exportCommand: Command = async (words, settings, terminal) => {
  const several = { type: 'string', multiple: true } as const;
  const { values, positionals } = readWords(words, {
    format: { type: 'string' },
    out: { type: 'string' },
    q: several,
    sort: several,
    ...(Object.fromEntries(FACETS.map((facet) => [facet, several])) as Record<string, typeof several>),
  });
  const { format, out, ...filters } = values as { format?: string; out?: string } & Record<string, string[]>;
  if (positionals.length !== 1 || positionals[0] !== 'practices') throw new WrongUsage({ key: 'cli.export-what' });
  if (!isFormat(format))
    throw new WrongUsage({
      key: 'problems.unknown-format',
      values: { format: format ?? '', known: EXPORT_FORMATS.join(', ') },
    });
  const parameters = Object.entries(filters).flatMap(([name, list]) =>
    (list as string[]).map((value): [string, string] => [name, value]),
  );
  const selected = await withForum(settings, (ask) => ask('practices.select', { parameters }));
  if ('complaints' in selected) {
    for (const { notice } of selected.complaints) terminal.note(terminal.say(notice));
    return 1;
  }
  const { body } = await writeExport(format, selected.practices, selected.origin, new Date().getUTCFullYear());
  if (out === undefined) terminal.bytes(body);
  else {
    await saveAs(out, body);
    terminal.note(terminal.t('cli.exported', { count: selected.practices.length, file: out }));
  }
  return 0;
};

const isFormat = (text: string | undefined): text is ExportFormat => EXPORT_FORMATS.some((format) => format === text);
