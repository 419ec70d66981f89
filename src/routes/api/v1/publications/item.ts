import { languagesOf, type Publication } from '#forum/library/index.ts';

/** A publication as programs read it. */
export function publicationItem(publication: Publication, origin: string) {
  const { id, slug, kind, title, summary, edition, themes, sdg, authors, publisher, year, link, sources } = publication;
  return {
    id,
    slug,
    kind,
    title,
    summary,
    edition,
    themes,
    sdg,
    languages: languagesOf(publication),
    authors,
    publisher,
    year,
    link: link || null,
    files: publication.attachments.map(({ id: file, name, type, size, language }) => ({
      name,
      type,
      size,
      language: language || null,
      url: `${origin}/files/${file}/${encodeURIComponent(name)}`,
    })),
    sources: sources.map(({ label, url }) => ({ label, url: url || null })),
    url: `${origin}/library/${encodeURIComponent(slug)}`,
    createdAt: publication.createdAt.toISOString(),
    updatedAt: publication.updatedAt.toISOString(),
  };
}
