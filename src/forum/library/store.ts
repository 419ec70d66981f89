import { and, desc, eq, inArray, like, or, sql } from 'drizzle-orm';
import type { Database } from '#platform/database.ts';
import { slugFrom } from '#platform/slugs.ts';
import { textIn } from '#vocab/texts.ts';
import { type LibraryFilter, type LibraryLine, selectPublications } from './filter.ts';
import { contentOfPublication, languagesOf, type Publication, type PublicationContent } from './model.ts';
import { publications } from './tables.ts';

const SHOWN = eq(publications.hidden, false);

/** The latest first; those without a year last, and of one year the one that came last first. */
const IN_ORDER = [sql`${publications.year} desc nulls last`, desc(publications.id)];

/** Publications written in one statement, or read in one. */
const BATCH = 200;

/** One page of a selection, how many it has in all, and how many each further choice would give. */
export async function findPublications(
  db: Database,
  filter: LibraryFilter,
): Promise<{ total: number; publications: Publication[]; counts: ReturnType<typeof selectPublications>['counts'] }> {
  // What is chosen by is little of each: a library of thousands is read in milliseconds, and counted by the rules of the catalogue.
  const lines: LibraryLine[] = await db
    .select({
      id: publications.id,
      kind: publications.kind,
      edition: publications.edition,
      themes: publications.themes,
      languages: publications.languages,
    })
    .from(publications)
    .where(SHOWN)
    .orderBy(...IN_ORDER);
  const { ids, counts } = selectPublications(lines, filter);
  const page = ids.slice((filter.page - 1) * filter.perPage, filter.page * filter.perPage);
  const found = new Map((await publicationsWithIds(db, page)).map((one) => [one.id, one]));
  return { total: ids.length, publications: page.flatMap((id) => found.get(id) ?? []), counts };
}

async function publicationsWithIds(db: Database, ids: readonly string[]): Promise<Publication[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(publications)
    .where(and(SHOWN, inArray(publications.id, [...ids])));
  return rows.map(publicationOf);
}

/** Every publication that is shown, in the library's order, in batches. */
export async function* allPublications(db: Database): AsyncGenerator<Publication[]> {
  for (let offset = 0; ; offset += BATCH) {
    const rows = await db
      .select()
      .from(publications)
      .where(SHOWN)
      .orderBy(...IN_ORDER)
      .limit(BATCH)
      .offset(offset);
    if (rows.length > 0) yield rows.map(publicationOf);
    if (rows.length < BATCH) return;
  }
}

/** Those that are shown of one edition, or that carry a theme, in the library's order: at most as many as a page of another room names. */
export async function publicationsAbout(
  db: Database,
  about: { edition: string } | { theme: string },
  most: number,
): Promise<Publication[]> {
  const wanted =
    'edition' in about ? eq(publications.edition, about.edition) : sql`${publications.themes} @> array[${about.theme}]`;
  const rows = await db
    .select()
    .from(publications)
    .where(and(SHOWN, wanted))
    .orderBy(...IN_ORDER)
    .limit(most);
  return rows.map(publicationOf);
}

/** The publication at an address, hidden or not; null where there is none. */
export async function publicationAt(db: Database, slug: string): Promise<Publication | null> {
  // PostgreSQL has no NUL in its texts, and refuses a question that holds one.
  if (slug.includes('\0')) return null;
  const [row] = await db.select().from(publications).where(eq(publications.slug, slug));
  return row ? publicationOf(row) : null;
}

/** The publication of an id, hidden or not; null where there is none. */
export async function publicationById(db: Database, id: string): Promise<Publication | null> {
  const [row] = await db.select().from(publications).where(eq(publications.id, id));
  return row ? publicationOf(row) : null;
}

/** The addresses on other sites that shown publications lead to. */
export async function libraryLinks(db: Database): Promise<string[]> {
  const links: string[] = [];
  for await (const batch of allPublications(db))
    for (const { link, sources } of batch) links.push(link, ...sources.map(({ url }) => url));
  return [...new Set(links.filter(Boolean))];
}

/** Addresses that are pages of ours and no publication's. */
const RESERVED = ['new'];

/** The first free address for a title: the title itself, or with the lowest number from 2 behind it. */
export async function freeSlug(tx: Database, title: PublicationContent['title']): Promise<string> {
  const wanted = slugFrom(textIn(title, 'en').text, 'publication');
  const rows = await tx
    .select({ slug: publications.slug })
    .from(publications)
    .where(or(eq(publications.slug, wanted), like(publications.slug, `${wanted}-%`)));
  const taken = new Set([...RESERVED, ...rows.map(({ slug }) => slug)]);
  let slug = wanted;
  for (let number = 2; taken.has(slug); number++) slug = `${wanted}-${number}`;
  return slug;
}

/** Writes a new publication. */
export async function insertPublication(tx: Database, publication: Publication): Promise<void> {
  const { id, slug, createdAt } = publication;
  await tx.insert(publications).values({ id, slug, createdAt, ...columnsOf(publication) });
}

/** Writes a publication's next state; false where it is not the one it was made from any more. */
export async function updatePublication(tx: Database, publication: Publication): Promise<boolean> {
  const written = await tx
    .update(publications)
    .set(columnsOf(publication))
    .where(and(eq(publications.id, publication.id), eq(publications.version, publication.version - 1)))
    .returning({ id: publications.id });
  return written.length > 0;
}

function columnsOf(publication: Publication) {
  const { kind, edition, themes, year, hidden, version, updatedAt } = publication;
  const content = contentOfPublication(publication);
  return { kind, edition, themes, languages: languagesOf(content), year, hidden, content, version, updatedAt };
}

function publicationOf(row: typeof publications.$inferSelect): Publication {
  const { content, id, slug, hidden, version, createdAt, updatedAt } = row;
  return { ...content, id, slug, hidden, version, createdAt, updatedAt };
}
