import { join } from 'node:path';
import { accountByEmail } from '#platform/accounts/store.ts';
import type { Context } from '#platform/context.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom } from '#platform/settings.ts';
import {
  beginDraft,
  comment,
  type DraftForm,
  publish,
  review,
  saveDraft,
  setChecks,
  takeTurn,
  wantSecond,
} from '#forum/drafts/index.ts';
import { chooseMail } from '#forum/notifications/index.ts';
import { actorOf, invite, OPERATOR } from '#forum/people/index.ts';
import { ALL_HOLD } from './checks.ts';

const DAY = 24 * 60 * 60_000;

/** Who takes part in the story: address, role, and what it is of. */
export const CAST = {
  amina: { role: 'focal-point', state: 'KE', name: 'Amina Otieno' },
  juma: { role: 'focal-point', state: 'KE', name: 'Juma Kariuki' },
  grace: { role: 'focal-point', state: 'UG', name: 'Grace Achieng' },
  curator: { role: 'curator', state: '', name: 'Lena Brandt' },
  unit: { role: 'support-unit', state: '', name: 'Support Unit' },
  wanjiru: { role: 'contributor', state: '', name: 'Wanjiru Mwangi' },
  newcomer: { role: 'contributor', state: '', name: 'Tomás Rivas' },
} as const;
export type Character = keyof typeof CAST;

/** Those who belong to the same ministry. */
const MINISTRY: readonly string[] = ['amina', 'wanjiru'];

const LITTLE: Partial<DraftForm> = {
  summary: 'What was done, for whom, and since when.',
  countries: ['KE'],
  owner: 'Ministry of Labour',
  sdg: ['10.7', '8.8'],
};

/**
 * Writes a year of work into a new and empty database: practices published and one that nobody has confirmed since, drafts in every stage, remarks, a question; the
 * curator wants mail at once. The server must not be running.
 * @returns the ids of the drafts by what became of them
 */
export async function tellDeskStory(
  dataDir: string,
  environment: Record<string, string>,
  now = new Date(),
): Promise<Record<'question' | 'givenBack' | 'begun' | 'handedIn' | 'putAway', string>> {
  const settings = settingsFrom({ DATA_DIR: dataDir, ...environment });
  const database = await openDatabase(settings, join(dataDir, 'door'));
  const { db } = database;
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const operator: Context = { db, now: ago(500), locale: 'en', actor: OPERATOR };
  for (const [who, { role, state, name }] of Object.entries(CAST)) {
    const email = `${who}@example.org`;
    const place = {
      organisation: MINISTRY.includes(who) ? 'Ministry of Labour' : '',
      organisationKind: 'state',
      title: '',
    };
    await invite(operator, { email, name, role, state, mechanism: '', language: who === 'juma' ? 'fr' : 'en', place });
  }
  const as = async (who: Character, at: Date): Promise<Context> => {
    const account = await accountByEmail(db, `${who}@example.org`);
    return { db, now: at, locale: 'en', actor: await actorOf(db, account!, at) };
  };
  const handIn = async (who: Character, title: string, days: number) => {
    const id = await beginDraft(await as(who, ago(days + 2)), { ...LITTLE, title });
    await takeTurn(await as(who, ago(days)), id, 'hand-in');
    return id;
  };
  const publishOne = async (title: string, handedIn: number, days: number) => {
    const id = await handIn('amina', title, handedIn);
    await review(await as('curator', ago(days + 1)), id, 'take');
    await setChecks(await as('curator', ago(days)), id, ALL_HOLD);
    await publish(await as('curator', ago(days)), id);
  };
  await publishOne('Village courts for returning workers', 440, 430);
  await publishOne('A register of licensed recruiters', 60, 41);
  const question = await handIn('amina', 'Fees for recruiters: no worker pays', 9);
  await review(await as('curator', ago(7)), question, 'take');
  await comment(await as('curator', ago(6)), question, 'summary', 'Which workers are meant?');
  await review(await as('curator', ago(5)), question, 'ask', 'Since which year does the law hold?');
  const givenBack = await handIn('juma', 'Savings circles of seasonal workers', 6);
  await review(await as('curator', ago(3)), givenBack, 'give-back', 'What came of it is not told yet.');
  const begun = await beginDraft(await as('amina', ago(1)), { title: '' });
  await saveDraft(await as('amina', ago(1)), begun, 1, { summary: 'First thoughts.' });
  const handedIn = await handIn('grace', 'Clinics at the border of two districts', 12);
  const second = await handIn('grace', 'Language classes in the evening', 4);
  await review(await as('unit', ago(3)), second, 'take');
  await wantSecond(await as('unit', ago(2)), second, true);
  const putAway = await beginDraft(await as('amina', ago(30)), { ...LITTLE, title: 'A hotline, given up' });
  await takeTurn(await as('amina', ago(20)), putAway, 'put-away');
  await chooseMail(await as('curator', now), 'at-once');
  await database.close();
  return { question, givenBack, begun, handedIn, putAway };
}
