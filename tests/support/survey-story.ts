import { createEdition, emptyEdition } from '#forum/editions/index.ts';
import { OPERATOR } from '#forum/people/index.ts';
import {
  answersOf,
  statesOfGroup,
  writtenResponse,
  writtenSurvey,
} from '../../src/forum/survey/results/survey.fixture.ts';
import type { Before } from './drafts.ts';

/** How many states of each group answer. */
const ANSWERED = { african: 14, 'asia-pacific': 11, 'eastern-european': 4, grulac: 7, weog: 5 } as const;

/** A survey of a planned edition that is over: 41 states answered, one of which chose to be named, and two mechanisms. */
export async function seedSurvey({ db }: Pick<Before, 'db'>): Promise<void> {
  const ctx = { db, now: new Date('2020-01-05T09:00:00Z'), locale: 'en' as const, actor: OPERATOR };
  const edition = await createEdition(
    ctx,
    { ...emptyEdition(), number: '13', years: '2020', chairs: ['AE'] },
    'planned',
  );
  if ('complaints' in edition) throw new Error(JSON.stringify(edition.complaints));
  const survey = await writtenSurvey(db, 'themes-2020', {
    edition: edition.id,
    state: 'closed',
    closedAt: new Date('2020-02-01T00:00:00Z'),
  });
  let seed = 0;
  for (const [group, count] of Object.entries(ANSWERED))
    for (const code of statesOfGroup(group as keyof typeof ANSWERED, count)) {
      seed += 1;
      await writtenResponse(db, survey.id, code, answersOf(seed), { named: seed === 1 });
    }
  for (const code of ['business', 'mayors'])
    await writtenResponse(db, survey.id, code, answersOf((seed += 1)), { kind: 'mechanism' });
}
