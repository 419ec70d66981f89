import { fail, redirect } from '@sveltejs/kit';
import type { Locale } from '#vocab/language.ts';
import { type MessageKey, translate } from '#platform/languages.ts';
import { versionsOf, type Version } from '#platform/history.ts';
import {
  changeOrganisation,
  formOf,
  may,
  nameIn,
  type Organisation,
  ORGANISATION_FIELDS,
  type OrganisationContent,
  organisationSubject,
} from '#forum/people/index.ts';
import type { OrganisationChoices, OrganisationVersionView } from '#ui/people-views.ts';
import { problemsOf, textOf, textsOf } from '../../../forms.ts';
import { dateText } from '../../../views.ts';
import { organisationChoices } from '../../choices.ts';
import { noOrganisation, organisationHere, organisationHref } from '../../organisation-here.ts';
import type { Actions, PageServerLoad } from './$types';

interface EditView {
  name: string;
  href: string;
  version: number;
  typed: Record<string, string>;
  choices: OrganisationChoices;
  versions: OrganisationVersionView[];
}

export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<EditView> => {
  const { ctx, prefix } = locals;
  const organisation = await own(locals, url, slug);
  return {
    name: nameIn(organisation, ctx.locale),
    href: organisationHref({ locale: ctx.locale, prefix }, organisation.slug),
    version: organisation.version,
    typed: formOf(organisation),
    choices: organisationChoices(ctx.locale),
    versions: versionViews(await versionsOf(ctx.db, organisation.id), ctx.locale),
  };
};

/** The organisation, where it is the reader's to change; else it is as if there were none. */
async function own(locals: App.Locals, url: URL, slug: string): Promise<Organisation> {
  const organisation = await organisationHere(locals, url, slug, (now) => `/organisations/${now}/edit`);
  if (!organisation || !may(locals.ctx.actor, 'organisations.edit', organisationSubject(organisation)))
    noOrganisation(locals.ctx, slug);
  return organisation;
}

/** The states that were kept, the latest first, each with what it changed. */
function versionViews(versions: Version[], locale: Locale): OrganisationVersionView[] {
  return versions
    .map(({ number, at, actor, action, content }, index) => ({
      number,
      title: translate(locale, 'people.version-by', { number, when: dateText(at, locale), who: actor }),
      what:
        action === 'organisation.created'
          ? translate(locale, 'people.version-created')
          : translate(locale, 'people.version-changed', {
              list: changes(versions[index - 1]?.content, content, locale),
            }),
    }))
    .reverse();
}

const FIELD_NAMES: Record<keyof OrganisationContent, MessageKey> = {
  name: 'people.own-name',
  acronym: 'people.acronym',
  names: 'people.other-names',
  kind: 'people.kind',
  country: 'people.country',
  city: 'people.city',
  website: 'people.website',
  mechanism: 'people.mechanism',
};

/** Each field that differs, with what stood there before and after. */
function changes(before: unknown, after: unknown, locale: Locale): string {
  const [was, is] = [before, after] as Record<string, unknown>[];
  const said = (value: unknown) =>
    typeof value === 'string' && value !== ''
      ? value
      : value && typeof value === 'object'
        ? Object.values(value).join(', ') || '–'
        : '–';
  const list = Object.entries(FIELD_NAMES)
    .filter(([field]) => JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field]))
    .map(([field, key]) => `${translate(locale, key)} (${said(was?.[field])} → ${said(is?.[field])})`);
  return new Intl.ListFormat(locale, { type: 'unit' }).format(list) || '–';
}

export const actions: Actions = {
  default: async ({ params: { slug }, locals, request }) => {
    const { ctx, prefix } = locals;
    const data = await request.formData();
    const sent = textsOf(data, ORGANISATION_FIELDS);
    const changed = await changeOrganisation(ctx, slug, Number(textOf(data, 'version')) || 0, sent);
    if (changed === false) noOrganisation(ctx, slug);
    if ('complaints' in changed)
      return fail(400, { sent: sent as Record<string, string>, problems: problemsOf(locals, changed.complaints) });
    redirect(303, `${organisationHref({ locale: ctx.locale, prefix }, changed.slug)}?saved=1`);
  },
};
