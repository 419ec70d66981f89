import { error, fail, redirect } from '@sveltejs/kit';
import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { isNobody } from '#platform/mail/address.ts';
import {
  dayOf,
  endRole,
  handOver,
  invite,
  may,
  MECHANISMS,
  mechanismName,
  peopleSeenBy,
  roleName,
  ROLES,
  runsOn,
  statesOf,
  subjectOf,
} from '#forum/people/index.ts';
import type { PeopleView } from '#ui/account-views.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { tooMany } from '../../tries.ts';
import { dateText } from '../../views.ts';
import { self } from '../../account/fresh.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }): Promise<PeopleView> => {
  const { ctx } = locals;
  const { actor, locale, now } = ctx;
  const persons = await peopleSeenBy(ctx);
  const anywhere = may(actor, 'people.invite');
  const states = anywhere ? AREAS.map(({ code }) => code) : statesOf(actor);
  const roles = ROLES.filter((role) =>
    [null, ...states].some((of) => may(actor, 'people.invite', subjectOf({ role, of }))),
  );
  return {
    persons: persons.map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email === null || isNobody(person.email) ? null : person.email,
      lastSignedIn: person.signedInAt ? dateText(person.signedInAt, locale) : null,
      erasureAsked: person.erasureAskedAt ? dateText(person.erasureAskedAt, locale) : null,
      terms: person.terms
        .filter((term) => runsOn(term, dayOf(now)))
        .map((term) => ({
          id: term.id,
          label: roleName(locale, term),
          mayHandOver: term.role === 'focal-point' && may(actor, 'people.hand-over', subjectOf(term)),
        })),
    })),
    roles: roles.map((role) => ({ value: role, label: roleName(locale, { role, of: null }) })),
    states: states
      .toSorted(compareCountries(locale))
      .map((code) => ({ value: code, label: countryName(code, locale) })),
    mechanisms: anywhere ? MECHANISMS.map((value) => ({ value, label: mechanismName(locale, value) })) : [],
    languages: LOCALES.map((value) => ({ value, label: OWN_NAMES[value] })),
    done: doneText(url.searchParams, locals),
  };
};

function doneText(query: URLSearchParams, { ctx: { locale } }: App.Locals): string | null {
  const email = query.get('invited');
  if (email !== null) return translate(locale, 'accounts.invited', { email });
  if (query.has('ended')) return translate(locale, 'accounts.role-ended');
  return query.has('handed-over') ? translate(locale, 'accounts.handed-over') : null;
}

const FIELDS = ['email', 'name', 'role', 'state', 'mechanism', 'language'] as const;

export const actions: Actions = {
  invite: async (event) => {
    const { locals, request } = event;
    const sent = textsOf(await request.formData(), FIELDS);
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { part: 'invite', sent, problems });
    const wait = await tooMany(event, 'invitation', self(locals).account.id);
    if (wait !== null) return refuse(429, { email: wait });
    const invited = await invite(locals.ctx, sent);
    if ('complaints' in invited) return refuse(400, problemsOf(locals, invited.complaints));
    redirect(303, `${locals.prefix}/people/invite?${new URLSearchParams({ invited: invited.email })}`);
  },
  end: async ({ locals, request }) => {
    if (!(await endRole(locals.ctx, textOf(await request.formData(), 'term')))) notThere(locals);
    redirect(303, `${locals.prefix}/people/invite?ended=1`);
  },
  handOver: async (event) => {
    const { locals, request } = event;
    const sent = textsOf(await request.formData(), ['term', 'email', 'name', 'language']);
    const wait = await tooMany(event, 'invitation', self(locals).account.id);
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { part: sent.term, sent: { ...sent, role: '', state: '', mechanism: '' }, problems });
    if (wait !== null) return refuse(429, { email: wait });
    const handed = await handOver(locals.ctx, sent.term, sent);
    if (handed === false) notThere(locals);
    if (handed !== true) return refuse(400, problemsOf(locals, handed.complaints));
    // Whoever handed her own post over has no business here any more.
    const stays = may(locals.ctx.actor, 'people.hand-over');
    redirect(303, locals.prefix + (stays ? '/people/invite?handed-over=1' : '/account'));
  },
};

/** As if there were no such role: there is none, or it is not the reader's to touch. */
function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}
