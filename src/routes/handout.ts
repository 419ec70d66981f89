import type { Practice } from '#forum/practices/index.ts';
import { HANDOUT_FORMATS, type HandoutFormat, handoutOf, MOST_IN_HANDOUT, writeHandout } from '#forum/reports/index.ts';
import { badRequest } from './answers.ts';

/** Whether this is an ending under which practices can be had as a document. */
export const isHandout = (format: string): format is HandoutFormat => HANDOUT_FORMATS.some((known) => known === format);

/** Practices as a document to hand over. `path` is where they are read on line; `name` is the file's, without its ending. */
export async function handoutAnswer(
  format: HandoutFormat,
  practices: readonly Practice[],
  { title, path, name }: { title: string; path: string; name: string },
  { ctx: { locale, now }, forum, prefix }: App.Locals,
): Promise<Response> {
  const values = { count: practices.length, most: MOST_IN_HANDOUT };
  if (practices.length > MOST_IN_HANDOUT)
    return badRequest(locale, [{ name: 'format', notice: { key: 'problems.handout-too-long', values } }]);
  const { origin } = forum.settings;
  const handout = handoutOf(practices, { title, address: origin + prefix + path, now }, { locale, origin });
  const { body, mediaType } = await writeHandout(format, handout, locale);
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-cache',
    },
  });
}
