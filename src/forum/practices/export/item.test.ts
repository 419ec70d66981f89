import { expect, test } from 'vitest';

import { practiceUrl, toItem } from './item.ts';
import { practice } from './practices.fixture.ts';

test('an item has the keys of the contract, in its order', () => {
  expect(Object.keys(toItem(practice(), 'https://forum.example', 2024))).toEqual(
    (
      'id slug title summary kind status sdg gcm countries places regions global start end ongoing partners themes ' +
      'stakeholders links owner results evaluations costs lessons needs replicates translations attachments ' +
      'language source standing url confirmedAt createdAt updatedAt'
    ).split(' '),
  );
});

test('an item tells where the practice stands in the year asked for', () => {
  const ended = practice({ start: 2017, end: 2020, ongoing: false });
  expect(toItem(ended, 'https://forum.example', 2020).status).toBe('ongoing');
  expect(toItem(ended, 'https://forum.example', 2024).status).toBe('completed');
});

test('the address of a practice can be followed, whatever its script', () => {
  const { url } = toItem(practice({ slug: 'ville-à-ville-مدينة' }), 'https://forum.example', 2024);
  expect(url).toBe('https://forum.example/practices/ville-%C3%A0-ville-%D9%85%D8%AF%D9%8A%D9%86%D8%A9');
  expect(new URL(practiceUrl({ slug: 'one-two' }, 'http://127.0.0.1:3000')).pathname).toBe('/practices/one-two');
});
