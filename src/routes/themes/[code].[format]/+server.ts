import { isTheme, themeLabel } from '#vocab/themes.ts';
import { translate } from '#platform/languages.ts';
import { recollect } from '#forum/recollection/index.ts';
import { notFound } from '../../answers.ts';
import { recollectionAnswer } from '../file.ts';
import type { RequestHandler } from './$types';

/** The recollection of one theme as a document, or its recurrence as a table. */
export const GET: RequestHandler = async ({ params: { code, format }, url, locals }) => {
  const { ctx, forum } = locals;
  if (!isTheme(code)) return notFound(ctx.locale, { key: 'themes.not-found', values: { code: code.slice(0, 80) } });
  const remembered = await recollect({ db: ctx.db, search: forum.search, now: ctx.now }, code);
  return recollectionAnswer(
    format,
    {
      name: code,
      path: `/themes/${encodeURIComponent(code)}`,
      title: translate(ctx.locale, 'themes.document-one', { theme: themeLabel(code, ctx.locale) }),
      recurrences: [remembered.recurrence],
      remembered: () => Promise.resolve([remembered]),
    },
    url,
    locals,
  );
};
