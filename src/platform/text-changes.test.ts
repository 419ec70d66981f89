import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listChanges, textChanges, type TextChange } from './text-changes.ts';

const side = (changes: TextChange[], not: TextChange['change']) =>
  changes
    .filter(({ change }) => change !== not)
    .map(({ text }) => text)
    .join('');
const told = (changes: TextChange[]) =>
  changes.map(({ text, change }) => (change === 'same' ? text : `${change === 'added' ? '+' : '-'}[${text}]`)).join('');

/** Texts that have words in common, as two states of one text do. */
const texts = fc
  .array(fc.constantFrom('workers', 'pay', 'no', 'fees', 'لا', 'يدفع', 'العمال', '’', ',', '\n', ' ', '  ', '2021'))
  .map((words) => words.join(' '));

test('what is the same or removed is the earlier text, what is the same or added the later one', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), fc.oneof(texts, fc.string()), (before, after) => {
      const changes = textChanges(before, after);
      expect(side(changes, 'added')).toBe(before);
      expect(side(changes, 'removed')).toBe(after);
      expect(changes.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});

test('a text is the same as itself', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(textChanges(text, text).map(({ change }) => change)).toEqual(text === '' ? [] : ['same']);
    }),
  );
});

test.each([
  ['No worker pays a fee.', 'No migrant worker pays any fee.', 'No +[migrant ]worker pays -[a]+[any] fee.'],
  ['Run by the ministry', 'Run by two cities', 'Run by -[the ministry]+[two cities]'],
  ['لا يدفع العمال أي رسوم', 'لا يدفع العاملون أي رسوم', 'لا يدفع -[العمال]+[العاملون] أي رسوم'],
  ['Ask, wait. Pay now.', 'Go, run. Pay now.', '-[Ask, wait]+[Go, run]. Pay now.'],
  ['', 'New', '+[New]'],
])('word by word: “%s” to “%s”', (before, after, expected) => {
  expect(told(textChanges(before, after))).toBe(expected);
});

test('two long texts with nothing in common are told apart at once', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
  const began = performance.now();
  const changes = textChanges(long('one'), long('other'));
  expect(changes.map(({ change }) => change)).toEqual(['removed', 'added']);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('of a list each entry stays, goes or comes', () => {
  expect(told(listChanges(['KE', 'UG'], ['UG', 'TZ']))).toBe('-[KE]UG+[TZ]');
});
