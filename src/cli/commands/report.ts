import { ANNEX_FORMATS, type AnnexFormat, writeAnnex } from '#forum/reports/index.ts';
import { isLocale, LOCALES } from '#vocab/language.ts';
import { withForum } from '../reach.ts';
import { type Command, readWords, saveAs, WrongUsage } from '../usage.ts';

/** `report annex --edition YEAR --format F --out FILE [--language L]`: the annex of practices of an edition's report. */
export const reportCommand: Command = async (words, settings, terminal) => {
  const { values, positionals } = readWords(words, {
    edition: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  });
  if (positionals.length !== 1 || positionals[0] !== 'annex') throw new WrongUsage({ key: 'cli.report-which' });
  const { edition = '', format, out, language = 'en' } = values;
  if (!/^20\d\d$/.test(edition)) throw new WrongUsage({ key: 'cli.edition-is-a-year', values: { value: edition } });
  if (!isFormat(format))
    throw new WrongUsage({
      key: 'problems.unknown-format',
      values: { format: format ?? '', known: ANNEX_FORMATS.join(', ') },
    });
  if (!isLocale(language))
    throw new WrongUsage({ key: 'cli.unknown-language', values: { language, known: LOCALES.join(', ') } });
  if (out === undefined) throw new WrongUsage({ key: 'cli.out-is-needed' });

  const annex = await withForum(settings, (ask) =>
    ask('reports.annex', { edition: Number(edition), locale: language }),
  );
  if (annex === null) {
    terminal.note(terminal.t('cli.nothing-from-edition', { edition: Number(edition) }));
    return 1;
  }
  const { body } = await writeAnnex(format, annex, language);
  await saveAs(out, body);
  const count = annex.parts.reduce((sum, part) => sum + part.rows.length, 0);
  terminal.note(terminal.t('cli.exported', { count, file: out }));
  return 0;
};

const isFormat = (text: string | undefined): text is AnnexFormat => ANNEX_FORMATS.some((format) => format === text);
