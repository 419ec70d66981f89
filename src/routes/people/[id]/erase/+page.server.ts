import { error, fail, redirect } from '@sveltejs/kit';
import { type MessageKey, type MessageValues, translate } from '#platform/languages.ts';
import { isNobody } from '#platform/mail/address.ts';
import { erasePerson, planErasure } from '#forum/people/index.ts';
import type { ErasurePlanView } from '#ui/people-views.ts';
import { problemsOf } from '../../../forms.ts';
import { dateText } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** What would be erased, and what would stay; nothing is done by looking. */
export const load: PageServerLoad = async ({ params: { id }, locals }): Promise<ErasurePlanView> => {
  const { ctx } = locals;
  const t = (key: MessageKey, values?: MessageValues) => translate(ctx.locale, key, values);
  const plan = await planErasure(ctx, id);
  if (!plan) notThere(locals);
  const { person, would } = plan;
  const { sessions, places, mails, records, roles, surveys = 0 } = would;
  const email = person.email === null || isNobody(person.email) ? '–' : person.email;
  return {
    id: person.id,
    name: person.name,
    asked: person.erasureAskedAt
      ? t('people.erase-asked-yes', { when: dateText(person.erasureAskedAt, ctx.locale) })
      : t('people.erase-asked-no'),
    goes: [
      t('people.erase-account', { email, sessions }),
      t('people.erase-directory', { places }),
      t('people.erase-mails', { mails }),
      t('people.erase-surveys', { surveys }),
      t('people.erase-name', { records }),
      t('people.erase-roles', { roles }),
    ],
    stays: [
      t('people.erase-stays-state'),
      t('people.erase-stays-answers'),
      t('people.erase-stays-record'),
      t('people.erase-told'),
    ],
  };
};

function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

export const actions: Actions = {
  default: async ({ params: { id }, locals }) => {
    const done = await erasePerson(locals.ctx, id);
    if (done === null) notThere(locals);
    if ('complaints' in done) return fail(400, { problem: problemsOf(locals, done.complaints)['person'] ?? '' });
    redirect(303, `${locals.prefix}/people?erased=${done.number}`);
  },
};
