/** The words of a name without what people write differently: case, accents, punctuation, spaces. */
export function foldedWords(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const LONGEST_SLUG = 80;

/**
 * A name as the last part of an address: words joined by hyphens, in any script, at most 80 characters and whole words
 * where possible; `otherwise` where the name has no letter at all.
 */
export function slugFrom(name: string, otherwise: string): string {
  let slug = '';
  for (const word of foldedWords(name)) {
    if (slug && slug.length + 1 + word.length > LONGEST_SLUG) break;
    slug += (slug ? '-' : '') + word;
  }
  return [...slug].slice(0, LONGEST_SLUG).join('') || otherwise;
}
