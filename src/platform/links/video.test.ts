import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { videoLink } from './video.ts';

describe('A link to a film', () => {
  test.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s', 'YouTube'],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'YouTube'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'YouTube'],
    ['http://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'YouTube'],
    ['https://www.youtube.com/live/dQw4w9WgXcQ', 'YouTube'],
    ['https://vimeo.com/123456789', 'Vimeo'],
    ['https://vimeo.com/channels/staffpicks/123456789', 'Vimeo'],
    ['https://player.vimeo.com/video/123456789', 'Vimeo'],
    ['https://webtv.un.org/en/asset/k1x/k1xabc123', 'UN Web TV'],
    ['https://media.un.org/en/asset/k1x/k1xabc123', 'UN Web TV'],
    ['https://www.dailymotion.com/video/x8abcde', 'Dailymotion'],
    ['https://dai.ly/x8abcde', 'Dailymotion'],
    ['https://www.example.org/films/Talk.MP4', 'example.org'],
  ])('%s is one on %s', (address, host) => expect(videoLink(address)).toEqual({ host }));

  test.each([
    'https://www.youtube.com/@channel',
    'https://www.youtube.com/watch?v=short',
    'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evilyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'javascript:alert("https://youtu.be/dQw4w9WgXcQ")',
    'https://vimeo.com/about',
    'https://webtv.un.org/en/schedule',
    'https://www.example.org/mp4',
    'no address',
  ])('%s is none', (address) => expect(videoLink(address)).toBeNull());

  test('is never found where the host is another one, and nothing typed makes it fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (address) => {
        const found = videoLink(address);
        if (found) expect(new URL(address).hostname.endsWith(found.host)).toBe(true);
      }),
    );
  });
});
