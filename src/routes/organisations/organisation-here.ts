import { error, redirect } from '@sveltejs/kit';
import { countryName } from '#vocab/countries.ts';
import type { Locale } from '#vocab/language.ts';
import { stakeholderLabel } from '#vocab/stakeholders.ts';
import { translate } from '#platform/languages.ts';
import { nameIn, type Organisation, organisationAt } from '#forum/people/index.ts';
import type { OrganisationLineView } from '#ui/people-views.ts';
import type { Reader } from '../views.ts';

/**
 * The organisation at an address; null where there never was one. Where it has moved or was merged into another, whoever asks is sent on for good:
 * `pathOf` is the path for the last part of its address, encoded.
 */
export async function organisationHere(
  { ctx, prefix }: App.Locals,
  url: URL,
  slug: string,
  pathOf: (slug: string) => string,
): Promise<Organisation | null> {
  const organisation = await organisationAt(ctx.db, slug);
  if (organisation && organisation.slug !== slug)
    redirect(308, `${prefix}${pathOf(encodeURIComponent(organisation.slug))}${url.search}`);
  return organisation;
}

/** Ends with the page that says there is no organisation at an address. */
export function noOrganisation({ locale }: { locale: Locale }, slug: string): never {
  error(404, {
    message: translate(locale, 'problems.not-found'),
    detail: translate(locale, 'people.organisation-not-found', { slug: slug.slice(0, 80) }),
  });
}

/** The page of an organisation. */
export function organisationHref({ prefix }: Reader, slug: string): string {
  return `${prefix}/organisations/${encodeURIComponent(slug)}`;
}

/** An organisation as a line of a list. */
export function organisationLine(reader: Reader, organisation: Organisation): OrganisationLineView {
  const { locale } = reader;
  const { kind, city, country, acronym, slug } = organisation;
  const what = [stakeholderLabel(kind, locale), city, country === null ? '' : countryName(country, locale)];
  return {
    href: organisationHref(reader, slug),
    name: nameIn(organisation, locale),
    acronym,
    what: what.filter(Boolean).join(' · '),
  };
}
