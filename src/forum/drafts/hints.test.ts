import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '#vocab/language.ts';
import { type DraftForm, emptyForm, TEXT_FIELDS } from './form.ts';
import { LOOKED_AT } from './hint-words.ts';
import { hintsOf, personalData, wordsFound } from './hints.ts';

const form = (typed: Partial<DraftForm>): DraftForm => ({ ...emptyForm('en'), ...typed });
const found = (typed: Partial<DraftForm>, check: string) =>
  hintsOf(form(typed)).flatMap((hint) => (hint.check === check && hint.found ? [hint.found.words] : []));

describe('Words that bind', () => {
  test.each([
    ['en', 'Parliament took a vote; the state pledges to pay, a commitment of all.', ['vote', 'pledges', 'commitment']],
    [
      'fr',
      'Un vote, une décision, l’engagement de l’État qui s’engage à payer.',
      ['vote', 'décision', 'engagement', 's’engage'],
    ],
    [
      'es',
      'Se aprobó por votación: la DECISIÓN es un compromiso vinculante.',
      ['votación', 'DECISIÓN', 'compromiso', 'vinculante'],
    ],
    ['ar', 'جرى التصويت وصدر القرار وبالتزام من الدولة وتعهدات أخرى.', ['التصويت', 'القرار', 'وبالتزام', 'وتعهدات']],
  ] as const)('are found in %s', (language, summary, expected) => {
    expect(found({ language, summary }, 'non-binding')).toEqual(expected);
  });

  test.each([
    ['en', 'A committee on decision-making is devoted to non-binding talks.'],
    ['fr', 'La prise de décision et votre dialogue non contraignant.'],
    ['es', 'La toma de decisiones, no vinculante.'],
    ['ar', 'صنع القرار في إطار غير ملزم.'],
  ] as const)('are not seen where they only look like it, in %s', (language, summary) => {
    expect(found({ language, summary }, 'non-binding')).toEqual([]);
  });

  test('of a translation are those of its language', () => {
    expect(
      found({ language: 'en', summary: 'Civic engagement.', 'summary.fr': 'Engagement civique.' }, 'non-binding'),
    ).toEqual(['Engagement']);
  });
});

describe('Praise', () => {
  test.each([
    [
      'en',
      'A unique, world-class and ground-breaking scheme, the best.',
      ['unique', 'world-class', 'ground-breaking', 'best'],
    ],
    ['fr', 'Les meilleurs résultats, inégalés et sans précédent.', ['Les meilleurs', 'inégalés', 'sans précédent']],
    ['es', 'El mejor programa, único y extraordinario.', ['El mejor', 'único', 'extraordinario']],
    ['ar', 'برنامج فريد وغير مسبوق وهو الأفضل.', ['فريد', 'وغير مسبوق', 'الأفضل']],
  ] as const)('is found in %s', (language, summary, expected) => {
    expect(found({ language, summary }, 'balanced')).toEqual(expected);
  });

  test.each([
    ['en', 'Best practices in the best interests of the child.'],
    ['fr', 'Un guichet unique et les meilleures pratiques.'],
    ['es', 'Una ventanilla única y las mejores prácticas.'],
    ['ar', 'تبادل أفضل الممارسات.'],
  ] as const)('is not seen in the words of the field, in %s', (language, summary) => {
    expect(found({ language, summary }, 'balanced')).toEqual([]);
  });
});

describe('Personal data', () => {
  test.each([
    ['Write to amina.o@labour.go.ke.', ['amina.o@labour.go.ke']],
    ['Call +254 20 273-1234 or tel. (020) 273 1234.', ['+254 20 273-1234', '(020) 273 1234']],
    ['هاتف: ٠٢٠٢٧٣١٢٣٤', ['٠٢٠٢٧٣١٢٣٤']],
  ])('that is sure is found: %s', (summary, expected) => {
    expect(found({ summary }, 'personal-data')).toEqual(expected);
  });

  test.each([
    'From 2016 to 2020 it cost 12 500 000 shillings.',
    'ISBN 978-92-1-130361-5',
    'Target 10.7, 8.8 @ work',
    'C 189 and +5 per cent',
  ])('is not seen in figures: %s', (summary) => {
    expect(found({ summary }, 'personal-data')).toEqual([]);
  });

  test('any number in international form is found as it stands, whatever is around it', () => {
    const digits = fc.array(fc.nat(9), { minLength: 8, maxLength: 14 }).map((list) => `+1${list.join('')}`);
    fc.assert(
      fc.property(
        fc.constantFrom('', 'Call ', '(', 'اتصل '),
        digits,
        fc.constantFrom('', '.', ' now', ')'),
        (before, number, after) => {
          expect(personalData(before + number + after)).toEqual([{ words: number, at: before.length }]);
        },
      ),
    );
  });
});

describe('What is missing', () => {
  const missing = (typed: Partial<DraftForm>, check: string) =>
    hintsOf(form(typed)).flatMap((hint) => (hint.check === check && !hint.found ? [hint.field] : []));

  test('of what helps others to learn is named', () => {
    expect(missing({ results: 'Fewer debts.', ongoing: ['yes'] }, 'complete')).not.toEqual(
      expect.arrayContaining(['results', 'start']),
    );
    expect(missing({}, 'complete')).toEqual(expect.arrayContaining(['results', 'lessons', 'needs', 'start']));
  });

  test('as a source is named where there is neither a link nor an evaluation', () => {
    expect(missing({}, 'sourced')).toEqual(['links']);
    expect(missing({ links: 'https://example.org' }, 'sourced')).toEqual([]);
    expect(missing({ evaluations: 'https://example.org' }, 'sourced')).toEqual([]);
  });
});

test('whatever is typed, each hint stands in its field where it says', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('vote', 'İ', 'ﬁ', '𝒳', ' ', '.', 'a@b.org', '+254202731234', 'décision', 'قرار', '\u0301'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...TEXT_FIELDS), fc.constantFrom(...LOCALES), (typed, field, language) => {
      const written = { ...form({ [field]: typed }), language };
      for (const hint of hintsOf(written))
        if (hint.found) {
          const stands = String(written[hint.field]);
          expect(stands.slice(hint.found.at, hint.found.at + hint.found.words.length)).toBe(hint.found.words);
          expect(hint.found.words).not.toBe('');
        }
    }),
  );
});

test('a word is found with its capitals and accents, and only where it stands alone', () => {
  const word = fc.constantFrom('vote', 'Vote', 'VOTE', 'vóté');
  fc.assert(
    fc.property(
      word,
      fc.constantFrom('', ' ', '“', '-', '\n'),
      fc.constantFrom('', '.', ',', '”', ' '),
      (said, before, after) => {
        const patterns = LOOKED_AT['non-binding'].en;
        expect(wordsFound(before + said + after, patterns, 'en')).toEqual([{ words: said, at: before.length }]);
        expect(wordsFound(`${before}pi${said}${after}`, patterns, 'en')).toEqual([]);
        expect(wordsFound(`${before}${said}rs${after}`, patterns, 'en')).toEqual([]);
      },
    ),
  );
});
