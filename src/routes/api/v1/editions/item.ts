import { type Edition, troikaOf } from '#forum/editions/index.ts';

/** An edition as programs read it; its Troika is derived from its neighbours. */
export function editionItem(edition: Edition, editions: readonly Edition[], origin: string) {
  const { version: _, createdAt, updatedAt, ...rest } = edition;
  return {
    ...rest,
    troika: troikaOf(editions, edition.number),
    url: `${origin}/forum/${encodeURIComponent(edition.slug)}`,
    calendar: `${origin}/calendar/${encodeURIComponent(edition.slug)}.ics`,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
