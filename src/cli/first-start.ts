import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#platform/context.ts';
import { everDone, recordAct } from '#platform/history.ts';
import { programFolder } from '#platform/settings.ts';
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
import { createOrganisation, emptyOrganisation, type OrganisationForm } from '#forum/people/index.ts';
import { countPractices, importPractices, readImportRows } from '#forum/practices/index.ts';

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
  await loadBodies(ctx);
  return outcome.counts.new;
}

/** Some of the partners of the sample's practices, as the organisations they are. */
async function loadOrganisations(ctx: Context): Promise<void> {
  const file = readFileSync(join(programFolder(), 'sample', 'organisations.json'), 'utf8');
  for (const form of JSON.parse(file) as Partial<OrganisationForm>[]) {
    const made = await createOrganisation(ctx, { ...emptyOrganisation(), ...form });
    if ('complaints' in made) throw new Error(`A sample organisation was refused: ${JSON.stringify(made.complaints)}`);
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
  const file = readFileSync(join(programFolder(), 'sample', 'bodies.json'), 'utf8');
  for (const { body, terms = [], meetings = [] } of JSON.parse(file) as SampleBody[]) {
    const { slug } = taken(await createBody(ctx, formWith(BODY_FIELDS, body)));
    for (const term of terms) taken(await addTerm(ctx, slug, formWith(TERM_FIELDS, term)));
    for (const meeting of meetings) taken(await addMeeting(ctx, slug, formWith(MEETING_FIELDS, meeting)));
  }
}

function taken<Made extends object>(outcome: Made | false): Exclude<Made, { complaints: unknown }> {
  if (outcome === false || 'complaints' in outcome)
    throw new Error(`A sample body was refused: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<Made, { complaints: unknown }>;
}
