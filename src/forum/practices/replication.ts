/** Which practices each practice was taken over from, by ids. */
export type Replications = ReadonlyMap<string, readonly string[]>;

/**
 * The practices that would have been taken over from themselves, by however many steps: those on a circle, and those between
 * two. There must be none (docs/decisions/0023).
 */
export function circling(replications: Replications): Set<string> {
  const left = new Map([...replications].map(([id, origins]) => [id, new Set(origins)]));
  peel(left);
  const turned = new Map<string, Set<string>>([...left.keys()].map((id) => [id, new Set()]));
  for (const [id, origins] of left) for (const origin of origins) turned.get(origin)?.add(id);
  peel(turned);
  return new Set(turned.keys());
}

/** Takes out, again and again, whatever leads to nothing that is left. */
function peel(left: Map<string, Set<string>>): void {
  const leadingTo = new Map<string, string[]>();
  for (const [id, others] of left)
    for (const other of others) {
      if (left.has(other)) leadingTo.set(other, [...(leadingTo.get(other) ?? []), id]);
      else others.delete(other);
    }
  const loose = [...left.keys()].filter((id) => left.get(id)!.size === 0);
  for (let id = loose.pop(); id !== undefined; id = loose.pop()) {
    left.delete(id);
    for (const before of leadingTo.get(id) ?? []) {
      const others = left.get(before);
      others?.delete(id);
      if (others?.size === 0) loose.push(before);
    }
  }
}
