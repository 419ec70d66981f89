import type { ImportRow } from './import-row.ts';

/**
 * The row with a link to one of our own practices read for what it is: the annex we write links each name to its page,
 * so on its way back in that link is the practice's address, and no link of the practice to somewhere else.
 */
export function linkedToUs(received: ImportRow, origin: string): ImportRow {
  const row = withOrigins(received, origin);
  const { links, ...content } = row.content;
  const own = links?.find((link) => slugAt(link, origin) !== null);
  if (!links || own === undefined) return row;
  const others = links.filter((link) => slugAt(link, origin) === null);
  return {
    ...row,
    slug: row.slug ?? slugAt(own, origin)!,
    content: others.length > 0 ? { ...content, links: others } : content,
  };
}

/** A practice taken over from one of ours may name it by the address of its page. */
function withOrigins(row: ImportRow, origin: string): ImportRow {
  const { replicates } = row.content;
  if (!replicates || replicates.length === 0) return row;
  return { ...row, content: { ...row.content, replicates: replicates.map((name) => slugAt(name, origin) ?? name) } };
}

/** The last part of the address of a practice of ours; null for any other address. */
function slugAt(link: string, origin: string): string | null {
  const url = URL.parse(link);
  const slug = url?.origin === origin ? /^(?:\/[a-z]{2})?\/practices\/([^/.]+)$/.exec(url.pathname)?.[1] : undefined;
  if (slug === undefined) return null;
  try {
    return decodeURIComponent(slug);
  } catch {
    return null;
  }
}
