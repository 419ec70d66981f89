import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor, Context } from '#platform/context.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { practiceAt, practiceWithId, versionsOfPractice } from '#forum/practices/index.ts';
import { allPersons, invite, OPERATOR } from '#forum/people/index.ts';
import { ALL_HOLD } from '../../../tests/support/checks.ts';
import { eachDatabase } from '../../../tests/support/databases.ts';
import { beginDraft, changePractice, draftFor, saveDraft, takeTurn } from './actions.ts';
import type { DraftForm } from './form.ts';
import { queue, QUEUE_PAGE, queuePage, reviewMany } from './queue.ts';
import { rebase, standsAgainst } from './rebase.ts';
import { restorePractice } from './restore.ts';
import { assign, comment, curators, draftForReview, giveSecond, publish, review, wantSecond } from './review.ts';
import { confirmPractice, keepingOf, mergePractice, practiceToKeep } from './standing.ts';
import { setChecks } from './answering.ts';
import { turnsOf } from './store.ts';

const LITTLE: Partial<DraftForm> = {
  title: 'Fees for recruiters',
  summary: 'No worker pays.',
  countries: ['KE'],
  owner: 'Ministry of Labour',
  sdg: ['10.7'],
};

eachDatabase('Curating', (open) => {
  let database: OpenDatabase;
  const actors = {} as Record<'kenya' | 'uganda' | 'curator' | 'second', Actor>;
  const now = new Date('2026-03-08T10:00:00Z');
  const ctx = (actor: Actor, at = now): Context => ({ db: database.db, now: at, locale: 'en', actor });

  beforeAll(async () => {
    database = await open();
    const as = async (name: string, role: string, of: string | null = null): Promise<Actor> => {
      const email = `${name}@example.org`;
      await invite(ctx(OPERATOR), { email, name, role, state: of ?? '', mechanism: '', language: 'en' });
      const person = (await allPersons(database.db)).find((one) => one.email === email)!;
      return { account: person.account, name, roles: [{ role, of }] };
    };
    actors.kenya = await as('kenya', 'focal-point', 'KE');
    actors.uganda = await as('uganda', 'focal-point', 'UG');
    actors.curator = await as('curator', 'curator');
    actors.second = await as('second', 'curator');
  });
  afterAll(() => database.close());

  const handedIn = async (title: string, at = now) => {
    const id = await beginDraft(ctx(actors.kenya, at), { ...LITTLE, title });
    await takeTurn(ctx(actors.kenya, at), id, 'hand-in');
    return id;
  };
  const inReview = async (id: string) => {
    await takeTurn(ctx(actors.kenya), id, 'hand-in');
    await review(ctx(actors.curator), id, 'take');
    await setChecks(ctx(actors.curator), id, ALL_HOLD);
    return id;
  };
  const published = async (title: string) => {
    const id = await inReview(await beginDraft(ctx(actors.kenya), { ...LITTLE, title }));
    const { slug } = (await publish(ctx(actors.curator), id)) as { slug: string };
    return (await practiceAt(database.db, slug))!;
  };

  test('the queue is read page by page, what waits longest first, and what was never handed in is not in it', async () => {
    const private_ = await beginDraft(ctx(actors.kenya), { ...LITTLE, title: 'Not yet' });
    const old = await handedIn('Waits longest', new Date('2025-12-01T10:00:00Z'));
    for (let number = 0; number < QUEUE_PAGE; number++) await handedIn(`Waits ${number}`);
    const page = (number: number, stages = ['handed-in', 'draft'] as const) =>
      queuePage(ctx(actors.curator), { whose: 'nobody', stages, page: number });
    const [first, last] = [await page(1), await page(2)];
    expect([first.total, first.pages, first.lines.length]).toEqual([QUEUE_PAGE + 1, 2, QUEUE_PAGE]);
    expect(first.lines[0]!.id).toBe(old);
    expect(last.lines).toHaveLength(1);
    const all = [...first.lines, ...last.lines].map(({ id }) => id);
    expect(new Set(all).size).toBe(QUEUE_PAGE + 1);
    expect(all).not.toContain(private_);
    expect(await draftForReview(ctx(actors.curator), private_)).toBeNull();
    expect(await draftForReview(ctx(actors.kenya), old)).toBeNull();
    await expect(queuePage(ctx(actors.kenya), { whose: 'all', stages: ['draft'], page: 1 })).rejects.toThrow();
  });

  test('several drafts are taken, given, or given back at once, and it is said of which it could not be done', async () => {
    const [one, two] = [await handedIn('One of two'), await handedIn('Two of two')];
    await review(ctx(actors.curator), two, 'give-back', 'Say where.');
    const back = { what: 'give-back', why: 'Please say where.' } as const;
    expect(await reviewMany(ctx(actors.curator), [one, two, 'no id'], back)).toEqual({
      done: [{ id: one, title: 'One of two' }],
      not: [{ id: two, title: 'Two of two' }],
    });
    expect((await turnsOf(database.db, one))[0]).toMatchObject({ action: 'give-back', note: 'Please say where.' });
    expect(await reviewMany(ctx(actors.curator), [one], { what: 'give-back', why: ' ' })).toBe('unsaid');
    const three = await handedIn('Three');
    await reviewMany(ctx(actors.curator), [three], { what: 'take' });
    expect(await draftForReview(ctx(actors.curator), three)).toMatchObject({
      stage: 'in-review',
      reviewer: actors.curator.account,
    });
    // Somebody takes it over.
    await reviewMany(ctx(actors.second), [three], { what: 'take' });
    expect((await draftForReview(ctx(actors.curator), three))!.reviewer).toBe(actors.second.account);
    await expect(reviewMany(ctx(actors.kenya), [three], { what: 'take' })).rejects.toThrow();
  });

  test('a question and a giving back say why', async () => {
    const id = await handedIn('Why');
    expect(await review(ctx(actors.curator), id, 'ask', ' \n')).toBe('unsaid');
    expect(await review(ctx(actors.curator), id, 'ask', 'x'.repeat(4_001))).toBe('unsaid');
    expect(await review(ctx(actors.curator), id, 'ask', 'Since when?')).toEqual({ stage: 'question' });
  });

  test('a draft is given to those who curate alone', async () => {
    const id = await handedIn('Given');
    expect((await curators(ctx(actors.curator))).map(({ name }) => name)).toEqual(['curator', 'second']);
    expect(await assign(ctx(actors.curator), id, actors.kenya.account)).toBe(false);
    expect(await assign(ctx(actors.curator), id, 'nobody')).toBe(false);
    expect(await assign(ctx(actors.curator), id, actors.second.account)).toBe(true);
    expect((await queue(ctx(actors.second), 'mine')).map((draft) => draft.id)).toContain(id);
    expect(await assign(ctx(actors.curator), id, null)).toBe(true);
    expect((await queue(ctx(actors.curator), 'nobody')).map((draft) => draft.id)).toContain(id);
    await expect(queue(ctx(actors.kenya), 'all')).rejects.toThrow();
  });

  test('whoever takes a draft over is no second pair of eyes on it any more', async () => {
    const id = await inReview(await beginDraft(ctx(actors.kenya), { ...LITTLE, title: 'Four eyes' }));
    await wantSecond(ctx(actors.curator), id, true);
    await giveSecond(ctx(actors.second), id);
    await assign(ctx(actors.curator), id, actors.second.account);
    expect(await publish(ctx(actors.second), id)).toEqual({ outcome: 'hindered', by: ['second-reviewer'] });
  });

  test('a remark says something, of a field that there is', async () => {
    const id = await handedIn('Remarked');
    expect(await comment(ctx(actors.curator), id, 'summary', '  ')).toBeNull();
    expect(await comment(ctx(actors.curator), id, 'password', 'Hm')).toBeNull();
    expect(await comment(ctx(actors.curator), id, 'summary.fr', 'A word is missing.')).not.toBeNull();
    const { lines } = await queuePage(ctx(actors.curator), { whose: 'all', stages: ['handed-in'], page: 2 });
    expect(lines.find((line) => line.id === id)).toMatchObject({ remarks: 1 });
  });

  test('texts that stand against each other are brought together by whoever saw both as they are', async () => {
    const practice = await published('Village courts');
    const draft = (await changePractice(ctx(actors.kenya), practice.id))!;
    await saveDraft(ctx(actors.kenya), draft, 1, { summary: 'Owner’s text.', needs: 'A law.' });
    await restoredTo(practice.id, { summary: 'Curator’s text.' });
    await inReview(draft);
    expect(await publish(ctx(actors.curator), draft)).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'summary', theirs: 'Curator’s text.', mine: 'Owner’s text.' }],
    });
    const stands = (await standsAgainst(ctx(actors.curator), draft))!;
    const seen = { version: stands.version, practiceVersion: stands.practiceVersion };
    expect(await standsAgainst(ctx(actors.kenya), draft)).toBeNull();
    expect(await rebase(ctx(actors.kenya), draft, seen, { summary: 'Both.' })).toBeNull();
    expect(await rebase(ctx(actors.curator), draft, seen, {})).toMatchObject({ outcome: 'conflict' });
    await confirmPractice(ctx(actors.curator), practice.id);
    expect(await rebase(ctx(actors.curator), draft, seen, { summary: 'Both.' })).toMatchObject({ outcome: 'conflict' });
    const anew = (await standsAgainst(ctx(actors.curator), draft))!;
    expect(await rebase(ctx(actors.curator), draft, anew, { summary: 'Both.' })).toMatchObject({ outcome: 'saved' });
    expect(await standsAgainst(ctx(actors.curator), draft)).toBeNull();
    // What was said of the earlier text stands but where it concerns what was written now.
    expect(await publish(ctx(actors.curator), draft)).toEqual({ outcome: 'hindered', by: ['checks'] });
    await setChecks(ctx(actors.curator), draft, ALL_HOLD);
    expect(await publish(ctx(actors.curator), draft)).toMatchObject({ outcome: 'published' });
    expect(await practiceWithId(database.db, practice.id)).toMatchObject({ summary: 'Both.', needs: 'A law.' });
  });

  /** Changes a practice behind an open draft's back: by a second draft there can be none. */
  async function restoredTo(id: string, change: { summary: string }) {
    const practice = (await practiceWithId(database.db, id))!;
    const { updatePractices } = await import('#forum/practices/index.ts');
    const { recordPractice } = await import('./review.ts');
    const next = { ...practice, ...change, version: practice.version + 1 };
    await database.db.transaction(async (tx) => {
      await updatePractices(tx, [next]);
      await recordPractice(tx, ctx(actors.curator), next, 'practice.updated');
    });
  }

  test('an earlier version is brought back at once by a curator, in a draft by the owner, and by nobody else', async () => {
    const practice = await published('Harbour clinics');
    await restoredTo(practice.id, { summary: 'Worse.' });
    expect(await restorePractice(ctx(actors.uganda), practice.id, 1)).toBeNull();
    const drafted = await restorePractice(ctx(actors.kenya), practice.id, 1);
    expect(drafted).toMatchObject({ outcome: 'draft' });
    const { draft } = drafted as { draft: string };
    expect((await draftFor(ctx(actors.kenya), draft))!.form.summary).toBe('No worker pays.');
    expect(await restorePractice(ctx(actors.kenya), practice.id, 1)).toEqual({ outcome: 'open', draft });
    expect(await restorePractice(ctx(actors.curator), practice.id, 9)).toBeNull();
    expect(await restorePractice(ctx(actors.curator), practice.id, 1)).toEqual({ outcome: 'restored' });
    expect(await restorePractice(ctx(actors.curator), practice.id, 1)).toEqual({ outcome: 'same' });
    const versions = await versionsOfPractice(database.db, practice.id);
    expect(versions.map(({ content, action }) => [content.summary, action])).toEqual([
      ['No worker pays.', 'practice.published'],
      ['Worse.', 'practice.updated'],
      ['No worker pays.', 'practice.restored'],
    ]);
  });

  test('a practice is kept by its owner and those who curate', async () => {
    const practice = await published('Border schools');
    expect(keepingOf(ctx(actors.uganda), practice)).toBeNull();
    expect(keepingOf(ctx(actors.kenya), practice)).toEqual({
      change: true,
      confirm: true,
      standing: ['withdraw', 'archive'],
      merge: false,
    });
    expect(keepingOf(ctx(actors.curator), practice)).toMatchObject({ merge: true });
    expect(await practiceToKeep(ctx(actors.uganda), practice.slug)).toBeNull();
    expect((await practiceToKeep(ctx(actors.kenya), practice.slug))!.id).toBe(practice.id);
  });

  test('a change of a practice that was merged meanwhile is not published', async () => {
    const [one, other] = [await published('Bus stops'), await published('Stops of buses')];
    const draft = (await changePractice(ctx(actors.kenya), other.id))!;
    await saveDraft(ctx(actors.kenya), draft, 1, { needs: 'Buses.' });
    await inReview(draft);
    await mergePractice(ctx(actors.curator), other.id, one.id);
    expect(await publish(ctx(actors.curator), draft)).toEqual({ outcome: 'hindered', by: ['merged'] });
    expect((await practiceAt(database.db, other.slug))!.id).toBe(one.id);
  });
});
