import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  askedAnswers,
  isAsked,
  mergedAnswers,
  readAnswers,
  sameAnswer,
  typedAnswers,
  unanswered,
} from './answers.ts';
import {
  complaintsAbout,
  deciders,
  questionsOf,
  sameShape,
  withChanged,
  withoutQuestion,
  withQuestionMoved,
} from './content.ts';
import { dueReminders } from './jobs.ts';
import type { Question, QuestionKind, SurveyContent } from './model.ts';
import { QUESTION_KINDS } from './model.ts';
import { readPlace, readRanking, typedRanking } from './ranking.ts';
import { clockIn, momentIn } from './zoned.ts';

const OPTIONS = ['o1', 'o2', 'o3', 'o4', 'o5'];

/** A survey of two sections with any questions, conditions only on earlier ones. */
const survey: fc.Arbitrary<SurveyContent> = fc
  .array(fc.record({ kind: fc.constantFrom<QuestionKind>(...QUESTION_KINDS), on: fc.nat(), depends: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((wanted) => {
    const questions: Question[] = [];
    for (const [at, { kind, on, depends }] of wanted.entries()) {
      const earlier = questions.filter((one) => one.kind === 'choose-one' || one.kind === 'choose-several');
      const decider = depends && earlier.length > 0 ? earlier[on % earlier.length]! : null;
      const text = kind === 'short-text' || kind === 'long-text';
      questions.push({
        code: `q${at + 1}`,
        kind,
        wording: { en: `Question ${at + 1}` },
        help: {},
        required: on % 2 === 0,
        options: text ? [] : OPTIONS.map((code) => ({ code, label: { en: code }, themes: [] })),
        most: null,
        scale: kind === 'rate' ? { from: 1, to: 5 } : null,
        condition: decider && { question: decider.code, options: ['o1', 'o2'] },
      });
    }
    const half = Math.ceil(questions.length / 2);
    const section = (code: string, its: Question[]) => ({ code, title: {}, intro: {}, questions: its });
    return {
      title: { en: 'A survey' },
      intro: {},
      sections: [section('s1', questions.slice(0, half)), section('s2', questions.slice(half))],
    };
  });

const places = fc.shuffledSubarray(OPTIONS).chain((ranked) =>
  fc.array(fc.boolean(), { minLength: ranked.length, maxLength: ranked.length }).map((ties) =>
    ranked.reduce<string[][]>((all, option, at) => {
      if (at > 0 && ties[at]) all.at(-1)!.push(option);
      else all.push([option]);
      return all;
    }, []),
  ),
);

const answersTo = (content: SurveyContent): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...questionsOf(content).map(({ code, kind }) => {
        const chosen = fc.subarray(OPTIONS, { minLength: 1 });
        const answer: fc.Arbitrary<Answers[string] | null> =
          kind === 'rank'
            ? places.map((order) => (order.length === 0 ? null : { kind, places: order }))
            : kind === 'rate'
              ? chosen.chain((options) =>
                  fc
                    .integer({ min: 1, max: 5 })
                    .map((rate) => ({ kind, rates: Object.fromEntries(options.map((o) => [o, rate])) })),
                )
              : kind === 'choose-one'
                ? fc.constantFrom(...OPTIONS).map((option) => ({ kind, option }))
                : kind === 'choose-several'
                  ? chosen.map((options) => ({ kind, options }))
                  : fc
                      .string({ minLength: 1, maxLength: 40 })
                      .map((text) => (text.trim() === '' ? null : { kind, text: text.trim() }));
        return fc.option(answer).map((given) => [code, given] as const);
      }),
    )
    .map((all) => Object.fromEntries(all.filter(([, given]) => given !== null)) as Answers);

const answered = survey.chain((content) => fc.tuple(fc.constant(content), answersTo(content)));

describe('Conditions of a survey', () => {
  test('built on earlier questions alone are never refused, and asking always comes to an end', () => {
    fc.assert(
      fc.property(answered, ([content, answers]) => {
        expect(complaintsAbout(content)).toEqual([]);
        for (const question of questionsOf(content))
          expect([true, false]).toContain(isAsked(content, question, answers));
      }),
    );
  });

  test('a move or a removal that would make one look at a later question or at none is refused by name', () => {
    fc.assert(
      fc.property(survey, fc.nat(), fc.boolean(), (content, at, up) => {
        const questions = questionsOf(content);
        const { code } = questions[at % questions.length]!;
        for (const changed of [withQuestionMoved(content, code, up ? -1 : 1), withoutQuestion(content, code)]) {
          const wrong = questionsOf(changed)
            .filter(
              ({ condition, code: own }) =>
                condition && !deciders(changed, own).some((one) => one.code === condition.question),
            )
            .map((one) => one.code);
          expect(complaintsAbout(changed).map(({ name }) => name)).toEqual(wrong);
        }
      }),
    );
  });

  test('a circle of two, or a question upon itself, is refused', () => {
    fc.assert(
      fc.property(survey, (content) => {
        for (const question of questionsOf(content)) {
          const upon = { ...question, condition: { question: question.code, options: ['o1'] } };
          expect(complaintsAbout(withChanged(content, upon)).map(({ name }) => name)).toContain(question.code);
        }
      }),
    );
  });

  test('what stands beneath a condition that no longer holds is not sent, and nothing is asked for there', () => {
    fc.assert(
      fc.property(answered, ([content, answers]) => {
        const sent = askedAnswers(content, answers);
        for (const question of questionsOf(content))
          if (!isAsked(content, question, sent)) expect(sent[question.code]).toBeUndefined();
        for (const question of unanswered(content, answers)) expect(isAsked(content, question, answers)).toBe(true);
      }),
    );
  });

  test('moving a question never loses one', () => {
    fc.assert(
      fc.property(survey, fc.nat(), fc.boolean(), (content, at, up) => {
        const codes = questionsOf(content).map(({ code }) => code);
        const moved = withQuestionMoved(content, codes[at % codes.length]!, up ? -1 : 1);
        expect(
          questionsOf(moved)
            .map(({ code }) => code)
            .sort(),
        ).toEqual([...codes].sort());
      }),
    );
  });
});

describe('A ranking as it is typed', () => {
  test('comes back as it was: order, ties and what was not ranked', () => {
    fc.assert(
      fc.property(places, (order) => {
        const read = readRanking(OPTIONS, typedRanking(order));
        expect(read.unread).toEqual([]);
        expect(read.places).toEqual(order.map((tied) => OPTIONS.filter((option) => tied.includes(option))));
      }),
    );
  });

  test('the order alone matters: 1, 3, 7 is first, second, third', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (order, step, from) => {
        const typed = typedRanking(order);
        const spread = Object.fromEntries(
          Object.entries(typed).map(([option, place]) => [option, String(Number(place) * step + from)]),
        );
        expect(readRanking(OPTIONS, spread)).toEqual(readRanking(OPTIONS, typed));
      }),
    );
  });

  test('places are read in the digits people have, and what is no place is named, never dropped', () => {
    expect(['1', ' 2. ', '٣', '۴', '5)'].map(readPlace)).toEqual([1, 2, 3, 4, 5]);
    expect(['0', '-1', '1.5', 'first', '1,2', '12345'].map(readPlace)).toEqual([null, null, null, null, null, null]);
    expect(readRanking(['o1', 'o2', 'o3'], { o1: 'first', o2: '2', o3: '' })).toEqual({
      places: [['o2']],
      unread: ['o1'],
    });
  });
});

describe('A response', () => {
  test('typed into the form again reads as it was', () => {
    fc.assert(
      fc.property(answered, ([content, answers]) => {
        const read = readAnswers(content, typedAnswers(content, answers)).answers;
        for (const { code } of questionsOf(content)) expect(sameAnswer(read[code], answers[code])).toBe(true);
      }),
    );
  });

  test('of one version reads the same under one whose wording was corrected', () => {
    fc.assert(
      fc.property(answered, fc.string(), ([content, answers], words) => {
        const corrected: SurveyContent = {
          title: { fr: words },
          intro: { en: words },
          sections: content.sections.map((section) => ({
            ...section,
            title: { es: words },
            questions: section.questions.map((question) => ({
              ...question,
              wording: { en: words },
              options: question.options.map((option) => ({ ...option, label: { ar: words } })),
            })),
          })),
        };
        expect(sameShape(content, corrected)).toBe(true);
        expect(readAnswers(corrected, typedAnswers(content, answers))).toEqual(
          readAnswers(content, typedAnswers(content, answers)),
        );
        expect(askedAnswers(corrected, answers)).toEqual(askedAnswers(content, answers));
      }),
    );
  });

  test('another option, condition or order is no correction of words', () => {
    fc.assert(
      fc.property(survey, (content) => {
        for (const question of questionsOf(content)) {
          expect(sameShape(content, withChanged(content, { ...question, required: !question.required }))).toBe(false);
          const fewer = { ...question, options: question.options.slice(1) };
          expect(sameShape(content, withChanged(content, fewer))).toBe(question.options.length === 0);
        }
      }),
    );
  });

  test('of two who wrote upon the same, every change of either is there or named as a conflict', () => {
    const three = survey.chain((content) =>
      fc.tuple(fc.constant(content), answersTo(content), answersTo(content), answersTo(content)),
    );
    fc.assert(
      fc.property(three, ([content, base, theirs, mine]) => {
        const { answers, conflicts } = mergedAnswers(base, theirs, mine);
        for (const { code } of questionsOf(content)) {
          const [was, their, my, now] = [base, theirs, mine, answers].map((all) => all[code]);
          if (conflicts.includes(code)) {
            expect([sameAnswer(my, was), sameAnswer(their, was), sameAnswer(my, their)]).toEqual([false, false, false]);
            expect(sameAnswer(now, their)).toBe(true);
          } else expect(sameAnswer(now, sameAnswer(my, was) ? their : my)).toBe(true);
        }
      }),
    );
  });
});

describe('Times', () => {
  test('the clock of a zone at the moment it was read from shows what was read, but for the hour that summer time leaves out', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Dubai',
      'Africa/Nairobi',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(
        zones,
        fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        (zone, at) => {
          const clock = clockIn(zone, at);
          const read = momentIn(zone, clock)!;
          expect(clockIn(zone, read)).toBe(clock);
          expect(read.getTime() - Math.floor(at.getTime() / 60_000) * 60_000).toBeLessThanOrEqual(0);
        },
      ),
    );
    expect(momentIn('Europe/Paris', '2026-03-29T02:30')).toEqual(new Date('2026-03-29T01:30:00Z'));
    expect(momentIn('Europe/Paris', '2026-10-25T02:30')).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect([momentIn('UTC', 'soon'), momentIn('UTC', '2026-13-01T00:00')]).toEqual([null, null]);
  });

  test('a reminder is due once, from its day on, and never where its day was before the opening', () => {
    const times = {
      openedAt: new Date('2026-11-20T10:00:00Z'),
      closesAt: new Date('2026-11-30T10:00:00Z'),
      remindDays: [14, 7, 2],
      remindedDays: [] as number[],
    };
    const due = (day: string, remindedDays: number[] = []) =>
      dueReminders({ ...times, remindedDays }, new Date(`2026-11-${day}T10:00:00Z`));
    expect([due('22'), due('23'), due('29'), due('29', [7]), due('29', [7, 2])]).toEqual([[], [7], [7, 2], [2], []]);
  });
});
