import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Context } from '#platform/context.ts';
import { versionsOf } from '#platform/history.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { OPERATOR } from '#forum/people/index.ts';
import { practiceAt, practiceWithId, versionsOfPractice, wholeCatalogue, withdrawnAt } from '#forum/practices/index.ts';
import { createPracticeSearch } from '#forum/search/index.ts';
import { ALL_HOLD } from '../../../tests/support/checks.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { insertAccount } from '#platform/accounts/store.ts';
import { beginDraft, changePractice, draftFor, myDrafts, restoreVersion, saveDraft, takeTurn } from './actions.ts';
import type { DraftForm } from './form.ts';
import { setChecks } from './answering.ts';
import { checklistOf, checksNoted } from './checklist.ts';
import { CHECKS } from './model.ts';
import { queue } from './queue.ts';
import { comment, giveSecond, publish, review, settleComment, wantSecond } from './review.ts';
import { turnsOf } from './store.ts';
import { changeStanding, confirmPractice, mergePractice, withdrawalAt, withdrawPractice } from './standing.ts';

const LITTLE: Partial<DraftForm> = {
  title: 'Fees for recruiters',
  summary: 'No worker pays.',
  countries: ['KE'],
  owner: 'Ministry of Labour',
  sdg: ['10.7'],
};

eachDatabase('Drafts', (open) => {
  let database: OpenDatabase;
  const actors = {} as Record<'kenya' | 'successor' | 'uganda' | 'ngo' | 'other' | 'curator' | 'second', Actor>;
  beforeAll(async () => {
    database = await open();
    const as = async (name: string, ...roles: Actor['roles']): Promise<Actor> => {
      const email = `${name}@example.org`;
      const account = await insertAccount(database.db, now, { email, name, language: 'en' });
      return { account: account!, name, roles };
    };
    actors.kenya = await as('kenya', { role: 'focal-point', of: 'KE' });
    actors.successor = await as('successor', { role: 'focal-point', of: 'KE' });
    actors.uganda = await as('uganda', { role: 'focal-point', of: 'UG' });
    actors.ngo = await as('ngo', { role: 'contributor', of: null });
    actors.other = await as('other', { role: 'contributor', of: null });
    actors.curator = await as('curator', { role: 'curator', of: null });
    actors.second = await as('second', { role: 'curator', of: null });
  });
  afterAll(() => database.close());

  const now = new Date('2026-03-08T10:00:00Z');
  const ctx = (actor: Actor, at = now): Context => ({ db: database.db, now: at, locale: 'en', actor });
  const published = async (title: string, actor = actors.kenya): Promise<{ id: string; slug: string }> => {
    const draft = await beginDraft(ctx(actor), { ...LITTLE, title });
    await takeTurn(ctx(actor), draft, 'hand-in');
    await review(ctx(actors.curator), draft, 'take');
    await setChecks(ctx(actors.curator), draft, ALL_HOLD);
    const { slug } = (await publish(ctx(actors.curator), draft)) as { slug: string };
    return { id: (await practiceAt(database.db, slug))!.id, slug };
  };

  test('a draft is seen by its owner, her colleagues of the same state and those who curate, and by nobody else', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    for (const actor of [actors.kenya, actors.successor, actors.curator, OPERATOR])
      expect(await draftFor(ctx(actor), id)).not.toBeNull();
    for (const actor of [actors.uganda, actors.ngo]) {
      expect(await draftFor(ctx(actor), id)).toBeNull();
      expect(await saveDraft(ctx(actor), id, 1, { title: 'Mine' })).toBeNull();
      expect(await takeTurn(ctx(actor), id, 'hand-in')).toBeNull();
      expect(await comment(ctx(actor), id, null, 'Hm')).toBeNull();
      expect(await restoreVersion(ctx(actor), id, 1)).toBeNull();
      expect((await myDrafts(ctx(actor))).map((draft) => draft.id)).not.toContain(id);
    }
    const own = await beginDraft(ctx(actors.ngo), LITTLE);
    expect(await draftFor(ctx(actors.other), own)).toBeNull();
    expect(await draftFor(ctx(actors.ngo), 'no id at all')).toBeNull();
  });

  test('when a focal point changes post, her successor goes on with the drafts of the state, and she no longer can', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    expect((await myDrafts(ctx(actors.successor))).map((draft) => draft.id)).toContain(id);
    expect(await draftFor(ctx({ ...actors.kenya, roles: [{ role: 'contributor', of: null }] }), id)).toBeNull();
  });

  test('what two people write in different fields is brought together; the same text is given back to be merged, and both are kept', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    expect(await saveDraft(ctx(actors.kenya), id, 1, { results: 'Fewer debts.' })).toMatchObject({
      outcome: 'saved',
      version: 2,
    });
    const later = await saveDraft(ctx(actors.successor), id, 1, { lessons: 'Start with inspectors.' });
    expect(later).toMatchObject({
      outcome: 'saved',
      version: 3,
      form: { results: 'Fewer debts.', lessons: 'Start with inspectors.' },
    });
    const conflict = await saveDraft(ctx(actors.successor), id, 1, { results: 'Half as many debts.' });
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'results', theirs: 'Fewer debts.', mine: 'Half as many debts.' }],
    });
    const versions = (await versionsOf(database.db, id)).map(({ content }) => (content as DraftForm).results);
    expect(versions).toEqual(['', 'Fewer debts.', 'Fewer debts.', 'Half as many debts.', 'Fewer debts.']);
    const merged = { results: 'Half as many debts, says the survey.' };
    expect(await saveDraft(ctx(actors.successor), id, 5, merged)).toMatchObject({ outcome: 'saved', version: 6 });
  });

  test('of two hundred saves of one draft at once none is lost', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    const texts = Array.from({ length: 200 }, (_, at) => `Result number ${at}.`);
    const saves = await Promise.all(texts.map((results) => saveDraft(ctx(actors.kenya), id, 1, { results })));
    expect(saves.filter((saved) => saved?.outcome === 'saved')).toHaveLength(1);
    const versions = await versionsOf(database.db, id);
    expect(versions.map(({ number }) => number)).toEqual(Array.from(versions, (_, at) => at + 1));
    expect(new Set(versions.map(({ content }) => (content as DraftForm).results))).toEqual(new Set(['', ...texts]));
    expect((await draftFor(ctx(actors.kenya), id))!.version).toBe(versions.length);
  }, 60_000);

  test('is handed in with the little that is required, and what is missing is named', async () => {
    const id = await beginDraft(ctx(actors.kenya), { ...LITTLE, owner: '', sdg: [], start: 'soon' });
    expect(await takeTurn(ctx(actors.kenya), id, 'hand-in')).toMatchObject({
      missing: ['owner', 'sdg'],
      complaints: [{ name: 'start' }],
    });
    await saveDraft(ctx(actors.kenya), id, 1, { ...LITTLE, start: '2019' });
    expect(await takeTurn(ctx(actors.kenya), id, 'hand-in')).toEqual({ stage: 'handed-in' });
    expect(await takeTurn(ctx(actors.kenya), id, 'hand-in')).toBe('stale');
    expect(await saveDraft(ctx(actors.kenya), id, 2, { title: 'Later' })).toEqual({ outcome: 'stale' });
  });

  test('goes the way of a question and its answer to being published, and the owner’s change of it a year later keeps what was', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    await takeTurn(ctx(actors.kenya), id, 'hand-in');
    expect((await queue(ctx(actors.curator), 'nobody')).map((draft) => draft.id)).toContain(id);
    await review(ctx(actors.curator), id, 'take');
    expect((await queue(ctx(actors.curator), 'mine')).map((draft) => draft.id)).toContain(id);
    await review(ctx(actors.curator), id, 'ask', 'Since when?');
    await saveDraft(ctx(actors.kenya), id, 1, { start: '2017' });
    expect(await takeTurn(ctx(actors.kenya), id, 'answer', 'Since 2017.')).toEqual({ stage: 'in-review' });
    const remark = await comment(ctx(actors.curator), id, 'summary', 'A source?');
    expect(await publish(ctx(actors.curator), id)).toEqual({ outcome: 'hindered', by: ['checks', 'comments'] });
    await settleComment(ctx(actors.kenya), id, remark!, true);
    await setChecks(ctx(actors.curator), id, ALL_HOLD);
    await wantSecond(ctx(actors.curator), id, true);
    expect(await publish(ctx(actors.curator), id)).toEqual({ outcome: 'hindered', by: ['second-reviewer'] });
    expect(await giveSecond(ctx(actors.curator), id)).toBe(false);
    expect(await giveSecond(ctx(actors.second), id)).toBe(true);
    expect(await publish(ctx(actors.kenya), id)).toBeNull();
    const { slug } = (await publish(ctx(actors.curator), id)) as { slug: string };
    const practice = (await practiceAt(database.db, slug))!;
    expect(practice).toMatchObject({
      start: 2017,
      ownerState: 'KE',
      ownerAccount: null,
      confirmedAt: now.toISOString(),
    });

    const year = new Date('2027-03-08T10:00:00Z');
    const change = (await changePractice(ctx(actors.successor, year), practice.id))!;
    expect(await changePractice(ctx(actors.kenya, year), practice.id)).toBe(change);
    expect(await changePractice(ctx(actors.uganda, year), practice.id)).toBeNull();
    await saveDraft(ctx(actors.successor, year), change, 1, { summary: 'No worker pays, and recruiters are listed.' });
    await takeTurn(ctx(actors.successor, year), change, 'hand-in');
    await review(ctx(actors.curator, year), change, 'take');
    await setChecks(ctx(actors.curator, year), change, ALL_HOLD);
    expect(await publish(ctx(actors.curator, year), change)).toEqual({ outcome: 'published', slug });
    const versions = await versionsOfPractice(database.db, practice.id);
    expect(versions.map(({ content }) => content.summary)).toEqual([
      'No worker pays.',
      'No worker pays, and recruiters are listed.',
    ]);
    // Whose text it is stands with each version; the persons who wrote it and who made it public do not belong to it.
    expect(versions.map(({ behalf }) => behalf)).toEqual([{ state: 'KE' }, { state: 'KE' }]);
  });

  test('a text that a curator hands in is the Forum’s own, also where the practice is a state’s', async () => {
    const { id } = await published('Fees, corrected');
    const change = (await changePractice(ctx(actors.curator), id))!;
    await saveDraft(ctx(actors.curator), change, 1, { summary: 'No worker pays a fee.' });
    await takeTurn(ctx(actors.curator), change, 'hand-in');
    await review(ctx(actors.curator), change, 'take');
    await setChecks(ctx(actors.curator), change, ALL_HOLD);
    await publish(ctx(actors.curator), change);
    const versions = await versionsOfPractice(database.db, id);
    expect(versions.map(({ behalf }) => behalf)).toEqual([{ state: 'KE' }, null]);
  });

  test('what was said of the checklist stands as long as what it concerns does, and is asked anew where that has changed', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    await takeTurn(ctx(actors.kenya), id, 'hand-in');
    await review(ctx(actors.curator), id, 'take');
    await setChecks(ctx(actors.curator), id, ALL_HOLD);
    await review(ctx(actors.curator), id, 'ask', 'Which year?');
    await saveDraft(ctx(actors.kenya), id, 1, { links: 'https://example.org/law' });
    await takeTurn(ctx(actors.kenya), id, 'answer');
    expect(await publish(ctx(actors.curator), id)).toEqual({ outcome: 'hindered', by: ['checks'] });
    const states = await checklistOf(database.db, (await draftFor(ctx(actors.curator), id))!);
    const anew = CHECKS.filter((check) => states[check].changed.length > 0);
    expect(anew).toEqual(['sourced', 'personal-data']);
    const holds = { holds: true, why: '' };
    await setChecks(ctx(actors.curator), id, { sourced: holds, 'personal-data': holds });
    const { slug } = (await publish(ctx(actors.curator), id)) as { slug: string };
    const practice = (await practiceAt(database.db, slug))!;

    // A year later one word in one field: four points are as they were.
    const change = (await changePractice(ctx(actors.kenya), practice.id))!;
    await saveDraft(ctx(actors.kenya), change, 1, { owner: 'Ministry of Labour and Skills' });
    await takeTurn(ctx(actors.kenya), change, 'hand-in');
    await review(ctx(actors.curator), change, 'take');
    const later = await checklistOf(database.db, (await draftFor(ctx(actors.curator), change))!);
    expect(CHECKS.filter((check) => later[check].changed.length > 0)).toEqual(['personal-data']);
    expect(later.complete).toMatchObject({ earlier: true, answer: { holds: true, draft: id } });
    await setChecks(ctx(actors.curator), change, { 'personal-data': holds });
    expect(await publish(ctx(actors.curator), change)).toEqual({ outcome: 'published', slug });
  });

  test('a point may not hold, for a reason that is kept; two who answer at once do not undo each other', async () => {
    const id = await beginDraft(ctx(actors.kenya), LITTLE);
    await takeTurn(ctx(actors.kenya), id, 'hand-in');
    await review(ctx(actors.curator), id, 'take');
    const no = (why: string) => ({ sourced: { holds: false, why } });
    expect(await setChecks(ctx(actors.curator), id, { ...ALL_HOLD, ...no(' ') })).toBe('unsaid');
    expect(await setChecks(ctx(actors.curator), id, { ...ALL_HOLD, ...no('x'.repeat(4_001)) })).toBe('unsaid');
    expect((await draftFor(ctx(actors.curator), id))!.checklist).toEqual({});
    await setChecks(ctx(actors.curator), id, { ...ALL_HOLD, ...no('The law is not on the web.') });
    expect((await draftFor(ctx(actors.curator), id))!.checklist.sourced).toEqual({
      holds: false,
      why: 'The law is not on the web.',
      by: actors.curator.name,
      at: now.toISOString(),
      draft: id,
      version: 1,
    });
    const later = new Date(now.getTime() + 1_000);
    const unseen = { version: 1, answers: { sourced: '' } };
    expect(await setChecks(ctx(actors.second, later), id, { sourced: null }, unseen)).toBe('meanwhile');
    const seen = { version: 1, answers: { sourced: now.toISOString() } };
    await setChecks(ctx(actors.second, later), id, no('Nor anywhere else.'), seen);
    expect(await setChecks(ctx(actors.kenya), id, no('Hm.')).catch(() => 'refused')).toBe('refused');
    const noted = (await turnsOf(database.db, id)).filter(({ action }) => action === 'check');
    expect(
      noted.map(({ actor, note }) => [actor, checksNoted(note).map(({ check, why }) => `${check} ${why}`)]),
    ).toEqual([
      [actors.second.name, ['sourced Nor anywhere else.']],
      [actors.curator.name, expect.arrayContaining(['sourced The law is not on the web.'])],
    ]);
    expect(await publish(ctx(actors.curator), id)).toMatchObject({ outcome: 'published' });
  });

  test('a practice that was changed while its draft was open takes both changes, and asks where they stand against each other', async () => {
    const { id } = await published('Village courts');
    const draft = (await changePractice(ctx(actors.kenya), id))!;
    await saveDraft(ctx(actors.kenya), draft, 1, { needs: 'A law.' });
    await confirmPractice(ctx(actors.kenya), id);
    await takeTurn(ctx(actors.kenya), draft, 'hand-in');
    await review(ctx(actors.curator), draft, 'take');
    await setChecks(ctx(actors.curator), draft, ALL_HOLD);
    expect(await publish(ctx(actors.curator), draft)).toMatchObject({ outcome: 'published' });
    expect(await practiceWithId(database.db, id)).toMatchObject({ needs: 'A law.', version: 3 });
  });

  test('a withdrawn practice is found no more, its address says so, and it can be published again', async () => {
    const search = createPracticeSearch();
    const total = async () =>
      (await search.find(database.db, { ...wholeCatalogue(), q: 'harbour masters' }, now)).total;
    const { id, slug } = await published('Harbour masters');
    expect(await total()).toBe(1);
    const said = { why: ' The law was repealed. ', public: false };
    expect(await withdrawPractice(ctx(actors.uganda), id, said)).toBeNull();
    expect(await withdrawPractice(ctx(actors.kenya), id, { ...said, why: ' ' })).toBe('unsaid');
    expect(await total()).toBe(1);
    await withdrawPractice(ctx(actors.kenya), id, said);
    expect(await total()).toBe(0);
    expect(await practiceAt(database.db, slug)).toBeNull();
    expect(await withdrawnAt(database.db, slug)).toEqual(now);
    const why = 'The law was repealed.';
    expect(await withdrawalAt(ctx(actors.curator), slug)).toEqual({ at: now, by: actors.kenya.name, why });
    expect(await withdrawalAt(ctx(actors.uganda), slug)).toEqual({ at: now, by: null, why: null });
    expect(await changeStanding(ctx(actors.kenya), id, 'publish-again')).toBeNull();
    await changeStanding(ctx(actors.curator), id, 'publish-again');
    expect(await withdrawalAt(ctx(actors.curator), slug)).toBeNull();
    expect(await total()).toBe(1);
    await withdrawPractice(ctx(actors.curator), id, { why, public: true });
    expect(await withdrawalAt(ctx(actors.uganda), slug)).toEqual({ at: now, by: null, why });
    await changeStanding(ctx(actors.curator), id, 'publish-again');
    await changeStanding(ctx(actors.kenya), id, 'archive');
    expect(await total()).toBe(0);
    expect(await practiceAt(database.db, slug)).toMatchObject({ standing: 'archived' });
  });

  test('of two that say the same one leads to the other from then on', async () => {
    const [one, other] = [await published('Border clinics'), await published('Clinics at the border')];
    await mergePractice(ctx(actors.curator), other.id, one.id);
    expect(await practiceAt(database.db, other.slug)).toMatchObject({ id: one.id, slug: one.slug });
    expect(await mergePractice(ctx(actors.curator), one.id, one.id)).toBeNull();
    const third = await published('Clinics');
    await mergePractice(ctx(actors.curator), one.id, third.id);
    for (const { slug } of [one, other]) expect((await practiceAt(database.db, slug))!.id).toBe(third.id);
  });
});
