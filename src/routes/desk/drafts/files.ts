import { LARGEST_FILE, MOST_FILES } from '#platform/uploads/limits.ts';
import { pictureSizes } from '#platform/uploads/store.ts';
import { ACCEPTED } from '#platform/uploads/types.ts';
import type { Draft } from '#forum/drafts/index.ts';

/** What is attached to a draft, as its page lists it. */
export async function attachmentViews({ form }: Draft, { ctx: { db, locale } }: App.Locals) {
  const small = await pictureSizes(
    db,
    form.attachments.map(({ id }) => id),
  );
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return form.attachments.map((one) => {
    const href = `/files/${one.id}/${encodeURIComponent(one.name)}`;
    const sized = small.get(one.id);
    return {
      ...one,
      sizeText: size.format(Math.max(1, Math.round(one.size / 1_000))),
      href,
      /** The small copy of a picture, with the room it takes; null for other files. */
      small: sized ? { src: `${href}?small`, ...sized } : null,
    };
  });
}

/** What a page that takes files says beforehand. */
export const UPLOAD = { accepted: ACCEPTED, most: MOST_FILES, megabytes: LARGEST_FILE / 1024 / 1024 };
