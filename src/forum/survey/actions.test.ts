import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { accountByEmail } from '#platform/accounts/store.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import { writeLetter } from '#platform/mail/letter.ts';
import { claimMail, forgetMail } from '#platform/mail/queue.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { v7 as uuidv7 } from 'uuid';
import {
  actorOf,
  allPersons,
  endRole,
  erasePerson,
  invite,
  NotPermitted,
  OPERATOR,
  planErasure,
} from '#forum/people/index.ts';
import { insertInvitation } from './invitations.ts';
import { ownSurveys } from './own.ts';
import { surveyInvitations } from './tables.ts';
import { saveAnswers, sendAnswers } from './answering.ts';
import { changeSurvey, createSurvey, sampleSurvey } from './building.ts';
import { questionsOf, withChanged, withoutQuestion } from './content.ts';
import { delegate, delegatesOf, takeBack } from './delegation.ts';
import { type Entry, entryByToken, lateEntry, ownEntries } from './entry.ts';
import { lookAfterSurveys } from './jobs.ts';
import { surveyLetters } from './letters.ts';
import { closeSurvey, openSurvey, remind, standingOf } from './life.ts';
import type { Survey } from './model.ts';
import { responseOf, senderOf } from './responses.ts';
import { responsesOf, surveyWith } from './store.ts';
import { surveysWaiting } from './waiting.ts';

eachDatabase('A survey', (open) => {
  let database: OpenDatabase;
  let survey: Survey;
  /** The links of the first invitations: of business, Kenya and Morocco. */
  let links: string[];
  const now = new Date('2026-11-02T09:00:00Z');
  const later = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
  const as = (actor: Context['actor'], at = now): Context => ({ db: database.db, now: at, locale: 'en', actor });
  const signedIn = async (email: string) =>
    as(await actorOf(database.db, (await accountByEmail(database.db, email))!, now));
  const invited = (email: string, role: string, of: { state?: string; mechanism?: string } = {}, language = 'en') =>
    invite(as(OPERATOR), { email, name: email.split('@')[0]!, role, state: '', mechanism: '', language, ...of });
  const TIMES = { closes: '2026-11-30T18:00', zone: 'Africa/Nairobi', remind: '7, 2' };

  /** What waits in the post, as it would be read, and is then forgotten. */
  async function post(at = now) {
    const letters = surveyLetters('https://forum.example');
    const sent: { to: string; text: string; token: string; locale: string }[] = [];
    for (let mail; (mail = await claimMail(database.db, at)); await forgetMail(database.db, mail.id)) {
      const letter = await letters[mail.letter]?.(database.db, mail, at);
      if (!letter) continue;
      const { text } = writeLetter(letter, mail.locale);
      sent.push({ to: mail.to, text, token: /answer\?token=([\w-]+)/.exec(text)?.[1] ?? '', locale: mail.locale });
    }
    return sent.sort((one, other) => (one.to < other.to ? -1 : 1));
  }
  const entered = async (token: string, at = now): Promise<Entry> =>
    (await entryByToken(as(VISITOR, at), token))!.entry;
  const form = (fields: Record<string, string[]>, base = 0, named = false) => ({
    base,
    fields,
    named,
    receivedFrom: '',
  });
  const GOOD = { 'q1.o1': ['1'], 'q1.o3': ['1'], 'q1.o2': ['2'], q6: ['o1'] };

  beforeAll(async () => {
    database = await open();
    await invited('kenya@example.org', 'focal-point', { state: 'KE' });
    await invited('maroc@example.org', 'focal-point', { state: 'MA' }, 'fr');
    await invited('business@example.org', 'mechanism-coordinator', { mechanism: 'business' });
    await invited('chair@example.org', 'chair');
    await invited('ngo@example.org', 'contributor');
    await post();
  });
  afterAll(() => database.close());

  test('is built by hosts alone, and a condition that looks ahead is refused', async () => {
    for (const email of ['kenya@example.org', 'ngo@example.org'])
      await expect(createSurvey(await signedIn(email), { title: { en: 'Mine' } })).rejects.toThrow(NotPermitted);
    const chair = await signedIn('chair@example.org');
    survey = (await createSurvey(chair, { title: { en: 'Answer' }, from: sampleSurvey() })) as Survey;
    expect([survey.slug, survey.state, questionsOf(survey.content)]).toMatchObject([
      'answer-2',
      'draft',
      { length: 12 },
    ]);
    const refused = await changeSurvey(chair, survey.id, 1, (content) => withoutQuestion(content, 'q6'));
    expect(refused).toMatchObject({ complaints: [{ name: 'q7' }] });
    expect(await changeSurvey(chair, survey.id, 7, (content) => content)).toMatchObject({
      complaints: [{ name: 'version' }],
    });
  });

  test('is not opened into the past, nor without words', async () => {
    const chair = await signedIn('chair@example.org');
    const wrong = await openSurvey(chair, survey.id, 1, {
      closes: '2026-10-01T18:00',
      zone: 'Nowhere/City',
      remind: 'soon',
    });
    expect(wrong).toMatchObject({ complaints: [{ name: 'zone' }, { name: 'remind' }] });
    expect(await openSurvey(chair, survey.id, 1, { ...TIMES, closes: '2026-10-01T18:00' })).toMatchObject({
      complaints: [{ name: 'closes' }],
    });
  });

  test('invites every focal point and coordinator when it opens, in their language, by a link that is kept nowhere', async () => {
    survey = (await openSurvey(await signedIn('chair@example.org'), survey.id, 1, TIMES)) as Survey;
    expect([survey.state, survey.closesAt]).toEqual(['open', new Date('2026-11-30T15:00:00Z')]);
    const mail = await post();
    expect(mail.map(({ to, locale }) => [to, locale])).toEqual([
      ['business@example.org', 'en'],
      ['kenya@example.org', 'en'],
      ['maroc@example.org', 'fr'],
    ]);
    expect(mail[2]!.text).toContain('Africa/Nairobi');
    expect(mail[2]!.text).toContain('Maroc\u00a0: vos préférences sont demandées');
    const { respondent } = await entered(mail[1]!.token);
    expect(respondent).toEqual({ kind: 'state', code: 'KE', group: 'african' });
    expect(await entryByToken(as(VISITOR), `${mail[1]!.token}x`)).toBeNull();
    expect(await entryByToken(as(VISITOR, later(28 + 366)), mail[1]!.token)).toBeNull();
    links = mail.map(({ token }) => token);
    expect(JSON.stringify(await database.db.execute('select * from survey_links'))).not.toContain(mail[1]!.token);
    const { unreached, respondents } = await standingOf(await signedIn('chair@example.org'), survey);
    expect([unreached.length, unreached.includes('KE'), respondents.length]).toEqual([191, false, 3]);
  });

  test('is locked once it is open: words can be corrected, which makes a version that is said; options cannot change', async () => {
    const chair = await signedIn('chair@example.org');
    const [first] = questionsOf(survey.content);
    const fewer = await changeSurvey(chair, survey.id, survey.version, (c) =>
      withChanged(c, { ...first!, options: first!.options.slice(1) }),
    );
    expect(fewer).toMatchObject({ complaints: [{ notice: { key: 'survey.locked' } }] });
    survey = (await changeSurvey(chair, survey.id, survey.version, (c) =>
      withChanged(c, { ...first!, wording: { ...first!.wording, en: 'Which come first?' } }),
    )) as Survey;
    expect((await versionsOf(database.db, survey.id)).map(({ action }) => action)).toEqual([
      'survey.created',
      'survey.opened',
      'survey.corrected',
    ]);
  });

  test('two who write at once lose nothing: other questions come together, the same one is shown to the later', async () => {
    const kenya = ownEntries(await signedIn('kenya@example.org'))[0]!;
    const ctx = await signedIn('kenya@example.org');
    const [one, two] = await Promise.all([
      saveAnswers(ctx, survey, kenya, form({ ...GOOD, q3: ['from one'] })),
      saveAnswers(ctx, survey, kenya, form({ q12: ['from two'] })),
    ]);
    expect([one.outcome, two.outcome]).toEqual(['saved', 'saved']);
    const version = Math.max(...[one, two].map((each) => ('response' in each ? each.response!.version : 0)));
    const third = await saveAnswers(ctx, survey, kenya, form({ ...GOOD, q3: ['changed'], q12: ['from two'] }, version));
    expect(third).toMatchObject({
      outcome: 'saved',
      response: { answers: { q3: { text: 'changed' }, q12: { text: 'from two' } } },
    });
    const late = await saveAnswers(
      ctx,
      survey,
      kenya,
      form({ ...GOOD, q3: ['mine'], q12: ['from two'], q4: ['new'] }, version),
    );
    expect(late).toMatchObject({
      outcome: 'conflict',
      conflicts: ['q3'],
      answers: { q3: { text: 'mine' }, q4: { text: 'new' } },
    });
    expect('response' in late && late.response!.answers['q3']).toMatchObject({ text: 'changed' });
  });

  test('what must be answered is said gently and kept, and waits; once sent it counts, with a receipt by mail', async () => {
    const ctx = await signedIn('maroc@example.org');
    const maroc = ownEntries(ctx)[0]!;
    const early = await sendAnswers(ctx, survey, maroc, form({ 'q1.o1': ['1'], q7: ['beneath no condition'] }));
    expect((await surveysWaiting(ctx)).map(({ id }) => id)).toEqual([survey.id]);
    expect(await surveysWaiting(await signedIn('ngo@example.org'))).toEqual([]);
    expect(early).toMatchObject({ outcome: 'refused', complaints: [{ name: 'q6' }], response: { sentAt: null } });
    expect(await responsesOf(database.db, survey.id)).toEqual([]);
    const sent = await sendAnswers(ctx, survey, maroc, form({ ...GOOD, q7: ['beneath no condition'] }, 1));
    expect(sent).toMatchObject({ outcome: 'saved', response: { sentVersion: 2, named: false } });
    expect(await surveysWaiting(ctx)).toEqual([]);
    expect(await responsesOf(database.db, survey.id)).toEqual([
      {
        respondent: { kind: 'state', code: 'MA', group: 'african' },
        answers: { q1: { kind: 'rank', places: [['o1', 'o3'], ['o2']] }, q6: { kind: 'choose-one', option: 'o1' } },
        language: 'en',
        named: false,
        onBehalf: false,
      },
    ]);
    const [receipt, ...more] = await post();
    expect([receipt!.to, more.length]).toEqual(['maroc@example.org', 0]);
    expect(receipt!.text).toContain('maroc');
  });

  test('a colleague who was asked writes by a link of their own until it is taken back; a colleague asks nobody', async () => {
    const ctx = await signedIn('kenya@example.org');
    const kenya = ownEntries(ctx)[0]!;
    expect(await delegate(ctx, survey, kenya, { name: '', email: 'no address', language: 'ar' })).toMatchObject({
      complaints: [{ name: 'name' }, { name: 'email' }],
    });
    expect(await delegate(ctx, survey, kenya, { name: 'Wanjiru', email: 'wanjiru@example.org', language: 'ar' })).toBe(
      true,
    );
    const [mail] = await post();
    expect([mail!.to, mail!.locale]).toEqual(['wanjiru@example.org', 'ar']);
    const colleague = await entered(mail!.token);
    expect(
      await delegate(as(VISITOR), survey, colleague, { name: 'X', email: 'x@example.org', language: 'en' }),
    ).toBeNull();
    expect(await saveAnswers(as(VISITOR), survey, colleague, form({ q10: ['from a colleague'] }, 99))).toMatchObject({
      outcome: 'saved',
    });
    const [asked] = await delegatesOf(database.db, survey, kenya);
    const other = ownEntries(await signedIn('maroc@example.org'))[0]!;
    expect(await takeBack(ctx, survey, other, asked!.id)).toBeNull();
    expect(await takeBack(ctx, survey, kenya, asked!.id)).toBe(true);
    expect(await entryByToken(as(VISITOR), mail!.token)).toBeNull();
  });

  test('reminders go only to those who have not answered: by a button, and by the clock once', async () => {
    expect(await remind(await signedIn('chair@example.org'), survey.id)).toEqual({ invited: 0, reminded: 2 });
    expect((await post()).map(({ to }) => to)).toEqual(['business@example.org', 'kenya@example.org']);
    for (let times = 0; times < 2; times++) await lookAfterSurveys(database.db, later(22));
    expect((await post(later(22))).map(({ to }) => to)).toEqual(['business@example.org', 'kenya@example.org']);
    await invited('uganda@example.org', 'focal-point', { state: 'UG' });
    await post();
    await lookAfterSurveys(database.db, later(22));
    expect((await post(later(22))).map(({ to }) => to)).toEqual(['uganda@example.org']);
  });

  test('is closed by the clock; only the Support Unit enters a late answer, marked with from whom it was had', async () => {
    await lookAfterSurveys(database.db, later(30));
    survey = (await surveyWith(database.db, survey.slug))!;
    expect(survey.state).toBe('closed');
    const ctx = await signedIn('kenya@example.org');
    expect(await sendAnswers(ctx, survey, ownEntries(ctx)[0]!, form(GOOD))).toEqual({ outcome: 'closed' });
    expect(lateEntry(await signedIn('chair@example.org'), survey, 'state', 'CL')).toBeNull();
    const chile = lateEntry(as(OPERATOR), survey, 'state', 'CL')!;
    expect(await sendAnswers(as(OPERATOR), survey, chile, form(GOOD))).toMatchObject({
      complaints: [{ name: 'receivedFrom' }],
    });
    await sendAnswers(as(OPERATOR), survey, chile, { ...form(GOOD, 1), receivedFrom: 'Mission in Geneva, by note' });
    const responses = await responsesOf(database.db, survey.id);
    expect(responses.map(({ respondent, onBehalf }) => [respondent.code, onBehalf])).toEqual([
      ['CL', true],
      ['MA', false],
    ]);
    expect(await closeSurvey(as(OPERATOR), survey.id)).toBeNull();
  });

  test('after the end a link still leads to what was handed in and writes nothing; what was taken back or is over stays void', async () => {
    const maroc = await entered(links[2]!, later(31));
    expect(maroc.respondent.code).toBe('MA');
    const at = as(VISITOR, later(31));
    expect(await sendAnswers(at, survey, maroc, form({ ...GOOD, q12: ['late'] }, 2))).toEqual({ outcome: 'closed' });
    expect(await saveAnswers(at, survey, maroc, form(GOOD, 2))).toEqual({ outcome: 'closed' });
    expect(await delegate(at, survey, maroc, { name: 'X', email: 'x@example.org', language: 'en' })).toBeNull();
    expect(await senderOf(database.db, (await responseOf(database.db, survey.id, maroc.respondent))!)).toBe('maroc');
    await sendAnswers(as(OPERATOR), survey, lateEntry(as(OPERATOR), survey, 'state', 'KE')!, {
      ...form(GOOD, 99),
      receivedFrom: 'Permanent mission',
    });
    const [receipt] = (await post(later(31))).filter(({ to }) => to === 'kenya@example.org');
    expect((await entered(receipt!.token, later(31))).respondent.code).toBe('KE');
    const kenya = (await allPersons(database.db)).find(({ email }) => email === 'kenya@example.org')!;
    await endRole(as(OPERATOR), kenya.terms[0]!.id);
    for (const token of [receipt!.token, links[1]!])
      expect(await entryByToken(as(VISITOR, later(31)), token)).toBeNull();
  });

  test('what is kept of a person goes along with their data, and nothing of others; erasing takes invitations and links away', async () => {
    const ctx = await signedIn('maroc@example.org');
    expect(await ownSurveys(ctx)).toMatchObject({
      surveyInvitations: [
        { survey: 'answer-2', respondent: 'state:MA', invitedAt: now, endedAt: null, response: { writtenByYou: true } },
      ],
      surveyColleaguesAsked: [],
    });
    expect((await ownSurveys(await signedIn('kenya@example.org'))).surveyColleaguesAsked).toMatchObject([
      { survey: 'answer-2', name: 'Wanjiru', askedAt: now, takenBackAt: now },
    ]);
    await expect(ownSurveys(as(VISITOR))).rejects.toThrow(NotPermitted);
    // The same person was asked once without an account, by the address.
    await insertInvitation(database.db, {
      id: uuidv7(),
      survey: survey.id,
      kind: 'state',
      code: 'UG',
      name: 'Somebody',
      email: 'maroc@example.org',
      language: 'fr',
      actor: 'uganda',
      account: null,
      invitedAt: now,
    });
    const person = (await allPersons(database.db)).find(({ email }) => email === 'maroc@example.org')!;
    expect((await planErasure(as(OPERATOR), person.id))!.would.surveys).toBe(2);
    expect(await erasePerson(as(OPERATOR), person.id)).toMatchObject({ done: { surveys: 2 } });
    expect(await entryByToken(as(VISITOR, later(31)), links[2]!)).toBeNull();
    const kept = JSON.stringify(await database.db.select().from(surveyInvitations));
    expect(kept).not.toContain('maroc');
    expect(kept).not.toContain('Somebody');
    expect(kept).toContain('Wanjiru');
    // What the state answered stays the state's.
    expect((await responsesOf(database.db, survey.id)).map(({ respondent }) => respondent.code)).toContain('MA');
  });
});
