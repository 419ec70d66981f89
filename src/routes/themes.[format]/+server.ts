import { allRecurrences, recollectAll } from '#forum/recollection/index.ts';
import { translate } from '#platform/languages.ts';
import { recollectionAnswer } from '../themes/file.ts';
import type { RequestHandler } from './$types';

/** The recollection of all themes that an edition has taken up, as a document; or the recurrence of all as a table. */
export const GET: RequestHandler = async ({ params: { format }, url, locals }) => {
  const { ctx, forum } = locals;
  const { recurrences } = await allRecurrences(ctx.db);
  const taken = recurrences.filter(({ first }) => first !== null).map(({ theme }) => theme);
  return recollectionAnswer(
    format,
    {
      name: 'themes',
      path: '/themes',
      title: translate(ctx.locale, 'themes.document-all'),
      recurrences,
      remembered: () => recollectAll({ db: ctx.db, search: forum.search, now: ctx.now }, taken),
    },
    url,
    locals,
  );
};
