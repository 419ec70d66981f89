import { LARGEST_FILE, MOST_FILES } from '#platform/uploads/limits.ts';
import { pictureSizes } from '#platform/uploads/store.ts';
import { ACCEPTED } from '#platform/uploads/types.ts';
import type { Draft } from '#forum/drafts/index.ts';
import { sizeText } from '../../views.ts';

/** What is attached to a draft, as its page lists it. */
export async function attachmentViews({ form }: Draft, { ctx: { db, locale } }: App.Locals) {
  const small = await pictureSizes(
    db,
    form.attachments.map(({ id }) => id),
  );
  return form.attachments.map((one) => {
    const href = `/files/${one.id}/${encodeURIComponent(one.name)}`;
    const sized = small.get(one.id);
    return {
      ...one,
      sizeText: sizeText(one.size, locale),
      href,
      /** The small copy of a picture, with the room it takes; null for other files. */
      small: sized ? { src: `${href}?small`, ...sized } : null,
    };
  });
}

/** What a page that takes files says beforehand. */
export const UPLOAD = { accepted: ACCEPTED, most: MOST_FILES, megabytes: LARGEST_FILE / 1024 / 1024 };
