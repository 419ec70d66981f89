import { fail, redirect } from '@sveltejs/kit';
import { isWritten } from '#vocab/texts.ts';
import { translate } from '#platform/languages.ts';
import { allEditions } from '#forum/editions/index.ts';
import {
  addMeeting,
  addTerm,
  allBodies,
  type Body,
  BODY_FIELDS,
  changeTerm,
  describeBody,
  formOfBody,
  formOfTerm,
  MEETING_FIELDS,
  removeMeeting,
  removeTerm,
  seatsOf,
  setBodyHidden,
  TERM_FIELDS,
} from '#forum/governance/index.ts';
import type { Refused } from '#forum/people/index.ts';
import type { BodyEditView } from '#ui/governance-views.ts';
import { problemsOf, textOf, textsOf } from '../../../forms.ts';
import { bodyHere, noBody } from '../../body-here.ts';
import { bodyChoices, editionChoices, termChoices } from '../../choices.ts';
import { roughDayText, spanText } from '../../day.ts';
import { bodyHref, namesOf, organisationsIn, writtenView } from '../../names.ts';
import { versionViews } from '../../versions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** A body as it is worked on. */
export const load: PageServerLoad = async ({ params, url, locals }): Promise<BodyEditView> => {
  const { ctx, prefix } = locals;
  const { locale } = ctx;
  const body = await bodyHere(locals, params.body);
  const organisations = await organisationsIn(locals, [body]);
  const names = namesOf({ locale, prefix }, organisations, await allBodies(ctx.db, 'with-hidden'));
  const here = bodyHref({ locale, prefix }, body.slug);
  const opened = body.terms.find(({ id }) => id === url.searchParams.get('term'));
  const { kinds, parts } = seatsOf(body.kind);
  return {
    href: here,
    name: writtenView(body.name, locale).text,
    version: body.version,
    hidden: body.hiddenAt !== null,
    typed: formOfBody(body),
    choices: bodyChoices(locale),
    term: await termChoices(locals, body.kind),
    terms: body.terms.map((term) => ({
      id: term.id,
      name: names(term.member).name,
      part: parts.length > 1 ? translate(locale, `governance.part-${term.part}`) : '',
      when: spanText(term, locale),
      href: `${here}/edit?term=${term.id}#term`,
    })),
    opened: opened
      ? {
          id: opened.id,
          name: names(opened.member).name,
          typed: formOfTerm(opened, organisations.get(opened.member.of)?.slug ?? ''),
        }
      : null,
    meetings: body.meetings.map(({ id, day, place, about }) => ({
      id,
      when: roughDayText(day, locale),
      about: [place, isWritten(about) ? writtenView(about, locale).text : ''].filter(Boolean).join(' · '),
    })),
    editions: editionChoices(locale, prefix, await allEditions(ctx.db)),
    statesHref: kinds.includes('state') ? `${here}/states` : null,
    versions: await versionViews(locals, body, names),
    done: url.searchParams.has('saved')
      ? translate(locale, body.version === 1 ? 'governance.saved-first' : 'governance.saved')
      : null,
  };
};

/** Answers a change: on to the page where it was done, or the page again with what was typed and what is wrong with it. */
function answered(
  { locals, params }: RequestEvent,
  part: string,
  sent: Record<string, string>,
  outcome: Body | false | Refused,
) {
  if (outcome === false) noBody(locals.ctx, params.body);
  if ('complaints' in outcome) return fail(400, { part, sent, problems: problemsOf(locals, outcome.complaints) });
  redirect(303, `${bodyHref({ locale: locals.ctx.locale, prefix: locals.prefix }, outcome.slug)}/edit?saved=1`);
}

const versionOf = (data: FormData) => Number(textOf(data, 'version')) || 0;

export const actions: Actions = {
  describe: async (event) => {
    const data = await event.request.formData();
    const sent = textsOf(data, BODY_FIELDS);
    return answered(
      event,
      'describe',
      sent,
      await describeBody(event.locals.ctx, event.params.body, versionOf(data), sent),
    );
  },
  addTerm: async (event) => {
    const sent = textsOf(await event.request.formData(), TERM_FIELDS);
    return answered(event, 'add-term', sent, await addTerm(event.locals.ctx, event.params.body, sent));
  },
  changeTerm: async (event) => {
    const data = await event.request.formData();
    const sent = textsOf(data, TERM_FIELDS);
    const id = textOf(data, 'term');
    const outcome = await changeTerm(event.locals.ctx, event.params.body, versionOf(data), id, sent);
    return answered(event, 'term', sent, outcome);
  },
  removeTerm: async (event) => {
    const data = await event.request.formData();
    const outcome = await removeTerm(event.locals.ctx, event.params.body, versionOf(data), textOf(data, 'term'));
    return answered(event, 'remove', {}, outcome);
  },
  addMeeting: async (event) => {
    const sent = textsOf(await event.request.formData(), MEETING_FIELDS);
    return answered(event, 'meeting', sent, await addMeeting(event.locals.ctx, event.params.body, sent));
  },
  removeMeeting: async (event) => {
    const data = await event.request.formData();
    const outcome = await removeMeeting(event.locals.ctx, event.params.body, versionOf(data), textOf(data, 'meeting'));
    return answered(event, 'remove', {}, outcome);
  },
  hide: async (event) => {
    const data = await event.request.formData();
    const hidden = textOf(data, 'hidden') === 'yes';
    return answered(
      event,
      'remove',
      {},
      await setBodyHidden(event.locals.ctx, event.params.body, versionOf(data), hidden),
    );
  },
};
