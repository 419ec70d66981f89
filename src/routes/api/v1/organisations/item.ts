import { mechanismOf, type Organisation } from '#forum/people/index.ts';

/** An organisation as programs read it: what is public of it, and of its people nothing. */
export function organisationItem(organisation: Organisation, origin: string) {
  const { id, slug, name, acronym, names, kind, country, city, website, createdAt, updatedAt } = organisation;
  return {
    id,
    slug,
    name,
    acronym,
    names,
    kind,
    country,
    city,
    website,
    mechanism: mechanismOf(organisation),
    url: `${origin}/organisations/${encodeURIComponent(slug)}`,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
