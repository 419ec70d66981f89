import {
  beginDraft,
  changePractice,
  comment,
  type DraftForm,
  emptyForm,
  publish,
  saveDraft,
  setChecks,
  TEXT_FIELDS,
  TRANSLATION_FIELDS,
} from '#forum/drafts/index.ts';
import { practiceWithId, updatePractices } from '#forum/practices/index.ts';
import { recordPractice } from '../../src/forum/drafts/review.ts';
import { beforehand, type Before } from './drafts.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from './server.ts';
import { signedInAs, visit, type Visit } from './visit.ts';

/** What must never come to life on a page. */
export const PAYLOAD = `"'><script>hacked()</script><img src=x onerror=hacked()>{{7*7}}`;

type PersonName = 'curator' | 'second' | 'kenya' | 'ngo' | 'visitor';
type DraftName = 'walked' | 'asked' | 'given' | 'late' | 'conflict' | 'hostile' | 'private' | 'rich' | 'away';
type PracticeName = 'courts' | 'harbour' | 'goes' | 'stays' | 'restored' | 'conflict';

/** A running forum with drafts at every turn, practices of Kenya's, and people signed in. */
export interface CuratedForum {
  server: RunningServer;
  people: Record<PersonName, Visit>;
  drafts: Record<DraftName, string>;
  practices: Record<PracticeName, { id: string; slug: string }>;
  end(): Promise<void>;
}

/** Starts it on an empty database that the environment names. */
export async function curatedForum(environment: Record<string, string>): Promise<CuratedForum> {
  const folder = newFolder();
  const first = await startServer(folder, { ...environment, SAMPLE: 'off' });
  const told = { ...environment, ORIGIN: first.origin };
  const as = (role: string, name: string, state = '') =>
    signedInAs(first, folder, role, { email: `${name}@example.org`, state, environment: told });
  const signedIn = {
    curator: await as('curator', 'curator'),
    second: await as('curator', 'second'),
    kenya: await as('focal-point', 'kenya', 'KE'),
    ngo: await as('contributor', 'ngo'),
  };
  await first.stop();
  const what = await beforehand(folder, environment, seed);
  const server = await startServer(folder, { ...environment, SAMPLE: 'off' });
  const again = Object.entries(signedIn).map(([name, { cookies }]) => [name, visit(server, cookies)]);
  return {
    server,
    people: { ...(Object.fromEntries(again) as Record<keyof typeof signedIn, Visit>), visitor: visit(server) },
    ...what,
    async end() {
      await server.stop();
      removeFolder(folder);
    },
  };
}

const HOSTILE: Partial<DraftForm> = {
  ...emptyForm('en'),
  ...Object.fromEntries([...TEXT_FIELDS, ...TRANSLATION_FIELDS].map((field) => [field, `${PAYLOAD} ${field}`])),
  kind: 'law',
  language: 'en',
  start: '',
  end: '',
  sdgMore: '',
  replicatesMore: '',
  links: 'https://example.org/?q="><script>hacked()</script>',
  evaluations: '',
  countries: ['KE'],
  sdg: ['10.7'],
  attachments: [{ id: '0', name: PAYLOAD, type: 'application/pdf', size: 1, caption: PAYLOAD }],
};

/** A draft with something in most fields, and words worth a second look. */
const RICH: Partial<DraftForm> = {
  title: 'Village courts of the coast',
  summary:
    'A unique scheme: elders and magistrates hear disputes over wages together, within walking distance.\nThe state pledges to keep them open. Ask amina@labour.example or +254 20 273 1234.',
  kind: 'programme',
  start: '2016',
  countries: ['KE', 'TZ'],
  places: 'Mombasa\nTanga',
  owner: 'Ministry of Labour',
  partners: 'Coast Legal Aid\nUnion of Domestic Workers',
  sdg: ['10.7', '16.3'],
  gcm: ['7', '17'],
  themes: ['labour-mobility'],
  stakeholders: ['state'],
  results: 'Nine of ten cases are settled within a month; before, it took a year.',
  costs: '',
  lessons: 'Elders who are paid by the case hear more cases than they should.',
  links: 'https://example.org/courts',
  'title.fr': 'Tribunaux de village de la côte',
  'summary.fr': 'Des anciens et des magistrats jugent ensemble les litiges salariaux.',
  'summary.ar': 'ينظر الشيوخ والقضاة معاً في نزاعات الأجور.',
};

async function seed(before: Before): Promise<Pick<CuratedForum, 'drafts' | 'practices'>> {
  const { ctx, somebody, handedIn, checked, published } = before;
  const kenya = await somebody('kenya@example.org');
  const curator = await somebody('curator@example.org');
  const practice = (typed: Partial<DraftForm>) => published(kenya, curator, typed);
  const practices = {
    courts: await practice({ title: 'Village courts', links: 'https://example.org/courts' }),
    harbour: await practice({ title: 'Harbour masters' }),
    goes: await practice({ title: 'Border clinics for mothers' }),
    stays: await practice({ title: 'Clinics for mothers at the border' }),
    restored: await practice({ title: 'Seasonal permits' }),
    conflict: await practice({ title: 'School buses' }),
  };
  const later = (await changePractice(ctx(kenya), practices.restored.id))!;
  await saveDraft(ctx(kenya), later, 1, { summary: 'Permits last nine months.' });
  await publish(ctx(curator), await checked(kenya, curator, later));
  // The owner writes one thing; meanwhile the published text becomes another.
  const conflict = (await changePractice(ctx(kenya), practices.conflict.id))!;
  await saveDraft(ctx(kenya), conflict, 1, {
    summary: 'Buses for all pupils.',
    needs: 'Roads.',
    countries: ['KE', 'UG'],
  });
  await checked(kenya, curator, conflict);
  await changeBehindIt(before, practices.conflict.id, 'Buses for girls first.');
  const drafts = {
    walked: await handedIn(kenya, { title: 'Fees for recruiters' }),
    asked: await handedIn(kenya, { title: 'Savings circles' }),
    given: await handedIn(kenya, { title: 'Mobile clinics' }),
    late: await checked(kenya, curator, await handedIn(kenya, { title: 'Legal aid vans' })),
    conflict,
    hostile: await handedIn(kenya, HOSTILE),
    private: await beginDraft(ctx(kenya), { title: 'Not yet anybody’s' }),
    rich: await handedIn(kenya, RICH),
    away: await handedIn(kenya, { title: 'Night schools' }),
  };
  // Looked at in part: one point does not hold, and the results have become others since.
  await setChecks(ctx(curator), drafts.rich, {
    complete: { holds: true, why: '' },
    sourced: { holds: false, why: 'The page says nothing of the results.' },
    'personal-data': { holds: false, why: 'An address and a telephone number stand in the text.' },
  });
  await saveDraft(ctx(curator), drafts.rich, 1, { results: `${RICH.results!} The courts publish it each year.` });
  await comment(ctx(curator), drafts.rich, 'results', 'Where can one read this?');
  await comment(ctx(curator), drafts.rich, null, 'Is this the scheme that was presented at the mayors’ forum?');
  return { drafts, practices };
}

async function changeBehindIt({ ctx, somebody }: Before, id: string, summary: string): Promise<void> {
  const curator = ctx(await somebody('curator@example.org'));
  const now = (await practiceWithId(curator.db, id))!;
  await curator.db.transaction(async (tx) => {
    const next = { ...now, summary, version: now.version + 1 };
    await updatePractices(tx, [next]);
    await recordPractice(tx, curator, next, 'practice.updated');
  });
}
