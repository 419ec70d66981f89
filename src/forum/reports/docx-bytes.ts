/**
 * Takes out of a document's XML what differs from one writing to the next: when it was written, and the random names by
 * which its library ties links to their addresses. To be used for one document.
 */
export function withoutChance(): (path: string, xml: string) => string {
  const names = new Map<string, string>();
  const nameFor = (random: string) => {
    const name = names.get(random) ?? `link${names.size + 1}`;
    names.set(random, name);
    return name;
  };
  return (path, xml) => {
    if (path === 'docProps/core.xml') return xml.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, '');
    return xml.replace(/(?<= (?:r:id|Id)=")rId(?!\d+")[^"]+/g, nameFor);
  };
}
