import { LARGEST_FILE, MOST_FILES } from '#platform/uploads/limits.ts';
import { ACCEPTED } from '#platform/uploads/types.ts';
import type { Draft } from '#forum/drafts/index.ts';

/** What is attached to a draft, as its page lists it. */
export function attachmentViews({ form }: Draft, { ctx: { locale } }: App.Locals) {
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return form.attachments.map((one) => ({
    ...one,
    sizeText: size.format(Math.max(1, Math.round(one.size / 1_000))),
    href: `/files/${one.id}/${encodeURIComponent(one.name)}`,
    isPicture: one.type.startsWith('image/'),
  }));
}

/** What a page that takes files says beforehand. */
export const UPLOAD = { accepted: ACCEPTED, most: MOST_FILES, megabytes: LARGEST_FILE / 1024 / 1024 };
