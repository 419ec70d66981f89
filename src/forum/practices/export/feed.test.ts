import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { FEED_ENTRIES, writeFeed } from './feed.ts';
import { practice } from './practices.fixture.ts';

const HEAD = {
  title: 'Practices',
  language: 'en',
  self: 'https://forum.example/practices.atom?goal=10&q=a',
  page: 'https://forum.example/practices?goal=10&q=a',
};
const write = (list: Parameters<typeof writeFeed>[0]) => writeFeed(list, HEAD, 'https://forum.example');

/** The texts of the elements of one name; throws where it is no XML. */
function textsOf(xml: string, name: string): string[] {
  const parser = new SaxesParser({});
  const found: string[] = [];
  let text = '';
  parser.on('opentag', () => (text = ''));
  parser.on('text', (more) => (text += more));
  parser.on('cdata', (more) => (text += more));
  parser.on('closetag', (tag) => {
    if (tag.name === name) found.push(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

test('what changed last comes first, and no more than a reader wants', () => {
  const many = Array.from({ length: FEED_ENTRIES + 5 }, (_, at) =>
    practice({ title: `P${at}`, updatedAt: new Date(Date.UTC(2020, 0, 1 + at)).toISOString() }),
  );
  const titles = textsOf(write(many), 'title');
  expect(titles).toHaveLength(1 + FEED_ENTRIES);
  expect(titles.slice(0, 3)).toEqual(['Practices', `P${FEED_ENTRIES + 4}`, `P${FEED_ENTRIES + 3}`]);
});

test('of nothing is a feed without an entry', () => {
  expect(textsOf(write([]), 'title')).toEqual(['Practices']);
});

test('any text is told as it is, but for signs that XML has no place for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const wanted = `a${text.replace(/\r\n?/g, '\n')}z`;
      expect(textsOf(write([practice({ title: wanted })]), 'title')[1]).toBe(wanted);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(() => textsOf(write([practice({ title: text, summary: text })]), 'title')).not.toThrow();
    }),
  );
});
