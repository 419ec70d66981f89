import { globSync, readFileSync } from 'node:fs';
import { parse, type PluralElement, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import type { Locale } from '#vocab/language.ts';
import { AREAS } from '#platform/messages/index.ts';

/** What is for a program, to be typed as it stands: a header and its value. */
const CODE = /(?:Content-Type|Authorization|If-Match): (?:"\d+")?/gu;

/** The texts of a message as a reader may get them, each with an X where a value stands; a choice gives one for each of its ways. */
function saidIn(elements: MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (said, element) => {
      const next =
        element.type === TYPE.literal
          ? [element.value]
          : element.type === TYPE.plural || element.type === TYPE.select
            ? Object.values(element.options).flatMap(({ value }) => saidIn(value))
            : ['X'];
      return said.flatMap((before) => next.map((after) => before + after));
    },
    [''],
  );
}

/** What offends against `rule`, with the name of its message and the place. */
function offences(locale: Locale, rule: RegExp): string[] {
  return Object.entries(AREAS).flatMap(([area, languages]) =>
    Object.entries(languages[locale] as Record<string, string>).flatMap(([key, text]) =>
      saidIn(parse(text, { ignoreTag: true })).flatMap((said) =>
        [...said.replace(CODE, 'X').matchAll(rule)].map(
          ({ index, input }) => `${area}.${key}: ${input.slice(Math.max(0, index - 25), index + 15)}`,
        ),
      ),
    ),
  );
}

/** Where `pattern` stands in what the sample forum says. */
function sample(pattern: RegExp): string[] {
  return globSync('sample/*.json').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([found]) => `${file}: ${found.slice(0, 80)}`),
  );
}

/** A file as lines without what is no text of a page: scripts, styles, comments, and the types of snippets. */
function markupOf(file: string): string[] {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return readFileSync(file, 'utf8')
    .replace(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>|<!--[\s\S]*?-->|\{#snippet.*/g, blank)
    .split('\n');
}

/** Every plural of a language, and the forms it has. */
function plurals(locale: Locale): { key: string; forms: string[] }[] {
  const within = (elements: MessageFormatElement[]): PluralElement[] =>
    elements.flatMap((element) =>
      element.type === TYPE.plural
        ? [element, ...Object.values(element.options).flatMap(({ value }) => within(value))]
        : element.type === TYPE.select
          ? Object.values(element.options).flatMap(({ value }) => within(value))
          : [],
    );
  return Object.entries(AREAS).flatMap(([area, languages]) =>
    Object.entries(languages[locale] as Record<string, string>).flatMap(([key, text]) =>
      within(parse(text, { ignoreTag: true })).map(({ options }) => ({
        key: `${area}.${key}`,
        forms: Object.keys(options),
      })),
    ),
  );
}

describe('French', () => {
  test('keeps a narrow space that does not break before ; ! and ?', () => {
    // A sign that is itself spoken of stands alone between quotation marks.
    expect(offences('fr', /(?<!\u202f|«\u00a0|[;!?])[;!?](?![\w/])/gu)).toEqual([]);
  });

  test('keeps a space that does not break before a colon, and within quotation marks', () => {
    expect(offences('fr', /(?<!\u00a0|:):(?![/:\d])/gu)).toEqual([]);
    expect(offences('fr', /«(?!\u00a0)|(?<!\u00a0)»/gu)).toEqual([]);
  });

  test('keeps the thousands of a number together', () => {
    expect(offences('fr', /\d \d{3}/gu)).toEqual([]);
  });

  test('writes neither English nor straight quotation marks, nor a straight apostrophe', () => {
    expect(offences('fr', /[“”„"]|\p{L}'\p{L}/gu)).toEqual([]);
  });

  test('sets no preposition before the name of a state, which would want an article: “de Maroc”', () => {
    const state = /\b(?:de|d’|du|à|au|aux|en|par|pour)\s?\{(?:state|states|country|countries|respondent|chairs?)\}/u;
    const offending = Object.entries(AREAS).flatMap(([area, { fr }]) =>
      Object.entries(fr as Record<string, string>).flatMap(([key, text]) =>
        state.test(text) ? [`${area}.${key}`] : [],
      ),
    );
    expect(offending).toEqual([]);
  });

  test('calls what stands on a programme “séance”: a session is that of somebody who has signed in', () => {
    const mistaken = offences('fr', /\bsessions?\b/giu);
    expect(mistaken.filter((where) => !/^(?:accounts|people)\./.test(where))).toEqual([]);
    expect(sample(/"fr": "[^"]*\b[Ss]essions?\b[^"]*"/gu)).toEqual([]);
  });

  test('calls a theme’s whole history “recueil”, and speaks of memory only where a machine has too little', () => {
    expect(offences('fr', /mémoire/giu).filter((where) => !where.startsWith('files.'))).toEqual([]);
  });
});

describe('Spanish', () => {
  test('opens every question and every exclamation', () => {
    expect(offences('es', /(?<![¿][^?]*)\?(?![\w=])|(?<![¡][^!]*)!/gu)).toEqual([]);
    expect(offences('es', /¿(?![^?]*\?)|¡(?![^!]*!)/gu)).toEqual([]);
  });

  test('writes neither English nor straight quotation marks, and no space within its own', () => {
    expect(offences('es', /[“”„"]|«\s|\s»/gu)).toEqual([]);
  });

  test('calls a theme’s whole history “recopilación”', () => {
    expect(offences('es', /memoria/giu).filter((where) => !where.startsWith('files.'))).toEqual([]);
  });
});

describe('Arabic', () => {
  test('is punctuated with ؟ ، ؛', () => {
    expect(offences('ar', /(?<=[\u0600-\u06ff»)][\s\u2066-\u2069]*)[?,;]|[?,;](?=\s*[\u0600-\u06ff])/gu)).toEqual([]);
  });

  test('writes neither English nor straight quotation marks, and no space within its own', () => {
    expect(offences('ar', /[“”„"]|«\s|\s»/gu)).toEqual([]);
  });

  test('calls the months by their international names, as dates are written: يناير, not كانون الثاني', () => {
    const levantine = /كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|(?<!\p{L})آب(?!\p{L})|أيلول|تشرين/gu;
    expect(offences('ar', levantine)).toEqual([]);
    expect(sample(levantine)).toEqual([]);
  });

  test('calls a theme’s whole history “حصيلة”', () => {
    expect(offences('ar', /ذاكرة/gu).filter((where) => !where.startsWith('files.'))).toEqual([]);
  });

  test('writes the accusative in one way: the sign after the alif', () => {
    expect(offences('ar', /\u064b\u0627/gu)).toEqual([]);
  });

  test('has all six forms of every plural', () => {
    const lacking = plurals('ar').filter(
      ({ forms }) =>
        !['few', 'many', 'other'].every((form) => forms.includes(form)) ||
        ![
          ['zero', '=0'],
          ['one', '=1'],
          ['two', '=2'],
        ].every((same) => same.some((form) => forms.includes(form))),
    );
    expect(lacking).toEqual([]);
  });
});

test('Every plural of Spanish and French has the forms of its language', () => {
  for (const locale of ['fr', 'es'] as const)
    expect(plurals(locale).filter(({ forms }) => !['one', '=0', '=1'].some((form) => forms.includes(form)))).toEqual(
      [],
    );
});

describe('Between a label and its value stands a colon as the language sets it, from a message:', () => {
  // The names and values of design tokens, as they stand in the style sheet.
  const OF_PROGRAMS = ['src/routes/style/+page.svelte'];

  test('no page sets it in its markup', () => {
    const set = globSync('src/**/*.svelte')
      .filter((file) => !OF_PROGRAMS.includes(file))
      .flatMap((file) =>
        markupOf(file).flatMap((line, at) => (/[}>]:(?!:)/u.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
      );
    expect(set).toEqual([]);
  });

  test('no view puts it together', () => {
    // What programs and operators read: a header, a log, the names of settings.
    const ofPrograms = /^src\/(?:cli|platform)\/|^src\/routes\/api\/\+page\.server\.ts$|\.test\.ts$/;
    const set = globSync('src/**/*.ts')
      .filter((file) => !ofPrograms.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, at) =>
            /`[^`]*\}:(?:\s[^`]*|\\n[^`]*)?`/u.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [],
          ),
      );
    expect(set).toEqual([]);
  });
});
