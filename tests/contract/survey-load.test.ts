import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#platform/context.ts';
import { openDatabase } from '#platform/open-database.ts';
import { settingsFrom } from '#platform/settings.ts';
import { invite, OPERATOR } from '#forum/people/index.ts';
import {
  type Answer,
  createSurvey,
  openSurvey,
  questionsOf,
  responsesOf,
  sampleSurvey,
  type Survey,
  surveyWith,
} from '#forum/survey/index.ts';
import { AREAS } from '#vocab/countries.ts';
import { emptyDatabases } from '../support/databases.ts';
import { newFolder, removeFolder, type RunningServer, startServer } from '../support/server.ts';
import { textOfMail } from '../support/smtp.ts';
import { tokenOf, visit } from '../support/visit.ts';

const STATES = AREAS.filter(({ state }) => state === 'member').map(({ code }) => code);
const MINUTE = 60_000;
/** Ministries that answer at the same moment. */
const AT_ONCE = 24;

/** What one state answers: each another ranking, and a text of its own in every text question, so that a mix-up is seen. */
function answersOf(
  survey: Survey,
  code: string,
  at: number,
): { fields: [string, string][]; kept: Record<string, Answer> } {
  const fields: [string, string][] = [];
  const kept: Record<string, Answer> = {};
  for (const { code: question, kind, options } of questionsOf(survey.content)) {
    const turned = options.map((_, place) => options[(place + at) % options.length]!.code);
    if (kind === 'rank') {
      turned.forEach((option, place) => fields.push([`${question}.${option}`, String(place + 1)]));
      kept[question] = { kind, places: turned.map((option) => [option]) };
    } else if (kind === 'rate') {
      const rates = Object.fromEntries(options.map(({ code: option }, place) => [option, ((at + place) % 5) + 1]));
      for (const [option, rate] of Object.entries(rates)) fields.push([`${question}.${option}`, String(rate)]);
      kept[question] = { kind, rates };
    } else if (kind === 'choose-one') {
      // Of each condition the side on which the next question is asked.
      const option = question === 'q6' ? 'o2' : 'o1';
      fields.push([question, option]);
      kept[question] = { kind, option };
    } else if (kind === 'choose-several') {
      const chosen = options.map((option) => option.code).filter((option) => turned.slice(0, 2).includes(option));
      for (const option of chosen) fields.push([question, option]);
      kept[question] = { kind, options: chosen };
    } else {
      fields.push([question, `${question} of ${code}: é ع <b>`]);
      kept[question] = { kind, text: `${question} of ${code}: é ع <b>` };
    }
  }
  return { fields, kept };
}

/** How often a kept connection was closed by the server just when it was to be used again: a browser then asks on a new one, and so does this. */
let askedAgain = 0;
async function asked(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    if (((error as Error).cause as { code?: string } | undefined)?.code !== 'ECONNRESET') throw error;
    askedAgain++;
    return ask();
  }
}

/** Does `work` for each, at most `atOnce` at a time. */
async function each<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) await work(items[at]!, at);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

describe.each(emptyDatabases().slice(0, 1))('193 states answer a survey of 12 questions, on $name', ({ fresh }) => {
  const folder = newFolder();
  let server: RunningServer;
  let survey: Survey;
  let environment: Record<string, string>;
  const links = new Map<string, string>();

  const onDatabase = async <Result>(work: (ctx: Context) => Promise<Result>): Promise<Result> => {
    const database = await openDatabase(settingsFrom({ DATA_DIR: folder, ...environment }), join(folder, 'door'));
    try {
      return await work({ db: database.db, now: new Date(), locale: 'en', actor: OPERATOR });
    } finally {
      await database.close();
    }
  };

  /** Waits until every invitation lies in the outbox, and takes the links out of them, each file read once. */
  async function allMailed(): Promise<void> {
    const outbox = join(folder, 'outbox');
    mkdirSync(outbox, { recursive: true });
    const read = new Set<string>();
    for (let tries = 0; links.size < STATES.length && tries < 240; tries++, await wait(500))
      for (const name of readdirSync(outbox)) {
        if (!name.endsWith('.eml') || read.has(name)) continue;
        read.add(name);
        const mail = textOfMail(readFileSync(join(outbox, name), 'utf8'));
        const state = /\nTo: (\w\w)@example\.org\n/.exec(mail)?.[1]?.toUpperCase();
        const link = /^https?:\/\/\S+\/surveys\/answer\?token=\S+$/m.exec(mail)?.[0];
        if (state && link) links.set(state, link);
      }
    if (links.size < STATES.length) throw new Error(`Only ${links.size} invitations came.`);
  }

  beforeAll(async () => {
    environment = { ...(await fresh()), SAMPLE: 'off' };
    survey = await onDatabase(async (ctx) => {
      for (const state of STATES) {
        const email = `${state.toLowerCase()}@example.org`;
        await invite(ctx, {
          email,
          name: `Focal point ${state}`,
          role: 'focal-point',
          state,
          mechanism: '',
          language: 'en',
        });
      }
      const made = (await createSurvey(ctx, { title: { en: 'What matters' }, from: sampleSurvey() })) as Survey;
      return (await openSurvey(ctx, made.id, made.version, {
        closes: '2099-01-01T12:00',
        zone: 'UTC',
        remind: '',
      })) as Survey;
    });
    server = await startServer(folder, environment);
    await allMailed();
  });
  afterAll(() => removeFolder(folder));

  test('within a minute, over HTTP, and none is lost or taken for another', async () => {
    expect([STATES.length, questionsOf(survey.content).length]).toEqual([193, 12]);
    const page = `/surveys/${survey.slug}/answer`;
    const began = performance.now();
    await each(STATES, AT_ONCE, async (state, at) => {
      const ministry = visit(server);
      const opened = await asked(() => ministry.get(`/surveys/answer?token=${tokenOf(links.get(state)!)}`));
      expect([opened.status, opened.headers.get('location')]).toEqual([303, page]);
      const form = await asked(() => ministry.get(page));
      expect(await form.text()).toContain('name="q1.o1"');
      const { fields } = answersOf(survey, state, at);
      const half = fields.slice(0, Math.floor(fields.length / 2));
      const saved = await asked(() =>
        ministry.post(`${page}/save`, [['version', '0'], ...half], { accept: 'application/json' }),
      );
      const { version } = (await saved.json()) as { version: number };
      const sent = await asked(() => ministry.post(`${page}?/send`, [['version', String(version)], ...fields]));
      expect([sent.status, sent.headers.get('location')?.startsWith(`${page}/receipt`)]).toEqual([303, true]);
    });
    const took = performance.now() - began;
    process.stderr.write(
      `193 states answered 12 questions in ${(took / 1000).toFixed(1)} s, ${AT_ONCE} at a time, ${askedAgain} connections closed in between\n`,
    );
    await server.stop();

    const responses = await onDatabase(async ({ db }) => responsesOf(db, (await surveyWith(db, survey.slug))!.id));
    const kept = new Map(responses.map(({ respondent, answers }) => [respondent.code, answers]));
    expect(kept.size).toBe(193);
    STATES.forEach((state, at) => expect(kept.get(state)).toEqual(answersOf(survey, state, at).kept));
    expect(took).toBeLessThan(MINUTE);
  });
});
