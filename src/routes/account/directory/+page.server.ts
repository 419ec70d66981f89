import { error, fail, redirect } from '@sveltejs/kit';
import { type MessageKey, translate } from '#platform/languages.ts';
import { isNobody } from '#platform/mail/address.ts';
import {
  AUDIENCES,
  DIRECTORY_FIELDS,
  ENTRY_FIELDS,
  leaveOwnPlace,
  mayEver,
  nameIn,
  ownEntry,
  renameOwnPlace,
  setOwnEntry,
} from '#forum/people/index.ts';
import type { OwnEntryView } from '#ui/people-views.ts';
import { problemsOf, textOf, textsOf } from '../../forms.ts';
import { organisationHref } from '../../organisations/organisation-here.ts';
import { self } from '../fresh.ts';
import type { Actions, PageServerLoad } from './$types';

/** What can have been done here, by the word that stands in the address. */
const DONE: Record<string, MessageKey> = { saved: 'accounts.saved', left: 'people.place-ended' };

/** One's own entry in the directory, and where one belongs. */
export const load: PageServerLoad = async ({ locals, url }): Promise<OwnEntryView> => {
  const { ctx, prefix } = locals;
  const { locale, actor } = ctx;
  const { account } = self(locals);
  const { post, phone, shownTo, places } = await ownEntry(ctx, account.id);
  const known: Partial<Record<string, string>> = {
    name: actor.name,
    organisation: places.map(({ organisation }) => nameIn(organisation, locale)).join('; ') || '–',
    email: isNobody(account.email) ? '–' : account.email,
  };
  const done = url.searchParams.get('done') ?? '';
  return {
    post,
    phone,
    fields: DIRECTORY_FIELDS.map((field) => ({
      field,
      label: translate(locale, `people.field-${field}`),
      value: known[field] ?? null,
      shownTo: shownTo[field],
    })),
    audiences: AUDIENCES.map((value) => ({ value, label: translate(locale, `people.audience-${value}`) })),
    places: places.map(({ id, title, organisation }) => ({
      id,
      title,
      name: nameIn(organisation, locale),
      href: organisationHref({ locale, prefix }, organisation.slug),
    })),
    holdsRole: actor.roles.length > 0,
    mayRead: mayEver(actor, 'directory.read'),
    done: Object.hasOwn(DONE, done) ? translate(locale, DONE[done]!) : null,
  };
};

const back = ({ prefix }: App.Locals, done: 'saved' | 'left'): never =>
  redirect(303, `${prefix}/account/directory?done=${done}`);

const notThere = ({ ctx: { locale } }: App.Locals): never =>
  error(404, { message: translate(locale, 'problems.not-found') });

export const actions: Actions = {
  entry: async ({ locals, request }) => {
    const sent = textsOf(await request.formData(), ENTRY_FIELDS);
    const set = await setOwnEntry(locals.ctx, self(locals).account.id, sent);
    if (set !== true)
      return fail(400, {
        part: 'entry',
        sent: sent as Record<string, string>,
        problems: problemsOf(locals, set.complaints),
      });
    return back(locals, 'saved');
  },
  place: async ({ locals, request }) => {
    const { id, title } = textsOf(await request.formData(), ['id', 'title']);
    const set = await renameOwnPlace(locals.ctx, self(locals).account.id, id, title);
    if (set === false) return notThere(locals);
    if (set !== true)
      return fail(400, {
        part: id,
        sent: { title } as Record<string, string>,
        problems: problemsOf(locals, set.complaints),
      });
    return back(locals, 'saved');
  },
  leave: async ({ locals, request }) => {
    if (!(await leaveOwnPlace(locals.ctx, self(locals).account.id, textOf(await request.formData(), 'id'))))
      return notThere(locals);
    return back(locals, 'left');
  },
};
