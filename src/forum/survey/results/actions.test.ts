import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../../../tests/support/databases.ts';
import type { GroupCode } from '#vocab/groups.ts';
import { type Context, VISITOR } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { createEdition, editionById, emptyEdition } from '#forum/editions/index.ts';
import { OPERATOR, NotPermitted } from '#forum/people/index.ts';
import type { Survey } from '../model.ts';
import { surveys } from '../tables.ts';
import { publishResults, resultsNow, sortTexts, textHash } from './actions.ts';
import { resultLines } from './files.ts';
import type { Count, Figures, Part } from './model.ts';
import { publishedCount, publishedSurveys, surveysBehind } from './store.ts';
import { makeThemes } from './theme-actions.ts';
import { answersOf, statesOfGroup, writtenResponse, writtenSurvey } from './survey.fixture.ts';

/** The same database, counting what it is asked. */
function counting(real: Database): { db: Database; asked: () => number } {
  let asked = 0;
  const watched = (db: Database): Database =>
    new Proxy(db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name === 'transaction')
          return (work: (tx: Database) => Promise<unknown>) =>
            target.transaction((tx) => work(watched(tx as Database)));
        if (['select', 'selectDistinct', 'insert', 'update', 'delete', 'execute', '$count'].includes(String(name)))
          asked += 1;
        return value.bind(target) as unknown;
      },
    });
  return { db: watched(real), asked: () => asked };
}

eachDatabase('Results of a survey', (open) => {
  let database: OpenDatabase;
  const now = new Date('2020-02-01T10:00:00Z');
  const as = (actor: Context['actor'], at = now): Context => ({ db: database.db, now: at, locale: 'en', actor });
  const office = () => as(OPERATOR);
  const answered = async (survey: Survey, groups: Partial<Record<GroupCode, number>>, named: string[] = []) => {
    let seed = 0;
    for (const [group, count] of Object.entries(groups))
      for (const code of statesOfGroup(group as GroupCode, count)) {
        seed += 1;
        await writtenResponse(database.db, survey.id, code, answersOf(seed), { named: named.includes(code) });
      }
  };
  const closed = async (survey: Survey): Promise<Survey> => {
    const [row] = await database.db
      .update(surveys)
      .set({ state: 'closed', closedAt: now })
      .where(eq(surveys.id, survey.id))
      .returning();
    return row as Survey;
  };
  const figures = (count: Count | null, question: string, part: Part, option: string | null = null): Figures | null =>
    count?.results.measured
      .find((one) => one.question === question && one.option === option)
      ?.parts.find((one) => one.part === part)?.figures ?? null;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test('nobody sees results before they are published but those who prepare the edition', async () => {
    const survey = await writtenSurvey(database.db, 'nobody');
    await expect(resultsNow(as(VISITOR), survey)).rejects.toThrow(NotPermitted);
    const focal = { account: null, name: 'KE', roles: [{ role: 'focal-point', of: 'KE' }] };
    await expect(publishResults(as(focal), survey)).rejects.toThrow(NotPermitted);
    const chair = { account: null, name: 'Chair', roles: [{ role: 'chair', of: null }] };
    expect((await resultsNow(as(chair), survey)).count).toBeNull();
  });

  test('groups of four are withheld, and a second one where the whole would give the first away', async () => {
    const survey = await closed(await writtenSurvey(database.db, 'groups'));
    await answered(survey, { african: 12, 'asia-pacific': 9, grulac: 6, weog: 4 });
    const { count, turnout } = await resultsNow(office(), survey);
    expect(figures(count, 'themes', 'states')).toMatchObject({ kind: 'rank', answered: 31 });
    expect(figures(count, 'themes', 'african')).toMatchObject({ answered: 12 });
    expect(figures(count, 'themes', 'weog')).toBeNull();
    expect(figures(count, 'themes', 'grulac')).toBeNull();
    expect(turnout.states.map(({ answered }) => answered)).toEqual([12, 9, 0, 6, 4]);
  });

  test('a question put only to some is shown for no group for which the question that chose them is withheld', async () => {
    const survey = await closed(await writtenSurvey(database.db, 'conditions'));
    await answered(survey, { african: 12, grulac: 10, weog: 4 });
    const { count } = await resultsNow(office(), survey);
    for (const { question, parts } of count!.results.measured.filter((one) => one.question === 'summit'))
      for (const { part, figures: shown } of parts)
        if (shown) expect(figures(count, 'place', part), `${question} of ${part}`).not.toBeNull();
    expect(figures(count, 'place', 'grulac')).toBeNull();
    expect(figures(count, 'summit', 'grulac')).toBeNull();
  });

  test('while it is open five answers of each group wait, and one answer more changes nothing but the turnout', async () => {
    const survey = await writtenSurvey(database.db, 'open');
    const [last, ...others] = statesOfGroup('african', 15).reverse();
    let seed = 0;
    for (const code of others) await writtenResponse(database.db, survey.id, code, answersOf((seed += 1)));
    const first = await resultsNow(office(), survey);
    expect(figures(first.count, 'themes', 'states')).toMatchObject({ answered: 9 });
    await writtenResponse(database.db, survey.id, last!, answersOf(99));
    const second = await resultsNow(office(), survey);
    for (const { question, option, parts } of first.count!.results.measured)
      for (const { part, figures: shown } of parts)
        if (shown) expect(figures(second.count, question, part, option), `${question} of ${part}`).toEqual(shown);
    expect(second.turnout.states[0]).toMatchObject({ answered: 15 });
    const over = await resultsNow(office(), await closed(survey));
    expect(figures(over.count, 'themes', 'african')).toMatchObject({ answered: 15 });
  });

  test('a late answer after results were published does not change them, five do', async () => {
    const survey = await closed(await writtenSurvey(database.db, 'late'));
    await answered(survey, { african: 10 });
    const first = await publishResults(office(), survey);
    expect(first).toMatchObject({ number: 1 });
    const late = statesOfGroup('african', 15).slice(10);
    await writtenResponse(database.db, survey.id, late[0]!, answersOf(50));
    const { count } = await resultsNow(office(), survey);
    expect(figures(count, 'themes', 'states')).toMatchObject({ answered: 10 });
    for (const code of late.slice(1)) await writtenResponse(database.db, survey.id, code, answersOf(51));
    expect(figures((await resultsNow(office(), survey)).count, 'themes', 'states')).toMatchObject({ answered: 15 });
    const published = await publishedCount(database.db, survey.id);
    expect(figures({ ...published!, results: published!.published! }, 'themes', 'states')).toMatchObject({
      answered: 10,
    });
  });

  test('what is published names those who chose it and nobody else, and only texts that somebody put under a theme', async () => {
    const survey = await closed(await writtenSurvey(database.db, 'public'));
    const named = statesOfGroup('african', 1);
    await answered(survey, { african: 16, 'eastern-european': 8 }, named);
    const { count } = await resultsNow(office(), survey);
    const texts = figures(count, 'more', 'everybody');
    const [one] = texts && 'texts' in texts ? texts.texts : [];
    const put = { question: 'more', textHash: textHash(one!.text), theme: 'labour-mobility' };
    expect(await sortTexts(office(), survey, [put, { ...put, textHash: 'elsewhere' }])).toEqual({ sorted: 1 });
    expect(await sortTexts(office(), survey, [{ ...put, theme: 'no-theme' }])).toMatchObject({
      complaints: [{ name: 'theme' }],
    });
    const done = await publishResults(office(), survey);
    if ('complaints' in done) throw new Error(JSON.stringify(done));
    expect(done.published!.named.map(({ code }) => code)).toEqual(named);
    expect(figures({ ...done, results: done.published! }, 'more', 'everybody')).toMatchObject({
      texts: [{ text: one!.text, theme: 'labour-mobility' }],
    });
    // Nobody's code but that of who chose it stands anywhere in what is published.
    const said = JSON.stringify(done.published);
    for (const code of statesOfGroup('african', 16).slice(1)) expect(said).not.toContain(`"${code}"`);
    const withheld = resultLines(done.content, done.published!, 'en').filter((line) => line[3] === 'Withheld');
    expect(withheld.length).toBeGreaterThan(0);
    expect((await publishedSurveys(database.db)).map(({ survey: { slug } }) => slug)).toContain('public');
  });

  test('the results page takes one query a question or fewer', async () => {
    const survey = await closed(await writtenSurvey(database.db, 'queries'));
    await answered(survey, { african: 20, grulac: 10 });
    const { db, asked } = counting(database.db);
    const { count } = await resultsNow({ ...office(), db }, survey);
    expect(count!.results.measured.length).toBeGreaterThan(5);
    // Responses, who was invited, earlier counts, the themes of texts, and writing the count with its lock: however many questions there are.
    expect(asked()).toBeLessThanOrEqual(6);
  });

  test('what is chosen from a survey becomes sub-themes of its edition, and each leads to the other', async () => {
    const typed = { ...emptyEdition(), number: '13', years: '2020', chairs: ['AE'] };
    const edition = await createEdition(office(), typed, 'planned');
    if ('complaints' in edition) throw new Error(JSON.stringify(edition));
    const survey = await closed(await writtenSurvey(database.db, 'chosen', { edition: edition.id }));
    expect(await makeThemes(office(), survey, [])).toMatchObject({ complaints: [{ name: 'option' }] });
    expect(await makeThemes(office(), survey, ['themes/labour', 'themes/skills'])).toEqual({
      edition: '2020',
      made: 2,
    });
    expect(await makeThemes(office(), survey, ['themes/labour'])).toEqual({ edition: '2020', made: 0 });
    expect((await editionById(database.db, edition.id))!.subThemes).toEqual([
      { title: { en: 'Labour mobility', fr: 'Mobilité de la main-d’œuvre' }, themes: ['labour-mobility'] },
      { title: { en: 'Skills partnerships' }, themes: ['skills-partnerships'] },
    ]);
    expect(await surveysBehind(database.db, edition.id)).toMatchObject([
      { slug: 'chosen', options: ['labour', 'skills'], published: false },
    ]);
    const homeless = await closed(await writtenSurvey(database.db, 'homeless'));
    expect(await makeThemes(office(), homeless, ['themes/labour'])).toMatchObject({
      complaints: [{ notice: { key: 'results.no-edition' } }],
    });
  });

  test('a survey that is open or that too few answered is not published, and it is said why', async () => {
    const survey = await writtenSurvey(database.db, 'too-few');
    expect(await publishResults(office(), survey)).toMatchObject({
      complaints: [{ notice: { key: 'results.publish-open' } }],
    });
    await answered(survey, { african: 4 });
    expect(await publishResults(office(), await closed(survey))).toMatchObject({
      complaints: [{ notice: { key: 'results.publish-few' } }],
    });
  });
});
