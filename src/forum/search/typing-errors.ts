/** How far a word is from another by errors of typing. */

/**
 * Whether one word becomes the other by at most `most` errors: a letter left out, put in, taken for another, or two
 * neighbours exchanged (optimal string alignment). Gives their number, or null where there are more.
 */
export function typingErrors(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  const width = other.length + 1;
  let last = new Uint8Array(width);
  let previous = Uint8Array.from({ length: width }, (_, at) => Math.min(at, 255));
  for (let row = 1; row <= one.length; row++) {
    const current = new Uint8Array(width);
    current[0] = Math.min(row, 255);
    let least = current[0];
    for (let at = 1; at < width; at++) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(at - 1);
      let errors = Math.min(previous[at]! + 1, current[at - 1]! + 1, previous[at - 1]! + (same ? 0 : 1));
      const exchanged =
        row > 1 &&
        at > 1 &&
        one.charCodeAt(row - 1) === other.charCodeAt(at - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(at - 1);
      if (exchanged) errors = Math.min(errors, last[at - 2]! + 1);
      current[at] = Math.min(errors, 255);
      if (errors < least) least = errors;
    }
    if (least > most) return null;
    last = previous;
    previous = current;
  }
  const errors = previous[width - 1]!;
  return errors <= most ? errors : null;
}

/** Whether at most one error parts two words: what `typingErrors(one, other, 1)` says, in one walk along both. */
export function oneErrorApart(one: string, other: string): boolean {
  if (one.length > other.length) return oneErrorApart(other, one);
  if (other.length - one.length > 1) return false;
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  if (at === one.length) return true;
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  return (
    one.charCodeAt(at) === other.charCodeAt(at + 1) &&
    one.charCodeAt(at + 1) === other.charCodeAt(at) &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
