import { fail } from '@sveltejs/kit';
import { confirmEmail } from '#platform/accounts/email-change.ts';
import { readLink, takeLink } from '#platform/accounts/links.ts';
import { textOf } from '../../forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a link of a change of address is about; opening the page says yes to nothing. */
export const load: PageServerLoad = async ({ url, locals }): Promise<{ token: string; address: string | null }> => {
  const { db, now } = locals.ctx;
  const token = url.searchParams.get('token') ?? '';
  const found = await readLink(db, now, token);
  return { token, address: found?.purpose.startsWith('email-') ? found.address : null };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { db, now } = locals.ctx;
    const found = await takeLink(db, now, textOf(await request.formData(), 'token'));
    const became = found?.purpose.startsWith('email-') ? await confirmEmail(db, now, found) : 'void';
    return became === 'void' ? fail(400, { became }) : { became };
  },
};
