import { translate } from '#platform/languages.ts';
import { erasedName, erasuresDone } from '#forum/people/index.ts';
import { dateText } from '../../views.ts';
import type { PageServerLoad } from './$types';

interface ErasuresView {
  erasures: { name: string; asked: string; at: string; by: string; done: string[] }[];
}

/** Which erasures were carried out: what and when, and nothing of whom. */
export const load: PageServerLoad = async ({ locals: { ctx } }): Promise<ErasuresView> => {
  const { locale } = ctx;
  return {
    erasures: (await erasuresDone(ctx)).map(({ number, askedAt, at, actor, done }) => ({
      name: erasedName(number),
      asked: askedAt ? dateText(askedAt, locale) : translate(locale, 'people.erasure-otherwise'),
      at: dateText(at, locale),
      by: actor,
      done: [
        translate(locale, 'people.erase-directory', { places: done.places }),
        translate(locale, 'people.erase-mails', { mails: done.mails }),
        ...(done.surveys === undefined ? [] : [translate(locale, 'people.erase-surveys', { surveys: done.surveys })]),
        translate(locale, 'people.erase-name', { records: done.records }),
        translate(locale, 'people.erase-roles', { roles: done.roles }),
      ],
    })),
  };
};
