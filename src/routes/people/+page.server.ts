import { error, fail, redirect } from '@sveltejs/kit';
import { AREAS, compareCountries, countryName } from '#vocab/countries.ts';
import { LOCALES } from '#vocab/language.ts';
import { translate } from '#platform/languages.ts';
import { foldedWords } from '#platform/slugs.ts';
import { isNobody } from '#platform/mail/address.ts';
import {
  dayOf,
  endRole,
  erasedName,
  handOver,
  invite,
  may,
  MECHANISMS,
  mechanismName,
  organisationNames,
  peopleSeenBy,
  type Person,
  roleName,
  ROLES,
  runsOn,
  statesOf,
  subjectOf,
} from '#forum/people/index.ts';
import type { PeopleView } from '#ui/account-views.ts';
import { OWN_NAMES } from '#ui/language.ts';
import { problem, problemsOf, textOf, textsOf } from '../forms.ts';
import { kindChoices } from '../organisations/choices.ts';
import { pageLinks } from '../page-links.ts';
import { tooMany } from '../tries.ts';
import { dateText } from '../views.ts';
import { self } from '../account/fresh.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }): Promise<PeopleView> => {
  const { ctx } = locals;
  const { actor, locale, now } = ctx;
  const all = await peopleSeenBy(ctx);
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const persons = all.filter((person) => isAsked(person, q, locals));
  const pages = Math.max(1, Math.ceil(persons.length / PER_PAGE));
  const asked = Number(url.searchParams.get('page') ?? 1);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const hrefOf = (page: number) =>
    `${locals.prefix}/people?${new URLSearchParams({ ...(q && { q }), page: String(page) })}#people`;
  const anywhere = may(actor, 'people.invite');
  const states = anywhere ? AREAS.map(({ code }) => code) : statesOf(actor);
  const roles = ROLES.filter((role) =>
    [null, ...states].some((of) => may(actor, 'people.invite', subjectOf({ role, of }))),
  );
  return {
    q,
    total: persons.length,
    pageHrefs: pageLinks(page, pages, hrefOf),
    fileHref: may(actor, 'people.look-after') ? `${locals.prefix}/people` : null,
    erasuresHref: may(actor, 'people.erase') ? `${locals.prefix}/people/erasures` : null,
    organisations: await organisationNames(ctx.db, locale, OFFERED),
    kinds: kindChoices(locale),
    persons: persons.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((person) => ({
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

/** How many people stand on a page, and how many organisations are offered by name; others can be written. */
const PER_PAGE = 40;
const OFFERED = 300;

/** Whether a person is among those asked for; of who was erased only the number is left, which stands with the erasures. */
function isAsked({ account, name, email, terms }: Person, q: string, { ctx }: App.Locals): boolean {
  if (account === null) return false;
  const today = dayOf(ctx.now);
  const roles = terms.filter((term) => runsOn(term, today)).map((term) => roleName(ctx.locale, term));
  const text = foldedWords([name, email ?? '', ...roles].join(' ')).join(' ');
  return foldedWords(q).every((word) => ` ${text}`.includes(` ${word}`));
}

function doneText(query: URLSearchParams, { ctx: { locale } }: App.Locals): string | null {
  const erased = query.get('erased');
  if (erased !== null && /^\d{1,9}$/.test(erased))
    return translate(locale, 'people.erase-done', { name: erasedName(Number(erased)) });
  const email = query.get('invited');
  if (email !== null) return translate(locale, 'accounts.invited', { email });
  if (query.has('ended')) return translate(locale, 'accounts.role-ended');
  return query.has('handed-over') ? translate(locale, 'accounts.handed-over') : null;
}

const FIELDS = [
  'email',
  'name',
  'role',
  'state',
  'mechanism',
  'language',
  'organisation',
  'organisationKind',
  'title',
] as const;

export const actions: Actions = {
  invite: async (event) => {
    const { locals, request } = event;
    const sent = textsOf(await request.formData(), FIELDS);
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, { part: 'invite', sent, problems });
    const wait = await tooMany(event, 'invitation', self(locals).account.id);
    if (wait !== null) return refuse(429, { email: wait });
    const { organisation, organisationKind, title, ...form } = sent;
    const invited = await invite(locals.ctx, { ...form, place: { organisation, organisationKind, title } });
    if ('complaints' in invited) return refuse(400, problemsOf(locals, invited.complaints));
    redirect(303, `${locals.prefix}/people?${new URLSearchParams({ invited: invited.email })}`);
  },
  end: async ({ locals, request }) => {
    const term = textOf(await request.formData(), 'term');
    const ended = await endRole(locals.ctx, term);
    if (ended === false) notThere(locals);
    if (ended === 'last')
      return fail(409, {
        part: term,
        sent: textsOf(new FormData(), [...FIELDS, 'term'] as const),
        problems: problem(locals, 'term', 'accounts.role-last'),
      });
    redirect(303, `${locals.prefix}/people?ended=1`);
  },
  handOver: async (event) => {
    const { locals, request } = event;
    const sent = textsOf(await request.formData(), ['term', 'email', 'name', 'language']);
    const wait = await tooMany(event, 'invitation', self(locals).account.id);
    const refuse = (status: number, problems: Record<string, string>) =>
      fail(status, {
        part: sent.term,
        sent: { ...sent, role: '', state: '', mechanism: '', organisation: '', organisationKind: '', title: '' },
        problems,
      });
    if (wait !== null) return refuse(429, { email: wait });
    const handed = await handOver(locals.ctx, sent.term, sent);
    if (handed === false) notThere(locals);
    if (handed !== true) return refuse(400, problemsOf(locals, handed.complaints));
    // Whoever handed her own post over has no business here any more.
    const stays = may(locals.ctx.actor, 'people.hand-over');
    redirect(303, locals.prefix + (stays ? '/people?handed-over=1' : '/account'));
  },
};

/** As if there were no such role: there is none, or it is not the reader's to touch. */
function notThere({ ctx: { locale } }: App.Locals): never {
  error(404, { message: translate(locale, 'problems.not-found') });
}
