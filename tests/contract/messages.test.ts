import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { AREAS } from '#platform/messages/index.ts';

type Texts = Record<string, string>;

/** The names of the values a message needs. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text, { ignoreTag: true }));
  return [...names].sort();
}

describe.each(Object.entries(AREAS))('The messages of %s', (_, languages) => {
  const english = languages.en as Texts;

  test.each(['fr', 'es', 'ar'] as const)('are complete in %s', (locale) => {
    expect(Object.keys(languages[locale]).sort()).toEqual(Object.keys(english).sort());
  });

  test.each(['fr', 'es', 'ar'] as const)(
    'need the same values in %s as in English, and are of no other key',
    (locale) => {
      for (const [key, text] of Object.entries(languages[locale] as Texts)) {
        expect(english, key).toHaveProperty([key]);
        expect(argumentsOf(text), key).toEqual(argumentsOf(english[key]!));
      }
    },
  );
});
