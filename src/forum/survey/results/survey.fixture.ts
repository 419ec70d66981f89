import { v7 as uuidv7 } from 'uuid';
import { AREAS } from '#vocab/countries.ts';
import type { GroupCode } from '#vocab/groups.ts';
import type { Database } from '#platform/database.ts';
import type { Answer, Question, Survey, SurveyContent } from '../model.ts';
import { insertSurvey } from '../store.ts';
import { surveyResponses } from '../tables.ts';

const question = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  wording: { en: `What of ${code}?`, fr: `Qu’en est-il de ${code} ?` },
  help: {},
  required: false,
  options: [],
  most: null,
  scale: null,
  condition: null,
  ...more,
});
const options = [
  { code: 'labour', label: { en: 'Labour mobility', fr: 'Mobilité de la main-d’œuvre' }, themes: ['labour-mobility'] },
  { code: 'skills', label: { en: 'Skills partnerships' }, themes: ['skills-partnerships'] },
  { code: 'climate', label: { en: 'Climate and migration' }, themes: [] },
];

/** A survey with a question of each kind, one of them put only to those who chose the Summit. */
export const CONTENT: SurveyContent = {
  title: { en: 'What matters in 2020', fr: 'Ce qui compte en 2020' },
  intro: {},
  sections: [
    {
      code: 'all',
      title: { en: 'Themes' },
      intro: {},
      questions: [
        question('themes', 'rank', { options }),
        question('weight', 'rate', { options: options.slice(0, 2), scale: { from: 1, to: 5 } }),
        question('place', 'choose-one', {
          options: [
            { code: 'summit', label: { en: 'At the Summit' }, themes: [] },
            { code: 'regional', label: { en: 'In the regions' }, themes: [] },
          ],
        }),
        question('summit', 'choose-several', {
          options: [
            { code: 'open', label: { en: 'Open Space' }, themes: [] },
            { code: 'table', label: { en: 'Roundtables' }, themes: [] },
          ],
          condition: { question: 'place', options: ['summit'] },
        }),
        question('more', 'long-text'),
      ],
    },
  ],
};

/** States of a group, by their codes. */
export function statesOfGroup(group: GroupCode, count: number): string[] {
  return AREAS.filter((area) => area.group === group)
    .slice(0, count)
    .map(({ code }) => code);
}

/** Answers that differ from one number to the next, the same each time. */
export function answersOf(seed: number): Record<string, Answer> {
  const orders = [
    [['labour'], ['skills'], ['climate']],
    [['skills'], ['labour', 'climate']],
    [['climate'], ['labour']],
  ];
  const summit = seed % 2 === 0;
  return {
    themes: { kind: 'rank', places: orders[seed % 3]! },
    weight: { kind: 'rate', rates: { labour: 1 + (seed % 5), ...(seed % 4 !== 0 && { skills: 5 - (seed % 3) }) } },
    place: { kind: 'choose-one', option: summit ? 'summit' : 'regional' },
    ...(summit && {
      summit: { kind: 'choose-several' as const, options: seed % 3 === 0 ? ['open', 'table'] : ['open'] },
    }),
    ...(seed % 2 === 1 && { more: { kind: 'long-text' as const, text: `A word on subject ${(seed * 7) % 23}` } }),
  };
}

/** Writes a survey into the database, as it stands after it was opened. */
export async function writtenSurvey(db: Database, slug: string, more: Partial<Survey> = {}): Promise<Survey> {
  const now = new Date('2020-01-10T00:00:00Z');
  const survey: Survey = {
    id: uuidv7(),
    slug,
    edition: null,
    state: 'open',
    content: CONTENT,
    version: 1,
    openedVersion: 1,
    openedAt: now,
    closesAt: null,
    zone: 'UTC',
    closedAt: null,
    remindDays: [],
    remindedDays: [],
    hiddenAt: null,
    createdAt: now,
    updatedAt: now,
    ...more,
  };
  await insertSurvey(db, survey);
  return survey;
}

/** Writes a response that was sent. */
export async function writtenResponse(
  db: Database,
  survey: string,
  code: string,
  answers: Record<string, Answer>,
  { named = false, kind = 'state' }: { named?: boolean; kind?: 'state' | 'mechanism' } = {},
): Promise<void> {
  const now = new Date('2020-01-12T00:00:00Z');
  await db.insert(surveyResponses).values({
    id: uuidv7(),
    survey,
    kind,
    code,
    answers,
    named,
    sentAnswers: answers,
    sentNamed: named,
    sentVersion: 1,
    sentAt: now,
    surveyVersion: 1,
    language: 'en',
    onBehalf: false,
    receivedFrom: '',
    version: 1,
    actor: 'Focal point',
    account: null,
    createdAt: now,
    updatedAt: now,
  });
}
