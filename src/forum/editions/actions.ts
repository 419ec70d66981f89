import { v7 as uuidv7 } from 'uuid';
import type { Context } from '#platform/context.ts';
import type { Database } from '#platform/database.ts';
import { recordAct, recordChanges } from '#platform/history.ts';
import type { MessageKey } from '#platform/languages.ts';
import { demand, type Refused } from '#forum/people/index.ts';
import { type EditionForm, readEdition } from './form.ts';
import type { Edition, Stage } from './model.ts';
import {
  allEditions,
  contentOfEdition,
  editionAt,
  editionsAlone,
  insertEdition,
  presentEdition,
  updateEdition,
} from './store.ts';

/**
 * Writes down an edition: one that is planned, or one that is over, as a forum does that has a history. Its address is the last of its years and
 * stays, whatever is changed later.
 */
export async function createEdition(
  ctx: Context,
  form: EditionForm,
  stage: Exclude<Stage, 'current'>,
): Promise<Edition | Refused> {
  demand(ctx.actor, 'editions.edit');
  const content = readEdition(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    await editionsAlone(tx);
    const others = await allEditions(tx);
    if (others.some(({ number }) => number === content.number)) return NUMBER_TAKEN;
    const slug = freeSlug(content.years, content.number, others);
    const at = { createdAt: ctx.now, updatedAt: ctx.now };
    const edition: Edition = { ...content, id: uuidv7(), slug, stage, version: 1, ...at };
    if (!(await insertEdition(tx, edition))) return NUMBER_TAKEN;
    return record(tx, ctx, edition, 'edition.created');
  });
}

const refused = (name: string, key: MessageKey, values: Record<string, string | number> = {}): Refused => ({
  complaints: [{ name, notice: { key, values } }],
});
const NUMBER_TAKEN = refused('number', 'editions.number-taken');

/** The last of its years; where another edition has that address, with its number behind it. */
function freeSlug(years: readonly number[], number: number, others: readonly Edition[]): string {
  const year = String(years.at(-1));
  return others.some(({ slug }) => slug === year) ? `${year}-${number}` : year;
}

/**
 * Changes what is kept of an edition. `version` is the one that was read: where somebody else has changed it since, nothing is overwritten,
 * and what stands there now is given back.
 * @returns null where there is no such edition
 */
export async function changeEdition(
  ctx: Context,
  slug: string,
  version: number,
  form: EditionForm,
): Promise<Edition | Refused | { now: Edition } | null> {
  demand(ctx.actor, 'editions.edit');
  const content = readEdition(form);
  if ('complaints' in content) return content;
  return ctx.db.transaction(async (tx) => {
    await editionsAlone(tx);
    const before = await editionAt(tx, slug);
    if (!before) return null;
    if (before.version !== version) return { now: before };
    if ((await allEditions(tx)).some(({ id, number }) => id !== before.id && number === content.number))
      return NUMBER_TAKEN;
    return write(tx, ctx, { ...before, ...content }, 'edition.changed');
  });
}

/**
 * Makes an edition the present one. A planned one as a rule; one that was closed by mistake too.
 * @returns null where there is no such edition; refused where another is the present one: that is closed first
 */
export async function openEdition(ctx: Context, slug: string): Promise<Edition | Refused | null> {
  demand(ctx.actor, 'editions.edit');
  return ctx.db.transaction(async (tx) => {
    await editionsAlone(tx);
    const before = await editionAt(tx, slug);
    const present = await presentEdition(tx);
    if (!before || present?.id === before.id) return before;
    if (present) return refused('stage', 'editions.another-is-present', { slug: present.slug });
    return write(tx, ctx, { ...before, stage: 'current' }, 'edition.opened');
  });
}

/**
 * Says that the present edition is over.
 * @returns null where there is no such edition; refused where it is not the present one
 */
export async function closeEdition(ctx: Context, slug: string): Promise<Edition | Refused | null> {
  demand(ctx.actor, 'editions.edit');
  return ctx.db.transaction(async (tx) => {
    await editionsAlone(tx);
    const before = await editionAt(tx, slug);
    if (!before || before.stage === 'past') return before;
    if (before.stage !== 'current') return refused('stage', 'editions.not-present');
    return write(tx, ctx, { ...before, stage: 'past' }, 'edition.closed');
  });
}

async function write(tx: Database, ctx: Context, next: Edition, action: string): Promise<Edition> {
  const after = { ...next, version: next.version + 1, updatedAt: ctx.now };
  if (!(await updateEdition(tx, after))) throw new Error('An edition changed while no other was to be changed.');
  return record(tx, ctx, after, action);
}

/** What stands in the versions of an edition. */
export type EditionVersion = Pick<Edition, 'slug' | 'stage'> & ReturnType<typeof contentOfEdition>;

async function record(tx: Database, ctx: Context, edition: Edition, action: string): Promise<Edition> {
  const { id, slug, stage, version } = edition;
  const content: EditionVersion = { slug, stage, ...contentOfEdition(edition) };
  await recordChanges(tx, ctx, 'edition', [{ subject: id, number: version, action, content }]);
  await recordAct(tx, ctx, action, { edition: slug, version });
  return edition;
}
