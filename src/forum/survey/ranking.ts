/**
 * A ranking as it is typed: a place for each option. Places count from 1 up, in any script's digits; the same place is a tie; an empty
 * place is not ranked; what matters is the order alone, so that 1, 3, 7 reads as first, second, third.
 * @returns the places, the first one first, with the options of each in the order in which they are offered; and the options whose
 * place could not be read
 */
export function readRanking(
  options: readonly string[],
  typed: Readonly<Record<string, string>>,
): { places: string[][]; unread: string[] } {
  const byPlace = new Map<number, string[]>();
  const unread: string[] = [];
  for (const option of options) {
    const text = (typed[option] ?? '').trim();
    if (text === '') continue;
    const place = readPlace(text);
    if (place === null) unread.push(option);
    else byPlace.set(place, [...(byPlace.get(place) ?? []), option]);
  }
  const places = [...byPlace].sort(([a], [b]) => a - b).map(([, tied]) => tied);
  return { places, unread };
}

/** A place as a number: 1, "2.", "٣", "۳". Null where it is none. */
export function readPlace(text: string): number | null {
  const latin = text
    .trim()
    .replace(/[.)]$/, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  return /^[1-9][0-9]{0,3}$/.test(latin) ? Number(latin) : null;
}

/** A ranking as it is typed again: tied options have the same place, and the next place follows it directly. */
export function typedRanking(places: readonly string[][]): Record<string, string> {
  return Object.fromEntries(places.flatMap((tied, at) => tied.map((option) => [option, String(at + 1)])));
}
