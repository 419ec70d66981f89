import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../tests/support/databases.ts';
import type { Context } from '#platform/context.ts';
import type { OpenDatabase } from '#platform/open-database.ts';
import { noTexts } from '#forum/editions/index.ts';
import { releaseObservation, writeObservation } from '#forum/observations/index.ts';
import { OPERATOR } from '#forum/people/index.ts';
import {
  allRecurrences,
  recollect,
  recollectAll,
  type Recurrence,
  recurrenceCsv,
  type Remembered,
} from '#forum/recollection/index.ts';
import { createPracticeSearch } from '#forum/search/index.ts';
import { firstStart } from './first-start.ts';

eachDatabase('The sample forum remembers', (open) => {
  let database: OpenDatabase;
  const search = createPracticeSearch();
  const now = new Date('2026-11-24T10:00:00Z');
  let ctx: Context;
  let of: Map<string, Recurrence>;
  const chosenBy = (theme: string) =>
    of
      .get(theme)!
      .occurrences.filter(({ chosen }) => chosen)
      .map(({ edition }) => edition.number);
  const sources = () => ({ db: database.db, search, now });

  beforeAll(async () => {
    database = await open();
    ctx = { db: database.db, now, locale: 'en', actor: OPERATOR };
    await firstStart(ctx, true);
    of = new Map((await allRecurrences(database.db)).recurrences.map((one) => [one.theme, one]));
  });
  afterAll(() => database.close());

  // Focused Input to the HLPF 2020, section II: these are its statements about recurrence.
  test('that policy coherence was a theme of each of the first four editions', () => {
    expect(chosenBy('policy-coherence').slice(0, 4)).toEqual([1, 2, 3, 4]);
  });
  test('that labour mobility was a theme of the first and of at least seven of the next twelve', () => {
    const [first, ...next] = chosenBy('labour-mobility');
    expect(first).toBe(1);
    expect(next.length).toBeGreaterThanOrEqual(7);
  });
  test('that migration in development planning was one of at least five', () => {
    expect(chosenBy('mainstreaming').length).toBeGreaterThanOrEqual(5);
  });
  test('that technology is new in 2020, and labour mobility is not', () => {
    expect([of.get('technology-and-digital')!.isNew, of.get('labour-mobility')!.isNew]).toEqual([true, false]);
  });

  test('of a theme its sessions by edition, practices, recommendations, targets and related themes', async () => {
    const { chapters, practices, recommendations, sdg, related, recurrence } = await recollect(
      sources(),
      'labour-mobility',
    );
    expect(chapters.reduce((sum, { sessions }) => sum + sessions.length, 0)).toBe(recurrence.sessions);
    expect(recurrence).toEqual(of.get('labour-mobility'));
    expect(practices.total).toBeGreaterThan(0);
    expect(recommendations.map(({ edition }) => edition.slug)).toEqual(['2020']);
    expect(sdg.map(({ code }) => code)).toContain('8.8');
    for (const { code, practices: both } of related) expect([code, both <= practices.total]).toEqual([code, true]);
    expect(related.map(({ code }) => code)).not.toContain('labour-mobility');
    const [next] = related;
    const other = await recollect(sources(), next!.code);
    expect(other.related.find(({ code }) => code === 'labour-mobility') ?? next).toMatchObject({
      practices: next!.practices,
      sessions: next!.sessions,
    });
  });

  test('of all themes what it remembers of each alone', async () => {
    const themes = ['labour-mobility', 'remittances', 'health'];
    const alone: Remembered[] = [];
    for (const theme of themes) alone.push(await recollect(sources(), theme));
    expect(await recollectAll(sources(), themes)).toEqual(alone);
  });

  test('what was heard once it is released, though its session does not carry the theme', async () => {
    const heard = { text: { ...noTexts(), en: 'Clinics turn people away.' }, themes: ['health'] };
    const written = await writeObservation(ctx, '2020-new-technologies-that-empower-migrants', heard);
    if (!written || 'complaints' in written) throw new Error('The observation was refused.');
    expect((await recollect(sources(), 'health')).observations).toEqual([]);
    await releaseObservation(ctx, written.id, 1, false);
    const [found] = (await recollect(sources(), 'health')).observations;
    expect([found?.observation.text.en, found?.session.slug]).toEqual([
      'Clinics turn people away.',
      '2020-new-technologies-that-empower-migrants',
    ]);
  });

  test('the recurrence as a table, a line a theme and edition', () => {
    const csv = recurrenceCsv([of.get('policy-coherence')!], 'fr');
    const lines = csv.replace('\ufeff', '').trim().split('\r\n');
    expect(lines.length).toBe(14);
    expect(lines[1]).toMatch(/^policy-coherence,Cohérence des politiques,1,2007,yes,\d+$/);
  });
});
