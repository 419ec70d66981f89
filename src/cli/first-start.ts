import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#platform/context.ts';
import { everDone, recordAct } from '#platform/history.ts';
import { programFolder } from '#platform/settings.ts';
import { createEdition, type EditionContent, formOfEdition, openEdition } from '#forum/editions/index.ts';
import {
  formOfRecommendation,
  type RecommendationContent,
  stageRecommendation,
  writeRecommendation,
} from '#forum/observations/index.ts';
import { createOrganisation, emptyOrganisation, type OrganisationForm, type Refused } from '#forum/people/index.ts';
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
  for (const { edition, ...content } of sampleOf<(SessionContent & { edition: string })[]>('sessions.json'))
    accepted(await createSession(ctx, edition, formOfSession(content)));
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

function accepted<Made extends object>(made: Made | Refused | null): Made {
  if (made === null || 'complaints' in made) throw new Error(`The sample forum was refused: ${JSON.stringify(made)}`);
  return made as Made;
}
