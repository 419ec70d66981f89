import { Feed } from 'feed';
import type { Practice } from '../model.ts';
import { practiceUrl } from './item.ts';

/** As many entries as a feed has: readers fetch it again and again. */
export const FEED_ENTRIES = 50;

/** What is said of a feed itself. */
export interface FeedHead {
  title: string;
  language: string;
  /** Its own address, and that of the page with the same selection. */
  self: string;
  page: string;
}

/** Signs that XML does not know, whatever stands for them. */
const NOT_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const xml = (text: string): string => text.replace(NOT_XML, '\ufffd');

/** Practices as an Atom feed (RFC 4287), those that changed last first. */
export function writeFeed(
  practices: readonly Practice[],
  { title, language, self, page }: FeedHead,
  origin: string,
): string {
  const latest = practices.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, FEED_ENTRIES);
  const feed = new Feed({
    id: self,
    title: xml(title),
    link: page,
    language,
    feedLinks: { atom: self },
    updated: new Date(latest[0]?.updatedAt ?? 0),
    generator: 'Common Space',
    copyright: '',
    author: { name: 'Common Space', link: origin },
  });
  for (const practice of latest) {
    feed.addItem({
      title: xml(practice.title),
      id: `urn:uuid:${practice.id}`,
      link: practiceUrl(practice, origin),
      description: xml(practice.summary),
      date: new Date(practice.updatedAt),
      published: new Date(practice.createdAt),
    });
  }
  return feed.atom1();
}
