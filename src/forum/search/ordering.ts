import type { SortKey } from './search-document.ts';

/** Whether document `a` comes before document `b`. A strict order: of two different documents one always does. */
export type Before = (a: number, b: number) => boolean;

/**
 * The place of each document when sorted by `keys`: strings in code-unit order, numbers by size and before strings; null
 * last, whichever the direction; the same keys by `ties`.
 */
export function placesBy(keys: readonly SortKey[], descending: boolean, ties: Uint32Array): Uint32Array {
  const order = keys.map((_, document) => document);
  order.sort((a, b) => compareKeys(keys[a]!, keys[b]!, descending) || ties[a]! - ties[b]!);
  const places = new Uint32Array(keys.length);
  order.forEach((document, place) => (places[document] = place));
  return places;
}

/** Which of two keys comes first: below 0 the one, above 0 the other. See `placesBy`. */
export function compareKeys(one: SortKey, other: SortKey, descending: boolean): number {
  if (one === other) return 0;
  const sign = descending ? -1 : 1;
  if (one === null || other === null) return one === null ? 1 : -1;
  if (typeof one !== typeof other) return typeof one === 'number' ? -sign : sign;
  return one < other ? -sign : sign;
}

/**
 * The documents from `offset` on, at most `limit`, in order. Keeps the best so far in a heap with the last of them on
 * top, so that a first page of a large selection costs little more than looking at each document once.
 */
export function pageOf(documents: Uint32Array, before: Before, offset: number, limit: number): number[] {
  if (limit <= 0 || offset >= documents.length) return [];
  const heap = documents.slice(0, Math.min(documents.length, offset + limit));
  for (let at = (heap.length >>> 1) - 1; at >= 0; at--) sink(heap, at, heap.length, before);
  for (let at = heap.length; at < documents.length; at++) {
    if (!before(documents[at]!, heap[0]!)) continue;
    heap[0] = documents[at]!;
    sink(heap, 0, heap.length, before);
  }
  for (let end = heap.length - 1; end >= offset; end--) {
    const last = heap[0]!;
    heap[0] = heap[end]!;
    heap[end] = last;
    sink(heap, 0, end, before);
  }
  return [...heap.subarray(offset)];
}

/** Lets the document at `at` sink until none below it comes after it. */
function sink(heap: Uint32Array, at: number, end: number, before: Before): void {
  const document = heap[at]!;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= end) break;
    if (child + 1 < end && before(heap[child]!, heap[child + 1]!)) child++;
    if (!before(document, heap[child]!)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = document;
}
