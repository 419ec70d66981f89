import { error, fail, redirect } from '@sveltejs/kit';
import { translate } from '#platform/languages.ts';
import { readIn } from '#forum/practices/index.ts';
import {
  answerRequest,
  ownRequests,
  type ReplicationRequest,
  REQUESTS_PATH,
  requestsFor,
} from '#forum/replication/index.ts';
import type { RequestsView, RequestView } from '#ui/views.ts';
import { problemsOf, textsOf } from '../forms.ts';
import { dateText, practiceHref } from '../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** What places ask the reader about practices, and what the reader asked. */
export const load: PageServerLoad = async ({ locals, url }): Promise<RequestsView> => {
  const { ctx } = locals;
  const [received, own] = [await requestsFor(ctx), await ownRequests(ctx)];
  const viewed = received.map((request) => requestView(locals, request, 'asked-by'));
  return {
    waiting: viewed.filter(({ answer }) => answer === null),
    answered: viewed.filter(({ answer }) => answer !== null),
    own: own.map((request) => requestView(locals, request, 'asked-for')),
    done: doneText(url.searchParams, locals),
  };
};

function doneText(query: URLSearchParams, { ctx: { locale } }: App.Locals): string | null {
  if (query.has('asked')) return translate(locale, 'replication.sent');
  return query.has('answered') ? translate(locale, 'replication.answer-sent') : null;
}

/** A question as it is shown: never with an address. */
function requestView(
  { ctx: { locale }, prefix }: App.Locals,
  { id, practice, askedAt, name, place, message, answer, answerText, answeredAt, answeredBy }: ReplicationRequest,
  head: 'asked-by' | 'asked-for',
): RequestView {
  const { text, language } = readIn(locale, practice).title;
  const said = { name: answeredBy ?? '', when: answeredAt ? dateText(answeredAt, locale) : '' };
  return {
    id,
    practice: { title: text, lang: language, href: practiceHref({ locale, prefix }, practice.slug) },
    head: translate(locale, `replication.${head}`, { name, place, when: dateText(askedAt, locale) }),
    message: message.split('\n').filter((line) => line.trim() !== ''),
    answer: answer && translate(locale, `replication.said-${answer}`, said),
    answerText: answerText.split('\n').filter((line) => line.trim() !== ''),
  };
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const sent = textsOf(await request.formData(), ['id', 'answer', 'text']);
    const answered = await answerRequest(locals.ctx, sent.id, sent);
    if (answered === null) error(404, { message: translate(locals.ctx.locale, 'problems.not-found') });
    if (answered !== true) return fail(400, { sent, problems: problemsOf(locals, answered.complaints) });
    redirect(303, `${locals.prefix}${REQUESTS_PATH}?answered=1`);
  },
};
