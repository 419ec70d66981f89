import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import { writeLetter } from '#platform/mail/letter.ts';
import { claimMail, forgetMail } from '#platform/mail/queue.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { allEditions, createEdition, type Edition, emptyEdition, noTexts, openEdition } from '#forum/editions/index.ts';
import { emptyObservation, writeObservation } from '#forum/observations/index.ts';
import { actorOf, allPersons, invite, NotPermitted, OPERATOR } from '#forum/people/index.ts';
import { createSession, emptySession, type Session } from '#forum/programme/index.ts';
import { createSurvey } from '#forum/survey/index.ts';
import {
  addMilestone,
  changeMilestone,
  formOfMilestone,
  handoverNow,
  handOverEdition,
  leftoversOf,
  makeFeed,
  type Milestone,
  type MilestoneForm,
  milestonesOf,
  milestonesWaiting,
  openNext,
  ownerOfFeed,
  proposeNext,
  planningLetters,
  removeMilestone,
  setDone,
  tick,
} from './index.ts';
import { remindOfMilestones } from './reminding.ts';

eachDatabase('The year of an edition', (open) => {
  let database: OpenDatabase;
  let edition: Edition;
  const at = (day: string) => new Date(`${day}T10:00:00Z`);
  const as = (actor: Context['actor'], day = '2020-06-01'): Context => ({
    db: database.db,
    now: at(day),
    locale: 'en',
    actor,
  });
  const signedIn = async (email: string, day = '2020-06-01') =>
    as(await actorOf(database.db, (await accountByEmail(database.db, email))!, at(day)), day);
  const form = (title: string, due: string, more: Partial<MilestoneForm> = {}): MilestoneForm => ({
    ...formOfMilestone({
      kind: 'other',
      title: { en: title },
      note: {},
      from: null,
      due,
      role: 'chair',
      of: null,
      who: '',
      public: false,
      url: '',
      remind: [14, 3],
    }),
    ...more,
  });
  const added = async (title: string, due: string, more: Partial<MilestoneForm> = {}) => {
    const made = await addMilestone(as(OPERATOR), edition.id, form(title, due, more));
    if ('complaints' in made) throw new Error(JSON.stringify(made));
    return made;
  };

  beforeAll(async () => {
    database = await open();
    const first = {
      ...emptyEdition(),
      number: '13',
      years: '2020',
      chairs: ['AE'],
      from: '2020-10-19',
      until: '2020-10-23',
    };
    const made = await createEdition(as(OPERATOR), first, 'planned');
    if ('complaints' in made) throw new Error(JSON.stringify(made));
    edition = made;
    await openEdition(as(OPERATOR), edition.slug);
    const person = { name: '', state: '', mechanism: '', language: 'fr' };
    await invite(as(OPERATOR), { ...person, email: 'chair@example.org', role: 'chair' });
    await invite(as(OPERATOR), { ...person, email: 'second@example.org', role: 'chair' });
    await invite(as(OPERATOR), { ...person, email: 'unit@example.org', role: 'support-unit' });
    await invite(as(OPERATOR), { ...person, email: 'ngo@example.org', role: 'contributor' });
    for (let mail; (mail = await claimMail(database.db, at('2020-06-01')));) await forgetMail(database.db, mail.id);
  });
  afterAll(() => database.close());

  test('of two who change one milestone the later sees what the first wrote; every state stays readable', async () => {
    const { id, version } = await added('Call for inputs', '2020-07-01');
    const first = await changeMilestone(as(OPERATOR), id, form('Call for practices', '2020-07-02'), version);
    expect(first).toMatchObject({ version: 2 });
    const late = await changeMilestone(as(OPERATOR), id, form('Call', '2020-07-03'), version);
    expect(late).toMatchObject({ now: { title: { en: 'Call for practices' } } });
    expect((await versionsOf(database.db, id)).map(({ content }) => (content as Milestone).due)).toEqual([
      '2020-07-01',
      '2020-07-02',
    ]);
    expect(await removeMilestone(as(OPERATOR), id)).toBe(true);
    expect((await milestonesOf(database.db, edition.id)).map((one) => one.id)).not.toContain(id);
    expect(await versionsOf(database.db, id)).toHaveLength(3);
  });

  test('what is owed waits on those who owe it, and on nobody else; they say that it is done', async () => {
    const { id } = await added('Themes chosen', '2020-06-20');
    const [chair, ngo] = [await signedIn('chair@example.org'), await signedIn('ngo@example.org')];
    expect((await milestonesWaiting(chair)).map((one) => one.id)).toEqual([id]);
    expect(await milestonesWaiting(ngo)).toEqual([]);
    expect(await setDone(ngo, id, true)).toBeNull();
    expect(await setDone(chair, id, true)).toMatchObject({ done: { by: 'chair' } });
    expect(await milestonesWaiting(chair)).toEqual([]);
    expect(await setDone(chair, id, false)).toMatchObject({ done: null });
    await expect(addMilestone(ngo, edition.id, form('Mine', '2020-06-20'))).rejects.toThrow(NotPermitted);
    await expect(addMilestone(as(VISITOR), edition.id, form('Mine', '2020-06-20'))).rejects.toThrow(NotPermitted);
    await setDone(chair, id, true);
  });

  test('reminders go to who owes it, once each, in their language; none where it is done, and anew where it is due another day', async () => {
    const { id } = await added('Registration opens', '2020-08-20', { 'title-fr': 'Ouverture des inscriptions' });
    const sent = async (day: string) => {
      await remindOfMilestones(database.db, at(day));
      const letters: string[] = [];
      for (let mail; (mail = await claimMail(database.db, at(day))); await forgetMail(database.db, mail.id)) {
        const letter = await planningLetters('https://forum.example')[mail.letter]!(database.db, mail, at(day));
        if (letter) letters.push(`${mail.to}: ${writeLetter(letter, mail.locale).subject}`);
      }
      return letters.sort();
    };
    expect(await sent('2020-08-05')).toEqual([]);
    expect(await sent('2020-08-06')).toEqual([
      'chair@example.org: Dans 14 jours\u00a0: Ouverture des inscriptions',
      'second@example.org: Dans 14 jours\u00a0: Ouverture des inscriptions',
    ]);
    expect(await sent('2020-08-07')).toEqual([]);
    const now = (await milestonesOf(database.db, edition.id)).find((one) => one.id === id)!;
    await changeMilestone(as(OPERATOR), id, { ...formOfMilestone(now), due: '2020-08-24' }, now.version);
    expect(await sent('2020-08-10')).toHaveLength(2);
    await setDone(as(OPERATOR), id, true);
    expect(await sent('2020-08-22')).toEqual([]);
  });

  test('an address for calendars belongs to one person, and a new one ends the old one', async () => {
    const chair = await signedIn('chair@example.org');
    const first = await makeFeed(chair);
    expect(await ownerOfFeed(database.db, first)).toBe(chair.actor.account);
    const second = await makeFeed(chair);
    expect([await ownerOfFeed(database.db, first), await ownerOfFeed(database.db, second)]).toEqual([
      null,
      chair.actor.account,
    ]);
    const kept = await database.db.execute(sql`select secret_hash from planning_feeds`);
    expect(JSON.stringify(kept)).not.toContain(second);
  });

  const NEXT = { years: '2022', chairs: ['FR'], city: '', country: '', from: '', until: '' };

  test('the next year is shown before it is opened; what is wrong with a correction is named, and nothing is opened by it', async () => {
    const { id } = await added('Input 2020', '2020-07-07', { 'title-ar': 'مساهمة ٢٠٢٠' });
    const proposed = await proposeNext(as(OPERATOR), edition, NEXT);
    if ('complaints' in proposed) throw new Error(JSON.stringify(proposed));
    expect(proposed.moving).toEqual({ by: 'years', years: 2, days: 728 });
    expect(proposed.milestones.find(({ before }) => before.id === id)!.after).toMatchObject({
      title: { en: 'Input 2022', ar: 'مساهمة ٢٠٢٢' },
      due: '2022-07-05',
    });
    expect(await proposeNext(as(OPERATOR), edition, { ...NEXT, chairs: [] })).toMatchObject({
      complaints: [{ name: 'chairs' }],
    });
    await expect(proposeNext(await signedIn('ngo@example.org'), edition, NEXT)).rejects.toThrow(NotPermitted);
    const wrong = new Map([[id, { take: true, fields: { due: 'soon' } }]]);
    expect(await openNext(as(OPERATOR), edition, NEXT, wrong)).toMatchObject({ complaints: [{ name: `${id}.due` }] });
    expect((await allEditions(database.db)).map(({ slug }) => slug)).toEqual(['2020']);
    await removeMilestone(as(OPERATOR), id);
  });

  test('what is still open is told before the handover, each with who owes it, and only what is this edition’s', async () => {
    const { id } = await added('Open', '2020-09-01');
    const titled = (en: string) => ({ ...noTexts(), en });
    const session = async (title: string, summary = '') => {
      const form = { ...emptySession(), format: 'roundtable', title: titled(title), summary: titled(summary) };
      return ((await createSession(as(OPERATOR), edition.slug, form)) as Session).slug;
    };
    const [told, untold] = [await session('Told', 'What came of it.'), await session('Untold')];
    for (const at of Array.from({ length: 12 }, (_, number) => number))
      await writeObservation(as(OPERATOR), told, {
        ...emptyObservation(['labour-mobility']),
        text: titled(`Heard ${at}`),
      });
    for (const of of [edition.id, null])
      await createSurvey(as(OPERATOR), { title: { en: of ? 'Ours' : 'Another' }, edition: of });
    const left = await leftoversOf(as(OPERATOR), edition);
    expect(left.milestones.first.map((one) => one.id)).toContain(id);
    expect(left.milestones.first.every(({ done }) => done === null)).toBe(true);
    expect(left.surveys.first.map(({ content }) => content.title.en)).toEqual(['Ours']);
    expect([left.observations.total, left.observations.first.length]).toEqual([12, 10]);
    expect(left.observations.first[0]!.heardIn.slug).toBe(told);
    expect(left.sessions.first.map(({ slug }) => slug)).toEqual([untold]);
    expect([left.drafts.total, left.unpublished]).toEqual([0, ['report', 'chairs-summary']]);
    await expect(leftoversOf(await signedIn('chair@example.org'), edition)).rejects.toThrow(NotPermitted);
    await removeMilestone(as(OPERATOR), id);
  });

  test('a chair hands over to the next: the year is taken along, access ends for whom it should, and nothing is lost', async () => {
    const left = await added('Does not come back', '2020-05-04');
    const corrections = new Map([[left.id, { take: false, fields: {} }]]);
    const next = await openNext(as(OPERATOR), edition, { ...NEXT, from: '2022-10-18' }, corrections);
    if ('complaints' in next) throw new Error(JSON.stringify(next));
    const before = await milestonesOf(database.db, edition.id);
    const taken = await milestonesOf(database.db, next.id);
    expect(taken.map(({ title, due, done }) => [title.en, due, done])).toEqual([
      ['Themes chosen', '2022-06-19', null],
      ['Registration opens', '2022-08-23', null],
    ]);
    expect(await tick(as(OPERATOR), edition.id, 'report', true)).toBe(true);
    expect(await tick(as(OPERATOR), edition.id, 'anything', true)).toBe(false);
    const stands = (await handoverNow(as(OPERATOR)))!;
    expect([stands.to?.slug, stands.prepared, [...stands.ticks.keys()]]).toEqual(['2022', 2, ['report']]);
    const leaving = stands.chair.find(({ name }) => name === 'chair')!;
    const version = { from: edition.id, to: next.id };
    await expect(handOverEdition(await signedIn('chair@example.org'), version, [])).rejects.toThrow(NotPermitted);
    expect(await handOverEdition(as(OPERATOR), version, [leaving.term])).toMatchObject({
      slug: '2022',
      stage: 'current',
    });
    expect(await handOverEdition(as(OPERATOR), version, [])).toBe('changed');
    expect((await allEditions(database.db)).map(({ slug, stage }) => [slug, stage])).toEqual([
      ['2020', 'past'],
      ['2022', 'current'],
    ]);
    const holds = (await allPersons(database.db)).filter(({ terms }) =>
      terms.some(({ role, until }) => role === 'chair' && until === null),
    );
    expect(holds.map(({ name }) => name)).toEqual(['second']);
    expect(await milestonesOf(database.db, edition.id)).toEqual(before);
  });
});
