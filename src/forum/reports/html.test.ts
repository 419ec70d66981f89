import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { annexOf } from './annex.ts';
import { annexDocument, annexHtml } from './html.ts';
import { practice, READER, samplePractices } from './practices.fixture.ts';

const tableOf = (practices: Parameters<typeof annexOf>[0]) =>
  annexHtml(annexOf(practices, 2020, READER), 'en', ({ slug }) => `/practices/${encodeURIComponent(slug)}`);

test('the table has a caption, a header of six columns, a row a part and a row a practice', () => {
  const html = tableOf(samplePractices());
  expect(html).toContain('<caption>Annex 2020: practices brought to the Forum</caption>');
  expect(html.match(/<th scope="col">/g)).toHaveLength(6);
  expect(html.match(/<th colspan="6" scope="colgroup"/g)).toHaveLength(2);
  expect(html.match(/<tr>/g)).toHaveLength(1 + 2 + 42);
});

test('names lead to the practice, where the page says', () => {
  expect(tableOf([practice({ slug: 'a-b' })])).toContain('<a href="/practices/a-b">Skills partnership</a>');
});

test('what is in another language than the page says so', () => {
  const html = tableOf([practice({ language: 'ar', title: 'مدينة' }), practice({ language: 'en' })]);
  expect(html.match(/ lang="ar"/g)).toHaveLength(2);
  expect(html).not.toContain('lang="en"');
});

const tagsOf = (html: string): string[] => {
  const tags: string[] = [];
  const walk = (node: { nodeName: string; childNodes?: unknown[]; attrs?: { name: string }[] }): void => {
    tags.push([node.nodeName, ...(node.attrs ?? []).map(({ name }) => name)].join(' '));
    for (const child of node.childNodes ?? []) walk(child as typeof node);
  };
  walk(parseFragment(html) as Parameters<typeof walk>[0]);
  return [...new Set(tags)].sort();
};

test('nothing that somebody wrote becomes part of the page', () => {
  const plain = tagsOf(tableOf([practice()]));
  const hostile = fc
    .array(fc.constantFrom('<script>', '</td>', '"', "'", '&', '<', '>', 'onload=', 'x', '<!--', ']]>', '&lt;', ' '), {
      minLength: 1,
      maxLength: 8,
    })
    .map((pieces) => `a${pieces.join('')}z`);
  fc.assert(
    fc.property(hostile, hostile, hostile, (text, label, place) => {
      const html = tableOf([
        practice({
          title: text,
          summary: text,
          slug: text,
          partners: [text],
          places: [place],
          source: { edition: 2020, label },
        }),
      ]);
      expect(tagsOf(html)).toEqual(plain);
      expect(html).not.toMatch(/<script|<!--/i);
      const shown = serialize(parseFragment(`<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`));
      expect(serialize(parseFragment(html))).toContain(shown.slice(3, -4));
    }),
  );
});

test.each(LOCALES)('the file in %s says its language and direction, and needs nothing else to be shown', (locale) => {
  const html = annexDocument(annexOf([practice()], 2020, { ...READER, locale }), locale);
  expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import/);
  expect(html).toContain('href="https://forum.example/practices/skills-partnership"');
  expect(html).toMatch(/@page \{ size: A4 landscape/);
});
