import { fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { type Practice, readIn } from '#forum/practices/index.ts';
import { askedSince, askToReplicate, REQUESTS_PATH } from '#forum/replication/index.ts';
import type { AskView } from '#ui/views.ts';
import { self } from '../../../account/fresh.ts';
import { problemsOf, textsOf } from '../../../forms.ts';
import { noPracticePage, practiceHere } from '../../../practice-here.ts';
import { tooMany } from '../../../tries.ts';
import { dateText, practiceHref } from '../../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** The practice asked about; one that is in the catalogue no longer cannot be asked about. */
async function asked(locals: App.Locals, url: URL, slug: string): Promise<Practice> {
  const practice = await practiceHere(locals, url, slug, (now) => `/practices/${now}/replicate`);
  return practice?.standing === 'published' ? practice : noPracticePage(locals, slug);
}

/** Asking whoever is responsible for a practice how to take it up elsewhere. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<AskView> => {
  const { ctx, prefix } = locals;
  const practice = await asked(locals, url, slug);
  const { text, language } = readIn(ctx.locale, practice).title;
  const since = await askedSince(ctx, practice);
  return {
    title: text,
    titleLang: language,
    href: practiceHref({ locale: ctx.locale, prefix }, practice.slug),
    waits: since && translate(ctx.locale, 'replication.asked-already', { when: dateText(since, ctx.locale) }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { params, url, locals, request } = event;
    const sent = textsOf(await request.formData(), ['place', 'message']);
    const practice = await asked(locals, url, params.slug);
    const wait = await tooMany(event, 'invitation', self(locals).account.id);
    if (wait !== null) return fail(429, { sent, problems: { message: wait } as Record<string, string> });
    const answer = await askToReplicate(locals.ctx, practice, sent);
    if (answer !== true) return fail(400, { sent, problems: problemsOf(locals, answer.complaints) });
    redirect(303, `${locals.prefix}${REQUESTS_PATH}?asked=1`);
  },
};
