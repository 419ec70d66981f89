import { redirect } from '@sveltejs/kit';
import {
  findOrganisations,
  allOrganisations,
  mergeOrganisations,
  nameIn,
  organisationAt,
} from '#forum/people/index.ts';
import type { OrganisationLineView } from '#ui/people-views.ts';
import { textOf } from '../../../forms.ts';
import { noOrganisation, organisationHere, organisationHref, organisationLine } from '../../organisation-here.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many organisations are offered to be the other one. */
const OFFERED = 20;

interface MergeView {
  name: string;
  href: string;
  asked: string;
  found: (OrganisationLineView & { slug: string })[];
}

/** Merging in two steps of one page: look for the other one, say which it is. */
export const load: PageServerLoad = async ({ params: { slug }, url, locals }): Promise<MergeView> => {
  const { ctx, prefix } = locals;
  const reader = { locale: ctx.locale, prefix };
  const organisation = await organisationHere(locals, url, slug, (now) => `/organisations/${now}/merge`);
  if (!organisation) noOrganisation(ctx, slug);
  const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const byAddress = asked === '' ? null : await organisationAt(ctx.db, asked);
  const { organisations } =
    asked === ''
      ? { organisations: [] }
      : await findOrganisations(ctx.db, { ...allOrganisations(), q: asked, perPage: OFFERED }, ctx.locale);
  const others = [...(byAddress ? [byAddress] : []), ...organisations].filter(
    (one, at, all) => one.id !== organisation.id && all.findIndex(({ id }) => id === one.id) === at,
  );
  return {
    name: nameIn(organisation, ctx.locale),
    href: organisationHref(reader, organisation.slug),
    asked,
    found: others.map((other) => ({ ...organisationLine(reader, other), slug: other.slug })),
  };
};

export const actions: Actions = {
  default: async ({ params: { slug }, locals, request }) => {
    const { ctx, prefix } = locals;
    const merged = await mergeOrganisations(ctx, slug, textOf(await request.formData(), 'into'));
    if (merged === false) noOrganisation(ctx, slug);
    redirect(303, `${organisationHref({ locale: ctx.locale, prefix }, merged.slug)}?merged=1`);
  },
};
