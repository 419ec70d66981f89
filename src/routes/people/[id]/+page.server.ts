import { error, fail, redirect } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { isNobody } from '#platform/mail/address.ts';
import {
  dayOf,
  endPlace,
  giveAddress,
  givePlace,
  may,
  nameIn,
  organisationNames,
  personFile,
  roleName,
  runsOn,
} from '#forum/people/index.ts';
import type { PersonFileView } from '#ui/people-views.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { kindChoices } from '../../organisations/choices.ts';
import { organisationHref } from '../../organisations/organisation-here.ts';
import { dateText } from '../../views.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many organisations are offered by name; others can be written. */
const OFFERED = 300;

/** What can have been done here, by the word that stands in the address. */
const DONE: Record<string, MessageKey> = {
  place: 'people.place-added',
  ended: 'people.place-ended',
  address: 'people.mailbox-done',
};

/** A person's file: roles, organisations, and what is done for somebody who cannot do it. */
export const load: PageServerLoad = async ({ params: { id }, locals, url }): Promise<PersonFileView> => {
  const { ctx, prefix } = locals;
  const { locale, now } = ctx;
  const person = await personFile(ctx, id);
  if (!person) notThere(locals);
  const done = url.searchParams.get('done') ?? '';
  return {
    id: person.id,
    name: person.name,
    email: person.email === null || isNobody(person.email) ? null : person.email,
    lastSignedIn: person.signedInAt ? dateText(person.signedInAt, locale) : null,
    erasureAsked: person.erasureAskedAt ? dateText(person.erasureAskedAt, locale) : null,
    terms: person.terms.map((term) => ({ id: term.id, label: roleName(locale, term), when: whenText(term, locale) })),
    places: person.places.map((place) => ({
      id: place.id,
      name: nameIn(place.organisation, locale),
      href: organisationHref({ locale, prefix }, place.organisation.slug),
      title: place.title,
      when: whenText(place, locale),
      runs: runsOn(place, dayOf(now)),
    })),
    organisations: await organisationNames(ctx.db, locale, OFFERED),
    kinds: kindChoices(locale),
    hasAccount: person.account !== null,
    mayErase: may(ctx.actor, 'people.erase') && person.account !== ctx.actor.account,
    done: Object.hasOwn(DONE, done) ? translate(locale, DONE[done]!) : null,
  };
};

function whenText({ from, until }: { from: string; until: string | null }, locale: Locale): string {
  const said = (day: string) => dateText(new Date(`${day}T00:00:00Z`), locale);
  return until === null
    ? translate(locale, 'people.term-running', { from: said(from) })
    : translate(locale, 'people.term-ended', { from: said(from), until: said(until) });
}

/** As if there were no such person: there is none. */
function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}

export const actions: Actions = {
  place: async ({ params: { id }, locals, request }) => {
    const sent = textsOf(await request.formData(), ['organisation', 'organisationKind', 'title']);
    const given = await givePlace(locals.ctx, id, sent);
    if (given === false) notThere(locals);
    if (given !== true)
      return fail(400, {
        part: 'place',
        sent: sent as Record<string, string>,
        problems: problemsOf(locals, given.complaints),
      });
    redirect(303, `${locals.prefix}/people/${id}?done=place`);
  },
  endPlace: async ({ params: { id }, locals, request }) => {
    if (!(await endPlace(locals.ctx, textOf(await request.formData(), 'place')))) notThere(locals);
    redirect(303, `${locals.prefix}/people/${id}?done=ended`);
  },
  address: async ({ params: { id }, locals, request }) => {
    const email = textOf(await request.formData(), 'email');
    const given = await giveAddress(locals.ctx, id, email);
    if (given === false) notThere(locals);
    if (given !== true)
      return fail(400, {
        part: 'address',
        sent: { email } as Record<string, string>,
        problems: problemsOf(locals, given.complaints),
      });
    redirect(303, `${locals.prefix}/people/${id}?done=address`);
  },
};
