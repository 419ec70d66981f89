import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#platform/context.ts';
import { everDone, recordAct } from '#platform/history.ts';
import { programFolder } from '#platform/settings.ts';
import { allEditions, createEdition, type EditionContent, formOfEdition, openEdition } from '#forum/editions/index.ts';
import {
  addMeeting,
  addTerm,
  BODY_FIELDS,
  type BodyForm,
  createBody,
  formWith,
  MEETING_FIELDS,
  type MeetingForm,
  TERM_FIELDS,
  type TermForm,
} from '#forum/governance/index.ts';
import {
  formOfRecommendation,
  type RecommendationContent,
  stageRecommendation,
  writeRecommendation,
} from '#forum/observations/index.ts';
import { createOrganisation, emptyOrganisation, type OrganisationForm, type Refused } from '#forum/people/index.ts';
import { addMilestone, formOfMilestone, type MilestoneContent, setDone } from '#forum/planning/index.ts';
import { closeSurvey, createSurvey, openSurvey, sampleSurvey } from '#forum/survey/index.ts';
import { createPublication, formOfPublication, type PublicationText } from '#forum/library/index.ts';
import { countPractices, importPractices, readImportRows } from '#forum/practices/index.ts';
import { createSession, formOfSession, type SessionContent } from '#forum/programme/index.ts';

/**
 * What a server does when it starts on a forum for the first time: loads the sample forum, by the importer that users use,
 * unless the catalogue has something already or the operator said no. What was decided then stays decided.
 * @returns how many practices the sample brought
 */
export async function firstStart(ctx: Context, sample: boolean): Promise<number> {
  if (await everDone(ctx.db, 'forum.started')) return 0;
  const loaded = sample && (await countPractices(ctx.db)) === 0 ? await loadSample(ctx) : 0;
  await recordAct(ctx.db, ctx, 'forum.started', { sample: loaded });
  return loaded;
}

async function loadSample(ctx: Context): Promise<number> {
  const sample = join(programFolder(), 'sample', 'practices.json');
  const read = await readImportRows({ name: 'practices.json', chunks: () => createReadStream(sample) });
  if (!read.ok) throw new Error('The sample forum cannot be read.');
  let refusal: unknown = null;
  const outcome = await importPractices(ctx, { file: 'practices.json', apply: true, origin: '' }, read.rows, {
    progress: () => undefined,
    tell: async (entries) => {
      refusal ??= entries.find(({ kind }) => kind === 'refused');
    },
  });
  if (!outcome.applied) throw new Error(`The sample forum was refused: ${JSON.stringify(refusal ?? outcome.problem)}`);
  await loadOrganisations(ctx);
  await loadEditions(ctx);
  await loadBodies(ctx);
  await loadSurvey(ctx);
  await loadPublications(ctx);
  await loadRecommendations(ctx);
  return outcome.counts.new;
}

/** Some of the partners of the sample's practices, as the organisations they are. */
async function loadOrganisations(ctx: Context): Promise<void> {
  for (const form of sampleOf<Partial<OrganisationForm>[]>('organisations.json'))
    accepted(await createOrganisation(ctx, { ...emptyOrganisation(), ...form }));
}

/** The history of the sample's forum, edition by edition, with what stood on their programmes; the last edition is the present one. */
export async function loadEditions(ctx: Context): Promise<void> {
  const editions = sampleOf<EditionContent[]>('editions.json');
  for (const [at, content] of editions.entries()) {
    const last = at === editions.length - 1;
    const { slug } = accepted(await createEdition(ctx, formOfEdition(content), last ? 'planned' : 'past'));
    if (last) accepted(await openEdition(ctx, slug));
  }
  await loadMilestones(ctx);
  for (const { edition, ...content } of sampleOf<(SessionContent & { edition: string })[]>('sessions.json'))
    accepted(await createSession(ctx, edition, formOfSession(content)));
}

/** What was due in the years of the sample's editions. */
async function loadMilestones(ctx: Context): Promise<void> {
  const years = new Map((await allEditions(ctx.db)).map(({ slug, id }) => [slug, id]));
  for (const { edition, done, ...content } of sampleOf<(MilestoneContent & { edition: string; done: boolean })[]>(
    'milestones.json',
  )) {
    const { id } = accepted(await addMilestone(ctx, years.get(edition)!, formOfMilestone(content)));
    if (done) await setDone(ctx, id, true);
  }
}

/** A body in the sample, as it would be typed. */
interface SampleBody {
  body: Partial<BodyForm>;
  terms?: Partial<TermForm>[];
  meetings?: Partial<MeetingForm>[];
}

/** The bodies of the sample forum, with those of their members and meetings for whom there is a source. */
async function loadBodies(ctx: Context): Promise<void> {
  for (const { body, terms = [], meetings = [] } of sampleOf<SampleBody[]>('bodies.json')) {
    const { slug } = accepted(await createBody(ctx, formWith(BODY_FIELDS, body)));
    for (const term of terms) accepted(await addTerm(ctx, slug, formWith(TERM_FIELDS, term)));
    for (const meeting of meetings) accepted(await addMeeting(ctx, slug, formWith(MEETING_FIELDS, meeting)));
  }
}

/** The edition the sample survey was asked for, and when it was open. */
const SURVEYED = { edition: 13, from: '2019-11-04T09:00:00Z', until: '2019-11-29T18:00', zone: 'Asia/Dubai' };

/** The survey of the sample forum, long closed: its questions alone, since nobody's answers are made up. */
async function loadSurvey(ctx: Context): Promise<void> {
  const { edition: number, from, until: closes, zone } = SURVEYED;
  const content = sampleSurvey();
  const edition = (await allEditions(ctx.db)).find((one) => one.number === number)?.id ?? null;
  const then = { ...ctx, now: new Date(from) };
  const made = accepted(await createSurvey(then, { title: content.title, edition, from: content }));
  const opened = accepted(await openSurvey(then, made.id, made.version, { closes, zone, remind: '' }));
  accepted(await closeSurvey({ ...ctx, now: opened.closesAt! }, opened.id));
}

/** The publications that the sample's sources name, without files: nothing is written that is not theirs. The list is the latest first. */
async function loadPublications(ctx: Context): Promise<void> {
  for (const said of sampleOf<PublicationText[]>('publications.json').reverse())
    accepted(await createPublication(ctx, formOfPublication(said)));
}

/** What the report of the sample's last edition recommended. */
export async function loadRecommendations(ctx: Context): Promise<void> {
  for (const { edition, ...content } of sampleOf<(RecommendationContent & { edition: string })[]>(
    'recommendations.json',
  )) {
    const { slug, version } = accepted(await writeRecommendation(ctx, edition, formOfRecommendation(content)));
    await stageRecommendation(ctx, slug, version, 'released');
  }
}

function sampleOf<Data>(file: string): Data {
  return JSON.parse(readFileSync(join(programFolder(), 'sample', file), 'utf8')) as Data;
}

function accepted<Made extends object>(made: Made | Refused | null | false): Made {
  if (made === null || made === false || 'complaints' in made)
    throw new Error(`The sample forum was refused: ${JSON.stringify(made)}`);
  return made as Made;
}
