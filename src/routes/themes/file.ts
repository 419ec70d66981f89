import { recurrenceCsv, type Recurrence, type Remembered } from '#forum/recollection/index.ts';
import { HANDOUT_FORMATS, recollectionDocument, writeRecollection } from '#forum/reports/index.ts';
import { badRequest, notFound, unknownParameters } from '../answers.ts';
import { isHandout } from '../handout.ts';

/** What is taken along: its name as a file, where it is read on line, its title, and what stands in it. */
interface RecollectionFile {
  name: string;
  path: string;
  title: string;
  recurrences: Recurrence[];
  remembered: () => Promise<Remembered[]>;
}

/** A recollection as a document, or its recurrence as a table; a 404 that names the formats there are for any other. */
export async function recollectionAnswer(
  format: string,
  { name, path, title, recurrences, remembered }: RecollectionFile,
  url: URL,
  { ctx: { locale, now }, forum, prefix }: App.Locals,
): Promise<Response> {
  const unknown = unknownParameters(url);
  if (unknown.length > 0) return badRequest(locale, unknown);
  const headers = { 'content-disposition': `attachment; filename="${name}.${format}"`, 'cache-control': 'no-cache' };
  if (format === 'csv')
    return new Response(recurrenceCsv(recurrences, locale), {
      headers: { ...headers, 'content-type': 'text/csv; charset=utf-8; header=present' },
    });
  if (!isHandout(format))
    return notFound(locale, {
      key: 'problems.unknown-format',
      values: { format, known: [...HANDOUT_FORMATS, 'csv'].join(', ') },
    });
  const { origin } = forum.settings;
  const head = { title, address: origin + prefix + path, now };
  const document = recollectionDocument(await remembered(), head, { locale, origin });
  const { body, mediaType } = await writeRecollection(format, document, locale);
  return new Response(body as Uint8Array<ArrayBuffer>, { headers: { ...headers, 'content-type': mediaType } });
}
